/**
 * The edges from one node to another.
 */
import type { GraphView } from '../views/graph-view.ts';
import { edgeTypeCode } from '../views/names-in-graph.ts';

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
