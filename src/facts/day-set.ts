/**
 * Sets of days: spans that neither touch nor overlap, in order, as one list of first and last days.
 *
 * `[5, 9, 20, 20]` are the days 5 to 9 and day 20. Lists are short, a few spans each, and are never changed.
 */
import { ALWAYS, type Day, FOREVER } from './validity.ts';

export type DaySet = readonly Day[];

export const NO_DAYS: DaySet = [];
export const EVERY_DAY: DaySet = [ALWAYS, FOREVER];

/** The days from one to another, both included; none when the last comes before the first. */
export const daysBetween = (first: Day, last: Day): DaySet => (first > last ? NO_DAYS : [first, last]);

/** The days that are in both. */
export function commonDays(a: DaySet, b: DaySet): DaySet {
  if (a === EVERY_DAY) return b;
  if (b === EVERY_DAY) return a;
  const found: Day[] = [];
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const first = Math.max(a[i] as Day, b[k] as Day);
    const last = Math.min(a[i + 1] as Day, b[k + 1] as Day);
    if (first <= last) found.push(first, last);
    if ((a[i + 1] as Day) < (b[k + 1] as Day)) i += 2;
    else k += 2;
  }
  return found;
}

/** The days that are in either. */
export function daysOfBoth(a: DaySet, b: DaySet): DaySet {
  if (a.length === 0 || b === EVERY_DAY) return b;
  if (b.length === 0 || a === EVERY_DAY) return a;
  const found: Day[] = [];
  for (let i = 0, k = 0; i < a.length || k < b.length; ) {
    const isA = k >= b.length || (i < a.length && (a[i] as Day) <= (b[k] as Day));
    const [first, last] = isA ? [a[i] as Day, a[i + 1] as Day] : [b[k] as Day, b[k + 1] as Day];
    if (isA) i += 2;
    else k += 2;
    const end = found.length - 1;
    if (end > 0 && first <= (found[end] as Day) + 1) found[end] = Math.max(found[end] as Day, last);
    else found.push(first, last);
  }
  return found;
}

/** The days of `a` that are not in `b`. */
export function daysWithout(a: DaySet, b: DaySet): DaySet {
  if (b.length === 0) return a;
  if (b === EVERY_DAY) return NO_DAYS;
  const found: Day[] = [];
  for (let i = 0, k = 0; i < a.length; i += 2) {
    let first = a[i] as Day;
    const last = a[i + 1] as Day;
    while (k < b.length && (b[k + 1] as Day) < first) k += 2;
    for (let cut = k; cut < b.length && (b[cut] as Day) <= last; cut += 2) {
      if (first < (b[cut] as Day)) found.push(first, (b[cut] as Day) - 1);
      first = (b[cut + 1] as Day) + 1;
    }
    if (first <= last) found.push(first, last);
  }
  return found;
}
