/**
 * The steps from a node, found by looking at every edge of the graph: slow, and plainly right.
 */
import type { StepOptions } from '../../src/paths/steps.ts';
import type { GraphView } from '../../src/views/graph-view.ts';

export function plainHops(view: GraphView, node: number, options: StepOptions): { node: number; edge: number }[] {
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
