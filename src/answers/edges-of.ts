/**
 * The edges that a question about some nodes, or about the whole view, is about.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

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
    const { count, type } = view.graph.edges;
    const wanted = types && new Set(types);
    for (let edge = 0; edge < count; edge++)
      if (view.hasEdge(edge) && (!wanted || wanted.has(type[edge]!))) visit(edge);
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
