/**
 * When a conclusion holds: as long as its premises do together, as long as an occasion lasts, or from then on.
 *
 * While rules run only the widest span matters: on which days premises may meet. It can only grow when an end moves
 * out, which keeps evaluation free of order; how certain the dates are is reckoned once everything is derived.
 */
import { ALWAYS, FOREVER, overlap, type Validity } from '../facts/validity.ts';
import type { Span } from './compile-plan.ts';
import type { ConclusionDates } from './rule.ts';

/** The days on which a conclusion may hold; undefined when its premises cannot meet the occasion that dates it. */
export function spanOfConclusion(
  kind: ConclusionDates['kind'],
  occasion: Validity | undefined,
  { first, last }: Span,
): Span | undefined {
  if (occasion && (occasion.earliestStart > last || occasion.latestEnd < first)) return undefined;
  if (kind === 'DURING')
    return occasion ? { first: occasion.earliestStart, last: occasion.latestEnd } : { first, last };
  if (kind === 'SINCE') return { first: Math.max(occasion?.earliestStart ?? first, first), last: FOREVER };
  return { first, last };
}

/** The dates of a conclusion with their certainty: of one that follows from premises that hold then. */
export function datesOfConclusion(
  kind: ConclusionDates['kind'],
  occasion: Validity | undefined,
  premises: Validity,
): Validity {
  if (kind === 'DURING') return occasion ?? premises;
  if (kind === 'OVERLAP') return premises;
  // It begins at the occasion, and never before its premises do.
  const earliestStart = Math.max(occasion?.earliestStart ?? ALWAYS, premises.earliestStart);
  const latestStart = Math.max(earliestStart, Math.min(occasion?.latestEnd ?? FOREVER, premises.latestStart));
  return { earliestStart, latestStart, earliestEnd: earliestStart, latestEnd: FOREVER };
}

/** When some edges hold that may hold together; always, for none. */
export function overlapOfAll(premises: readonly Validity[]): Validity {
  const [first, ...others] = premises;
  return first ? others.reduce((span, it) => overlap(span, it) ?? span, first) : always;
}

const always: Validity = { earliestStart: ALWAYS, latestStart: ALWAYS, earliestEnd: FOREVER, latestEnd: FOREVER };
