/**
 * When a statement holds, as a picture can draw it: from which day to which, and how well either end is known.
 */
import type { Edge } from '../statements.ts';

/** Known to the year; vaguer than a year; not known at all; going on. */
export type End = 'known' | 'vague' | 'unknown' | 'open';

export interface Span {
  /** In years and parts of years, such as 2024.8; undefined where the end is unknown or open. */
  readonly from: number | undefined;
  readonly until: number | undefined;
  readonly start: End;
  readonly end: End;
  /** Whether it was only seen to hold within these days. */
  readonly seen: boolean;
}

type Dated = Pick<Edge, 'when' | 'since' | 'until' | 'attested'>;

/** The span of a statement; undefined where nothing is known of its time. */
export function spanOf({ when, since, until, attested }: Dated): Span | undefined {
  const seen = when === null && attested !== null;
  const written = when ?? attested;
  const [first = '', last = first] = written?.split('/') ?? [];
  const bounds = seen ? daysOf(first, last) : { since, until };
  const [from, to] = [yearOf(bounds.since), yearOf(bounds.until)];
  if (from === undefined && to === undefined) return undefined;
  return {
    from,
    until: to === undefined ? undefined : to + DAY,
    start: endOf(first, from),
    end: endOf(last, to),
    seen,
  };
}

const DAY = 1 / 366;

function endOf(text: string, year: number | undefined): End {
  if (text === '..') return 'open';
  if (year === undefined) return 'unknown';
  return /^-?\d{4}(-\d\d){0,2}$/.test(text) ? 'known' : 'vague';
}

/** A day as years and their parts. */
function yearOf(day: string | null | undefined): number | undefined {
  const [, year, month = '1', date = '1'] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day ?? '') ?? [];
  return year === undefined ? undefined : Number(year) + (Number(month) - 1) / 12 + (Number(date) - 1) / 372;
}

/** The days of an attested date, of which the server gives no bounds. */
function daysOf(first: string, last: string): { since: string | null; until: string | null } {
  const end = /^-?\d{4}$/.test(last) ? `${last}-12-31` : /^-?\d{4}-\d\d$/.test(last) ? `${last}-31` : last;
  return { since: first, until: end };
}
