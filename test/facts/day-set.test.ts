import { expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import {
  commonDays,
  type DaySet,
  daysBetween,
  daysOfBoth,
  daysWithout,
  EVERY_DAY,
  NO_DAYS,
} from '../../src/facts/day-set.ts';
import { seeds } from '../kit/random-graph.ts';

const MOST = 40;
const listed = (days: DaySet): number[] =>
  Array.from({ length: MOST }, (_, day) => day).filter((day) =>
    days.some((it, i) => i % 2 === 0 && it <= day && day <= days[i + 1]!),
  );

/** Spans in order that neither touch nor overlap. */
function expectOrdered(days: DaySet): void {
  for (let i = 1; i < days.length; i++) expect(days[i]! - days[i - 1]!).toBeGreaterThan(i % 2 === 0 ? 1 : -1);
}

test.each(seeds(100))(
  'sets of days are joined, cut and taken from each other as sets of numbers are, seed %i',
  (seed) => {
    const random = seededRandom(seed);
    const below = (limit: number): number => Math.floor(random() * limit);
    const randomSet = (): DaySet => {
      let days: DaySet = NO_DAYS;
      for (let i = below(5); i > 0; i--) {
        const first = below(MOST);
        days = daysOfBoth(days, daysBetween(first, first + below(6) - 1));
      }
      return days;
    };
    const [a, b] = [randomSet(), randomSet()];
    const [inA, inB] = [new Set(listed(a)), new Set(listed(b))];
    const cases: [DaySet, (day: number) => boolean][] = [
      [commonDays(a, b), (day) => inA.has(day) && inB.has(day)],
      [daysOfBoth(a, b), (day) => inA.has(day) || inB.has(day)],
      [daysWithout(a, b), (day) => inA.has(day) && !inB.has(day)],
      [commonDays(EVERY_DAY, b), (day) => inB.has(day)],
      [daysWithout(EVERY_DAY, b), (day) => !inB.has(day)],
    ];
    for (const [found, holds] of cases) {
      expect(listed(found)).toEqual(Array.from({ length: MOST }, (_, day) => day).filter(holds));
      expectOrdered(found);
    }
    expect(daysOfBoth(a, EVERY_DAY)).toBe(EVERY_DAY);
    expect(daysWithout(a, EVERY_DAY)).toEqual(NO_DAYS);
  },
);
