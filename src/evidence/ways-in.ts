/**
 * The ways in which a conclusion follows, as far as a view goes along with them.
 */
import { type DerivationRow, derivationsOf } from '../store/derivations.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/**
 * The ways whose premises the view keeps, the strongest first.
 *
 * A view of a date may keep a conclusion and none of its ways in full, as it keeps a seat and not the election that gave
 * it; then all are told, since they are why it is there.
 */
export function waysIn(view: GraphView, edge: EdgeNumber): readonly DerivationRow[] {
  const all = derivationsOf(view.graph.edges.derivations, edge);
  const kept = all.filter(({ premises }) => premises.every((it) => view.hasEdge(it)));
  return kept.length > 0 ? kept : all;
}
