/**
 * How many edges each node has.
 */
import type { GraphView } from '../views/graph-view.ts';

/** Edges of the view at each node, by number: at either end, an edge to itself once. One pass over the edges. */
export function degrees(view: GraphView): Float64Array {
  const { count, from, to } = view.graph.edges;
  const found = new Float64Array(view.graph.nodes.count);
  for (let edge = 0; edge < count; edge++) {
    if (!view.hasEdge(edge)) continue;
    found[from[edge]!]!++;
    if (from[edge] !== to[edge]) found[to[edge]!]!++;
  }
  return found;
}
