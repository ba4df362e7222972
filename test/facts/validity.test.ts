import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodOf, readPartialDate } from '../../src/facts/partial-date.ts';
import {
  ALWAYS,
  attestedIn,
  FOREVER,
  holdsIn,
  overlap,
  type Period,
  sameBounds,
  undated,
  type Validity,
  within,
} from '../../src/facts/validity.ts';

function said(text: string): Validity {
  const date = readPartialDate(text);
  if ('reason' in date) throw new Error(date.reason);
  return date.validity;
}

const holds = (when: string, asked: string): string => {
  const [validity, period] = [when === '' ? undated : said(when), periodOf(asked)];
  if (holdsIn(validity, period, 'CERTAIN')) return 'certainly';
  return holdsIn(validity, period, 'POSSIBLE') ? 'possibly' : 'no';
};

describe('whether something holds', () => {
  test.each([
    ['2024-10-28/2024-10-31', '2024-10-30', 'certainly'],
    ['2024-10-28/2024-10-31', '2024-11-01', 'no'],
    ['2024-10', '2024-10-30', 'possibly'],
    ['2024-10', '2024', 'certainly'],
    ['2022-10-01/..', '2030', 'certainly'],
    ['2022-10-01/', '2030', 'possibly'],
    ['2022-10-01/', '2022-10-01', 'certainly'],
    ['2022-10-01/', '2022-09-30', 'no'],
    ['/2024', '1900', 'possibly'],
    ['../2024', '1900', 'certainly'],
    ['../2024', '2024-06-01', 'possibly'],
    ['../..', '0001', 'certainly'],
    ['', '2024', 'possibly'],
    ['2024~', '2024-06-01', 'possibly'],
    ['2024~', '2024', 'possibly'],
    ['2024~', '2020/2029', 'certainly'],
    ['2024~', '2026', 'no'],
    ['2020~/2024', '2022-05', 'certainly'],
    ['2020~/2024', '2021-05', 'possibly'],
  ])('"%s" in %s: %s', (when, asked, expected) => expect(holds(when, asked)).toBe(expected));
});

// Brute force over ten days: a validity is the set of all spans that its bounds allow.
const DAYS = 10;
const day = fc.integer({ min: 0, max: DAYS - 1 });
const vague: fc.Arbitrary<Validity> = fc
  .tuple(day, day, day, day)
  .map(([a, b, c, d]) => {
    const [earliestStart, latestStart] = [Math.min(a, b), Math.max(a, b)];
    const [earliestEnd, latestEnd] = [Math.min(c, d), Math.max(c, d)];
    return { earliestStart, latestStart, earliestEnd, latestEnd };
  })
  .filter((it) => it.earliestStart <= it.latestEnd)
  .map((it) => ({
    ...it,
    latestStart: Math.min(it.latestStart, it.latestEnd),
    earliestEnd: Math.max(it.earliestEnd, it.earliestStart),
  }));
const period: fc.Arbitrary<Period> = fc
  .tuple(day, day)
  .map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));

function spansOf(validity: Validity): Period[] {
  const spans: Period[] = [];
  for (let first = validity.earliestStart; first <= validity.latestStart; first++) {
    for (let last = Math.max(first, validity.earliestEnd); last <= validity.latestEnd; last++)
      spans.push({ first, last });
  }
  return spans;
}

const meet = (a: Period, b: Period): boolean => a.first <= b.last && a.last >= b.first;

