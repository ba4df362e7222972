/**
 * What a node is called in a picture: its name, else its id.
 */
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

export function nodeLabel({ graph: { nodes } }: GraphView, node: NodeNumber): string {
  const name = nodes.property(node, 'name');
  return typeof name === 'string' ? name : nodes.ids[node]!;
}
