/**
 * What a node is called for people: its name, or its id when it has none.
 */
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

export function nameOf({ graph }: GraphView, node: NodeNumber): string {
  const name = graph.nodes.property(node, 'name');
  return typeof name === 'string' ? name : (graph.nodes.ids[node] ?? '');
}
