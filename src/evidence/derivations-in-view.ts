/**
 * The derivations of a conclusion, as far as a view goes along with them.
 */
import { type DerivationRow, derivationsOf } from '../store/derivations.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/**
 * The derivations whose premises are in the view, the strongest first.
 *
 * A view of a date may keep a conclusion and no derivation of it in full, as it keeps a seat and not the election that
 * gave it; then all are given, since they are why it is there.
 */
export function derivationsInView(view: GraphView, edge: EdgeNumber): readonly DerivationRow[] {
  const all = derivationsOf(view.graph.edges.derivations, edge);
  const found = all.filter(({ premises }) => premises.every((it) => view.hasEdge(it)));
  return found.length > 0 ? found : all;
}