describe('laws', () => {
  test('possible is "in some reading", certain is "in every reading"', () => {
    fc.assert(
      fc.property(vague, period, (validity, asked) => {
        const spans = spansOf(validity);
        expect(holdsIn(validity, asked, 'POSSIBLE')).toBe(spans.some((it) => meet(it, asked)));
        expect(holdsIn(validity, asked, 'CERTAIN')).toBe(spans.every((it) => meet(it, asked)));
      }),
      { numRuns: 1000 },
    );
  });

  test('what is certain is possible', () => {
    fc.assert(
      fc.property(vague, period, (validity, asked) => {
        if (holdsIn(validity, asked, 'CERTAIN')) expect(holdsIn(validity, asked, 'POSSIBLE')).toBe(true);
      }),
    );
  });

  test('an overlap holds where both hold: in some reading, and in every one', () => {
    fc.assert(
      fc.property(vague, vague, period, (a, b, asked) => {
        const both = overlap(a, b);
        const pairs = spansOf(a).flatMap((x) =>
          spansOf(b).map((y) => ({ first: Math.max(x.first, y.first), last: Math.min(x.last, y.last) })),
        );
        const real = pairs.filter((it) => it.first <= it.last);
        expect(both !== undefined).toBe(real.length > 0);
        if (!both) return;
        expect(holdsIn(both, asked, 'POSSIBLE')).toBe(real.some((it) => meet(it, asked)));
        // In a reading in which the two never meet nothing holds, so then nothing is certain.
        const always = pairs.every((it) => it.first <= it.last && meet(it, asked));
        expect(holdsIn(both, asked, 'CERTAIN')).toBe(always);
      }),
      { numRuns: 1000 },
    );
  });

  test('overlap does not mind the order, and nothing is lost to what always holds', () => {
    fc.assert(
      fc.property(vague, vague, (a, b) => {
        expect(overlap(a, b)).toEqual(overlap(b, a));
        expect(overlap(a, said('../..'))).toEqual(a);
      }),
    );
  });
});

describe('what happened within some days', () => {
  test('narrowing keeps exactly the readings that neither begin before them nor end after them', () => {
    fc.assert(
      fc.property(vague, vague, (validity, days) => {
        const fitting = spansOf(validity).filter((it) => it.first >= days.earliestStart && it.last <= days.latestEnd);
        const narrowed = within(validity, days);
        expect(narrowed ? spansOf(narrowed) : []).toEqual(fitting);
        expect(narrowed !== undefined).toBe(fitting.length > 0);
      }),
      { numRuns: 1000 },
    );
  });
});

test('bounds are the same when each of the four is', () => {
  const bounds = said('2024/2026');
  expect(sameBounds(bounds, bounds)).toBe(true);
  expect(sameBounds(bounds, { ...bounds })).toBe(true);
  for (const bound of ['earliestStart', 'latestStart', 'earliestEnd', 'latestEnd'] as const) {
    expect([bound, sameBounds(bounds, { ...bounds, [bound]: 1 })]).toEqual([bound, false]);
  }
});

describe('attested times', () => {
  test('what was seen in a month had begun by its end and had not ended before it', () => {
    const validity = attestedIn(undated, said('2024-10'));
    expect(validity).toEqual({
      earliestStart: ALWAYS,
      latestStart: periodOf('2024-10-31').last,
      earliestEnd: periodOf('2024-10-01').first,
      latestEnd: FOREVER,
    });
    expect(validity && holdsIn(validity, periodOf('2024-10'), 'CERTAIN')).toBe(true);
    expect(validity && holdsIn(validity, periodOf('2024-10-15'), 'CERTAIN')).toBe(false);
    expect(validity && holdsIn(validity, periodOf('2020'), 'POSSIBLE')).toBe(true);
  });

  test('what was seen twice is certain in between', () => {
    const validity = attestedIn(undated, said('2022-03-17/2024-10'));
    expect(validity && holdsIn(validity, periodOf('2023'), 'CERTAIN')).toBe(true);
    expect(validity && holdsIn(validity, periodOf('2025'), 'CERTAIN')).toBe(false);
  });

  test('an unknown end is certain up to the day it was seen', () => {
    const validity = attestedIn(said('2022-10-01/'), said('2024-10-30'));
    expect(validity && holdsIn(validity, periodOf('2023'), 'CERTAIN')).toBe(true);
  });

  test('what had ended cannot be seen', () => {
    expect(attestedIn(said('2020/2021'), said('2024'))).toBeUndefined();
    expect(attestedIn(said('2025/..'), said('2024'))).toBeUndefined();
  });

  test('narrowing keeps exactly the readings that fit what was seen', () => {
    fc.assert(
      fc.property(vague, day, (validity, seen) => {
        const fitting = spansOf(validity).filter((it) => it.first <= seen && it.last >= seen);
        const narrowed = attestedIn(validity, {
          earliestStart: seen,
          latestStart: seen,
          earliestEnd: seen,
          latestEnd: seen,
        });
        expect(narrowed ? spansOf(narrowed) : []).toEqual(fitting);
      }),
    );
  });
});
