import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { readPartialDate } from '../../src/facts/partial-date.ts';
import type { Period, Validity } from '../../src/facts/validity.ts';
import { compareDates } from '../../src/filters/compare-dates.ts';
import { NO, UNKNOWN, type Verdict, YES } from '../../src/filters/verdict.ts';
import { seeds } from '../kit/random-graph.ts';

const operators = ['lt', 'lte', 'gt', 'gte'] as const;

/** The plain twin: every span of days that a date may mean is compared. */
function plain(operator: (typeof operators)[number], date: Validity, { first, last }: Period): Verdict {
  const holds = (start: number, end: number): boolean =>
    ({ lt: end < first, lte: end <= last, gt: start > last, gte: start >= first })[operator];
  const found = new Set<boolean>();
  for (let start = date.earliestStart; start <= date.latestStart; start++) {
    for (let end = Math.max(start, date.earliestEnd); end <= date.latestEnd; end++) found.add(holds(start, end));
  }
  return found.size === 2 ? UNKNOWN : found.has(true) ? YES : NO;
}

test.each(seeds(200))('what a vague date leaves open is unknown, and all else certain, seed %i', (seed) => {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const earliestStart = below(12);
  const latestStart = earliestStart + below(5);
  const earliestEnd = earliestStart + below(5);
  // Neither bound lies beyond the other's far one, as dates are read.
  const latestEnd = Math.max(latestStart, earliestEnd) + below(5);
  const date = { earliestStart, latestStart, earliestEnd, latestEnd };
  const first = below(20);
  const period = { first, last: first + below(4) };
  for (const operator of operators) {
    expect(compareDates(operator, date, period), operator).toBe(plain(operator, date, period));
  }
});

describe('dates as they are written', () => {
  test.each([
    ['2024-10-28', 'lt', '2024-11', YES],
    ['2024-10', 'lt', '2024-10-15', UNKNOWN],
    ['2024-10', 'lte', '2024-10', YES],
    ['2024-10', 'gt', '2024-09', YES],
    ['2022-10-01/..', 'lt', '2030', NO],
    ['2022-10-01/..', 'gte', '2022-10-01', YES],
    ['2022-10-01/', 'lt', '2030', UNKNOWN],
    ['/2018', 'lte', '2018', YES],
    ['/2018', 'gte', '2000', UNKNOWN],
    ['2024-10-28/2024-10-31', 'gt', '2024-10-29', NO],
    ['2024-10-28/2024-10-31', 'lt', '2024-10-29', NO],
  ] as const)('%s %s %s: %i', (written, operator, asked, expected) => {
    const [date, other] = [readPartialDate(written), readPartialDate(asked)];
    if ('reason' in date || 'reason' in other) throw new Error(written);
    const { earliestStart: first, latestEnd: last } = other.validity;
    expect(compareDates(operator, date.validity, { first, last })).toBe(expected);
  });
});
