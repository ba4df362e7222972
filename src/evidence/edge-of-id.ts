/**
 * An edge as people name it: by its id.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/** The edge of that id. Throws `unknown-edge` when there is none, or when the view leaves it out. */
export function edgeOfId(view: GraphView, id: string): EdgeNumber {
  const edge = view.findEdge(id);
  if (edge !== undefined) return edge;
  const known = view.graph.edges.numberOf(id) !== undefined;
  throw new KnowledgeError(
    'unknown-edge',
    known
      ? `The edge "${id}" is not in this view (${view.key}).`
      : `No edge has the id "${id}". Ids of edges are told with paths and timelines.`,
  );
}
