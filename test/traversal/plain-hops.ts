/**
 * The steps from a node, found by looking at every edge of the graph: slow, and plainly right.
 */
import type { PathOptions } from '../../src/traversal/find-paths.ts';
import type { GraphView } from '../../src/views/graph-view.ts';

/** Which edges are followed, and what is avoided. */
export type PlainOptions = Pick<PathOptions, 'direction' | 'via' | 'avoid'>;

export function plainHops(view: GraphView, node: number, options: PlainOptions): { node: number; edge: number }[] {
  const { edges, ontology } = view.graph;
  const { direction = 'BOTH', via, avoid } = options;
  const hops: { node: number; edge: number }[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    const type = edges.typeOf(edge);
    if (!view.hasEdge(edge) || (via && !via.includes(type)) || avoid?.edgeTypes?.includes(type)) continue;
    const { symmetric } = ontology.edgeTypes.get(type)!;
    const [from, to] = [edges.from[edge]!, edges.to[edge]!];
    if (from === node && (symmetric || direction !== 'IN')) hops.push({ node: to, edge });
    if (to === node && (symmetric || direction !== 'OUT')) hops.push({ node: from, edge });
  }
  return hops.filter((hop) => !avoid?.nodes?.includes(hop.node));
}

/** Distances by breadth-first search over all edges. */
export function plainDistances(view: GraphView, starts: readonly number[], options: PlainOptions): Map<number, number> {
  const avoided = options.avoid?.nodes ?? [];
  const distances = new Map(starts.filter((it) => !avoided.includes(it)).map((node) => [node, 0]));
  for (const [node, distance] of distances) {
    for (const hop of plainHops(view, node, options))
      if (!distances.has(hop.node)) distances.set(hop.node, distance + 1);
  }
  return distances;
}
