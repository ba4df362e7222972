/**
 * What hops cost on which days: a hop may be made by any of its edges, each of which has its price and its time.
 */
import { type DaySet, daysBetween, daysOfBoth, daysWithout, NO_DAYS } from '../facts/day-set.ts';
import { type Certainty, decidingBounds } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { boundsOf } from '../views/neighbouring-dates.ts';

/** What something costs on some days. */
export interface DayCost {
  readonly cost: number;
  readonly days: DaySet;
}

/** What each day costs at least: the cheapest first, no day twice. */
export function cheapestByDay(choices: readonly DayCost[]): DayCost[] {
  const byCost = new Map<number, DaySet>();
  for (const { cost, days } of choices) byCost.set(cost, daysOfBoth(byCost.get(cost) ?? NO_DAYS, days));
  let cheaper: DaySet = NO_DAYS;
  const found: DayCost[] = [];
  for (const [cost, all] of [...byCost].sort(([a], [b]) => a - b)) {
    const days = daysWithout(all, cheaper);
    if (days.length > 0) found.push({ cost, days });
    cheaper = daysOfBoth(cheaper, all);
  }
  return found;
}

/** On which days an edge holds, by the widest reading of its dates or by the narrowest. */
export function daysReader({ graph }: GraphView, certainty: Certainty): (edge: EdgeNumber) => DaySet {
  const { start, end } = decidingBounds(boundsOf(graph), certainty);
  return (edge) => daysBetween(start[edge]!, end[edge]!);
}
