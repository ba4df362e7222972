/**
 * The edges that a question about some nodes, about two of them, or about the whole view, is about.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { edgeTypeCode } from '../views/names-in-graph.ts';

/**
 * Calls `visit` with each edge of some nodes once, and the node at its other end, seen from the first that has it; where no
 * node is named, with every edge of the view. `types` are codes of the only edge types that count.
 */
export function forEachEdgeOf(
  view: GraphView,
  nodes: readonly NodeNumber[],
  types: readonly number[] | undefined,
  visit: (edge: EdgeNumber, other?: NodeNumber) => void,
): void {
  if (nodes.length === 0) {
    const { type } = view.graph.edges;
    view.everyEdge((edge) => {
      if (!types || types.includes(type[edge]!)) visit(edge);
    });
    return;
  }
  const seen = new Set<EdgeNumber>();
  for (const node of nodes) {
    for (const type of types ?? [undefined]) {
      view.forEachEdge(node, 'BOTH', type, (edge, other) => {
        if (seen.has(edge)) return;
        seen.add(edge);
        visit(edge, other);
      });
    }
  }
}

/**
 * The ids of the edges of a type, or of any, that lead from one node to another; those of symmetric types lead either way.
 * Throws `unknown-node`, `unknown-edge-type`.
 */
export function edgesBetween(view: GraphView, from: string, type: string | undefined, to: string): string[] {
  const [source, target] = [view.getNode(from), view.getNode(to)];
  const code = type === undefined ? undefined : edgeTypeCode(view.graph, type);
  const { edges } = view.graph;
  const isSymmetric = (edge: number): boolean => view.ontology.edgeTypes.get(edges.typeOf(edge))?.symmetric === true;
  const found: string[] = [];
  view.forEachEdge(source, 'BOTH', code, (edge, other) => {
    if (other === target && (edges.from[edge] === source || isSymmetric(edge))) found.push(edges.id(edge));
  });
  return found;
}
