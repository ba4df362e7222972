/**
 * The view of what is trusted: edges with a confidence of at least some minimum.
 *
 * A conclusion's confidence is never above that of the premises it rests on, so a trusted conclusion has trusted
 * premises and the test of each edge by itself is enough.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';
import { edgesWhere } from './edges-where.ts';
import type { GraphView } from './graph-view.ts';

/** What an edge that names no confidence is trusted with. */
const UNSAID = 1;

/** The edges with confidence `min` or more, from 0 (all) to 1 (only those without any doubt). */
export function trusted(view: GraphView, min: number): GraphView {
  if (!(min >= 0 && min <= 1)) {
    throw new KnowledgeError(
      'trust-out-of-range',
      `Trust goes from 0 to 1, and ${min} is outside. Give for example 0.8.`,
    );
  }
  return view.restrict({
    key: `trust ${min}`,
    edges: (graph) => edgesWhere(graph, 'confidence', UNSAID, (value) => Number(value) >= min),
  });
}
