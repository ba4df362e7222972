/**
 * Binary search: the first place of a sorted span whose item no longer comes before what is looked for.
 */

/** The first of `low` to `high` (excluded) for which `isBefore` is false; `high` when it is true of all. */
export function lowerBound(low: number, high: number, isBefore: (place: number) => boolean): number {
  let [start, end] = [low, high];
  while (start < end) {
    const middle = (start + end) >>> 1;
    if (isBefore(middle)) start = middle + 1;
    else end = middle;
  }
  return start;
}
