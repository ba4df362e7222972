/**
 * The nodes and edges of a view by number: what every format goes through.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

export function* keptNodes(view: GraphView): Generator<NodeNumber> {
  const { count } = view.graph.nodes;
  for (let node = 0; node < count; node++) if (view.hasNode(node)) yield node;
}

export function* keptEdges(view: GraphView): Generator<EdgeNumber> {
  const { count } = view.graph.edges;
  for (let edge = 0; edge < count; edge++) if (view.hasEdge(edge)) yield edge;
}
