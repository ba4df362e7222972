/**
 * Days of edges as rows have them: by place, so that a loop over a run reads them in a row, and bisects long runs.
 *
 * Runs are ordered by earliest start. Where what is dated is a day, as most events are, all other bounds rise with it.
 */
import { BitSet } from '../base/bit-set.ts';
import { onceFor } from '../base/once-for.ts';
import type { Adjacency } from './adjacency.ts';

export interface RowDays {
  /** By place. */
  readonly days: Int32Array;
  /** The runs in which no day is before the one ahead of it. */
  readonly rising: BitSet;
}

const known = onceFor((_: Adjacency) => new Map<Int32Array, RowDays>());

/** A column of days, which goes by edge number, as these rows have it. Made at the first question. */
export function rowDays(rows: Adjacency, column: Int32Array): RowDays {
  const columns = known(rows);
  let found = columns.get(column);
  if (found === undefined) columns.set(column, (found = makeRowDays(rows, column)));
  return found;
}

function makeRowDays({ edge, runStart, runType }: Adjacency, column: Int32Array): RowDays {
  let isByNumber = true;
  for (let place = 0; isByNumber && place < edge.length; place++) isByNumber = edge[place] === place;
  const days = isByNumber ? column : new Int32Array(edge.length);
  if (!isByNumber) for (let place = 0; place < edge.length; place++) days[place] = column[edge[place]!]!;
  const rising = new BitSet(runType.length);
  for (let run = 0; run < runType.length; run++) {
    let place = runStart[run]! + 1;
    while (place < runStart[run + 1]! && days[place - 1]! <= days[place]!) place++;
    if (place >= runStart[run + 1]!) rising.add(run);
  }
  return { days, rising };
}

/** Shorter runs are read through. */
const LONG = 16;

/** The first place of a run, from `start` to `end`, that may have a day from `day` on: those before it have not. */
export function firstPlaceFrom(
  { days, rising }: RowDays,
  run: number,
  start: number,
  end: number,
  day: number,
): number {
  if (end - start <= LONG || !rising.has(run)) return start;
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
