/**
 * The derivations of a conclusion, as far as a view goes along with them.
 */
import { type DerivationRow, derivationsOf } from '../store/derivations.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/**
 * The derivations whose premises the view keeps, the strongest first.
 *
 * A view of a date may keep a conclusion and no derivation of it in full, as it keeps a seat and not the election that
 * gave it; then all are told, since they are why it is there.
 */
export function keptDerivations(view: GraphView, edge: EdgeNumber): readonly DerivationRow[] {
  const all = derivationsOf(view.graph.edges.derivations, edge);
  const kept = all.filter(({ premises }) => premises.every((it) => view.hasEdge(it)));
  return kept.length > 0 ? kept : all;
}
