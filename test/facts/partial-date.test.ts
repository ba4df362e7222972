import { Date as EdtfDate, parse } from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KnowledgeError } from '../../src/base/knowledge-error.ts';
import { dayOf, isoOfDay, periodOf, readPartialDate } from '../../src/facts/partial-date.ts';
import { ALWAYS, FOREVER, type Validity } from '../../src/facts/validity.ts';

/** Bounds as a line one can read: earliest start, latest start, earliest end, latest end. */
function bounds(text: string): string {
  const date = readPartialDate(text);
  if ('reason' in date) return `refused: ${date.reason}`;
  const { earliestStart, latestStart, earliestEnd, latestEnd } = date.validity;
  const shown = (day: number): string => (day === ALWAYS ? 'always' : day === FOREVER ? 'forever' : isoOfDay(day));
  return [earliestStart, latestStart, earliestEnd, latestEnd].map(shown).join(' ');
}

const reason = (text: string): string => {
  const date = readPartialDate(text);
  return 'reason' in date ? date.reason : 'it was read';
};

describe('what a partial date says', () => {
  test.each([
    ['2024-10-28', '2024-10-28 2024-10-28 2024-10-28 2024-10-28'],
    ['2024-10', '2024-10-01 2024-10-31 2024-10-01 2024-10-31'],
    ['2024', '2024-01-01 2024-12-31 2024-01-01 2024-12-31'],
    ['2024-02', '2024-02-01 2024-02-29 2024-02-01 2024-02-29'],
    ['2024-10-28/2024-10-31', '2024-10-28 2024-10-28 2024-10-31 2024-10-31'],
    ['2022/2024', '2022-01-01 2022-12-31 2024-01-01 2024-12-31'],
    ['0064-08-22', '0064-08-22 0064-08-22 0064-08-22 0064-08-22'],
    ['-0044', '-0044-01-01 -0044-12-31 -0044-01-01 -0044-12-31'],
    ['196X', '1960-01-01 1969-12-31 1960-01-01 1969-12-31'],
    ['18XX', '1800-01-01 1899-12-31 1800-01-01 1899-12-31'],
    ['2024-XX', '2024-01-01 2024-12-31 2024-01-01 2024-12-31'],
    ['2024-10-XX', '2024-10-01 2024-10-31 2024-10-01 2024-10-31'],
  ])('%s', (text, expected) => expect(bounds(text)).toBe(expected));

  test.each([
    ['known', '2022-10-01/2024-10-31', '2022-10-01 2022-10-01 2024-10-31 2024-10-31'],
    ['still open', '2022-10-01/..', '2022-10-01 2022-10-01 forever forever'],
    ['unknown', '2022-10-01/', '2022-10-01 2022-10-01 2022-10-01 forever'],
    ['none at all: a lone day', '2022-10-01', '2022-10-01 2022-10-01 2022-10-01 2022-10-01'],
  ])('the four kinds of end are told apart: %s', (_, text, expected) => expect(bounds(text)).toBe(expected));

  test.each([
    ['/2024', 'always 2024-12-31 2024-01-01 2024-12-31'],
    ['../2024', 'always always 2024-01-01 2024-12-31'],
    ['../..', 'always always forever forever'],
    ['/..', 'always forever forever forever'],
  ])('a start that is unknown or open: %s', (text, expected) => expect(bounds(text)).toBe(expected));

  test.each([
    ['2024~', '2023-01-01 2025-12-31 2023-01-01 2025-12-31'],
    ['2024-01?', '2023-12-01 2024-02-29 2023-12-01 2024-02-29'],
    ['2024-03-01%', '2024-02-29 2024-03-02 2024-02-29 2024-03-02'],
    ['2020~/2024', '2019-01-01 2021-12-31 2024-01-01 2024-12-31'],
    ['9999~', '9998-01-01 9999-12-31 9998-01-01 9999-12-31'],
  ])('a mark of doubt widens by one unit either way: %s', (text, expected) => expect(bounds(text)).toBe(expected));

  test('an end cannot lie before its start, nor a start behind its end, however vague they are', () => {
    expect(bounds('2024/2024-02')).toBe('2024-01-01 2024-02-29 2024-02-01 2024-02-29');
    expect(bounds('2024-10-31/2024-10')).toBe('2024-10-31 2024-10-31 2024-10-31 2024-10-31');
  });
});

