/**
 * When an edge holds, as four bounds: a start and an end, each known to lie between two days.
 *
 * One partial date can be vague in four ways, and the bounds keep them apart:
 * a *known* end (`2024-10-28/2024-10-31`) has both end bounds on that day; a *still open* end (`2022-10-01/..`) has both
 * at FOREVER; an *unknown* end (`2022-10-01/`) lies anywhere from the start to FOREVER; *no date at all* leaves all four
 * at the extremes. A lone `2024-10` started and ended somewhere in that month.
 */

/** A day as a number: days since 1970-01-01, negative before it. */
export type Day = number;

/** Before every day. */
export const ALWAYS: Day = -2147483648;
/** After every day. */
export const FOREVER: Day = 2147483647;

export interface Validity {
  readonly earliestStart: Day;
  readonly latestStart: Day;
  readonly earliestEnd: Day;
  readonly latestEnd: Day;
}

/** The validity of what has no date: it may hold on any day and is certain on none. */
export const undated: Validity = {
  earliestStart: ALWAYS,
  latestStart: FOREVER,
  earliestEnd: ALWAYS,
  latestEnd: FOREVER,
};

/** POSSIBLE: no date speaks against it. CERTAIN: the dates leave no doubt. */
export type Certainty = 'POSSIBLE' | 'CERTAIN';

/** A span of days that a question is about, both ends included; one day has equal ends. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

/**
 * The bounds that decide whether something holds in a period: it does when the start is not after the last day of the
 * period and the end not before the first. It is possible by the widest span, certain by the narrowest.
 */
export function decidingBounds<Bound>(
  { earliestStart, latestStart, earliestEnd, latestEnd }: Readonly<Record<keyof Validity, Bound>>,
  certainty: Certainty,
): { start: Bound; end: Bound } {
  return certainty === 'POSSIBLE' ? { start: earliestStart, end: latestEnd } : { start: latestStart, end: earliestEnd };
}

/** Whether something holds at some time in `period`: possibly, or with certainty. */
export function holdsIn(validity: Validity, { first, last }: Period, certainty: Certainty): boolean {
  const { start, end } = decidingBounds(validity, certainty);
  return start <= last && end >= first;
}

/**
 * The span in which both hold, or undefined when they cannot meet.
 *
 * Bounds stay as vague as the two make them. Where the two meet in some readings of their dates and not in others, the
 * span may be empty: it is then possible within its bounds and certain on no day.
 */
export function overlap(a: Validity, b: Validity): Validity | undefined {
  const earliestStart = Math.max(a.earliestStart, b.earliestStart);
  const latestEnd = Math.min(a.latestEnd, b.latestEnd);
  if (earliestStart > latestEnd) return undefined;
  const surelyMeet = a.latestStart <= b.earliestEnd && b.latestStart <= a.earliestEnd;
  return {
    earliestStart,
    latestStart: surelyMeet ? Math.max(a.latestStart, b.latestStart) : FOREVER,
    earliestEnd: surelyMeet ? Math.min(a.earliestEnd, b.earliestEnd) : ALWAYS,
    latestEnd,
  };
}

/**
 * A validity narrowed to what happened within some days: it neither began before them nor ended after them. Undefined when
 * it cannot have.
 */
export function within(validity: Validity, days: Validity): Validity | undefined {
  const narrowed: Validity = {
    earliestStart: Math.max(validity.earliestStart, days.earliestStart),
    latestStart: Math.min(validity.latestStart, days.latestEnd),
    earliestEnd: Math.max(validity.earliestEnd, days.earliestStart),
    latestEnd: Math.min(validity.latestEnd, days.latestEnd),
  };
  const possible = narrowed.earliestStart <= narrowed.latestStart && narrowed.earliestEnd <= narrowed.latestEnd;
  return possible ? narrowed : undefined;
}

export const sameBounds = (a: Validity, b: Validity): boolean =>
  a === b ||
  (a.earliestStart === b.earliestStart &&
    a.latestStart === b.latestStart &&
    a.earliestEnd === b.earliestEnd &&
    a.latestEnd === b.latestEnd);

/**
 * A validity narrowed by a time at which the thing was seen to hold: it had begun by then and had not ended. Undefined
 * when it cannot have held at that time.
 */
export function attestedIn(validity: Validity, attestation: Validity): Validity | undefined {
  const narrowed: Validity = {
    ...validity,
    latestStart: Math.min(validity.latestStart, attestation.latestStart),
    earliestEnd: Math.max(validity.earliestEnd, attestation.earliestEnd),
  };
  const possible = narrowed.earliestStart <= narrowed.latestStart && narrowed.earliestEnd <= narrowed.latestEnd;
  return possible ? narrowed : undefined;
}