describe('what is refused, and why', () => {
  test.each([
    ['2024-13', 'there is no month 13'],
    ['2024-00', 'there is no month 00'],
    ['2023-02-30', '2023-02 has no day 30, only 01 to 28'],
    ['2023-02-29', '2023-02 has no day 29, only 01 to 28'],
    ['2024-04-31', '2024-04 has no day 31, only 01 to 30'],
    ['2024/2022-02-31', '2022-02 has no day 31, only 01 to 28'],
    ['2024/2023', 'it ends (2023) before it starts (2024)'],
    ['2024-10-28/2024-10-27', 'it ends (2024-10-27) before it starts (2024-10-28)'],
    ['/', 'it says nothing; leave the date out instead'],
    ['2024-21', 'a season is not a span of days; write its months, as in 2024-03/2024-05'],
    ['2024-10-28T10:00:00Z', 'a time of day is not kept; write the day, as in 2024-10-28'],
    ['{2024,2025}', 'several dates in one are not kept; write one fact for each, or the span that holds them'],
    ['[2024..2025]', 'a choice of dates is not kept; write the span that holds them'],
    ['Y17000', 'years are kept from -9999 to 9999'],
    ['196', 'write a decade with an X for the unknown digit, as in 196X'],
    ['19', 'write a century with an X for each unknown digit, as in 19XX'],
    ['2024-~10', 'a mark of doubt stands behind the whole date, as in 2024-10~'],
    ['x'.repeat(5_000_000), 'it has 5000000 characters, and no date is that long'],
  ])('%.40s', (text, expected) => expect(reason(text)).toBe(expected));

  test.each(['', '..', 'unknown', '2024-6', '28.10.2024', '1/2/2024', '2024/2025/2026', ' 2024', '+2024', 'Tuesday'])(
    '"%s" is no date, and the reason shows what dates look like',
    (text) => expect(reason(text)).toContain('2022-10-01/.. (still open)'),
  );
});

describe('laws', () => {
  const year = fc.integer({ min: -9999, max: 9999 });
  const yearText = year.map((it) => `${it < 0 ? '-' : ''}${String(Math.abs(it)).padStart(4, '0')}`);
  const two = (max: number): fc.Arbitrary<string> =>
    fc.integer({ min: 1, max }).map((it) => String(it).padStart(2, '0'));
  const dateText = fc
    .tuple(yearText, fc.option(two(12)), fc.option(two(28)))
    .map(([y, m, d]) => [y, m, m && d].filter((it) => it !== null).join('-'));

  test('plain dates mean what the edtf package says they mean', () => {
    fc.assert(
      fc.property(dateText, (text) => {
        // Of this one day the package makes two: to Date, the year 0 is 1900, which had no leap day.
        fc.pre(text !== '0000-02-28');
        const date = readPartialDate(text);
        const twin = new EdtfDate(parse(text, { types: ['Date'], level: 0 }));
        const days = { first: Math.floor(twin.min / 86_400_000), last: Math.floor(twin.max / 86_400_000) };
        expect('validity' in date && { first: date.validity.earliestStart, last: date.validity.latestEnd }).toEqual(
          days,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('bounds never contradict each other', () => {
    const end = fc.oneof(
      dateText,
      dateText.map((it) => `${it}~`),
      fc.constantFrom('', '..'),
    );
    fc.assert(
      fc.property(end, end, (from, to) => {
        const date = readPartialDate(`${from}/${to}`);
        if ('reason' in date) return;
        const it: Validity = date.validity;
        expect(it.earliestStart).toBeLessThanOrEqual(it.latestStart);
        expect(it.earliestEnd).toBeLessThanOrEqual(it.latestEnd);
        expect(it.earliestStart).toBeLessThanOrEqual(it.earliestEnd);
        expect(it.latestStart).toBeLessThanOrEqual(it.latestEnd);
      }),
      { numRuns: 1000 },
    );
  });

  test('any text is read or refused with a reason, and never thrown at', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'0123456789-/.X~?%TYS[]{},:Z'), maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(soup, fc.string()), (text) => {
        const date = readPartialDate(text);
        expect('reason' in date ? date.reason : date.text).toBeTruthy();
      }),
      { numRuns: 1000 },
    );
  });

  test('a day becomes text and comes back, in every year that can be written', () => {
    const [first, last] = [dayOf('-9999-01-01') ?? 0, dayOf('9999-12-31') ?? 0];
    fc.assert(fc.property(fc.integer({ min: first, max: last }), (day) => void expect(dayOf(isoOfDay(day))).toBe(day)));
  });
});

describe('days and periods', () => {
  test('days count from 1970, as Date does', () => {
    expect(dayOf('1970-01-01')).toBe(0);
    expect(dayOf('2024-10-30')).toBe(Date.UTC(2024, 9, 30) / 86_400_000);
    expect(isoOfDay(-1)).toBe('1969-12-31');
  });

  test.each(['2024', '2024-10', '2024-10-30~', '2023-02-29', 'today', ''])('"%s" is no single day', (text) =>
    expect(dayOf(text)).toBeUndefined(),
  );

  test('a question about a month asks about all its days', () => {
    expect(periodOf('2022-09')).toEqual({ first: dayOf('2022-09-01'), last: dayOf('2022-09-30') });
    expect(periodOf('2022/2024-10')).toEqual({ first: dayOf('2022-01-01'), last: dayOf('2024-10-31') });
    expect(periodOf('2022-10-01/..')).toEqual({ first: dayOf('2022-10-01'), last: FOREVER });
  });

  test('a question about no date is refused with what is wrong', () => {
    expect(() => periodOf('2024-13')).toThrow(
      new KnowledgeError('bad-date', '"2024-13" is not a date: there is no month 13.'),
    );
  });
});
