import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, readPartialDate } from '../../src/facts/partial-date.ts';
import { printValidity } from '../../src/facts/print-validity.ts';
import { attestedIn, FOREVER, overlap, undated, type Validity } from '../../src/facts/validity.ts';

function said(text: string): Validity {
  const date = readPartialDate(text);
  if ('reason' in date) throw new Error(`${text}: ${date.reason}`);
  return date.validity;
}

test.each([
  '2024-10-28',
  '2024-10',
  '2024',
  '196X',
  '18XX',
  '2024~',
  '2024-10~',
  '2024-10-28~',
  '2024-10-28/2024-10-31',
  '2022-10-01/..',
  '2022-10-01/',
  '/2024',
  '../2024',
  '../..',
  '/..',
  '2024/2024-02',
  '-0044-03-15',
  '-18XX',
  '2024~/2024-02',
  '2024-02/2024~',
  '2024-11/2024~',
  '/2024~',
  '[1667..1672]',
  '[2001-01-01..2003-05-02]',
  '[2000-05-02..2003-12-31]',
  '[2001-01-01..]',
  '[..2001-12-31]',
])('%s is already in its canonical form', (text) => expect(printValidity(said(text))).toBe(text));

test.each([
  ['2024-10-28/2024-10-28', '2024-10-28'],
  ['2024-10-XX', '2024-10'],
  ['2024-XX', '2024'],
  ['2024?', '2024~'],
  ['2024-10-31/2024-10', '2024-10-31'],
])('%s says the same as %s', (text, canonical) => expect(printValidity(said(text))).toBe(canonical));

test('what has no date has no text', () => expect(printValidity(undated)).toBeUndefined());

test('what no EDTF text says has none: seen in a month, unbounded', () => {
  const seen = attestedIn(undated, said('2024-10'));
  expect(seen && printValidity(seen)).toBeUndefined();
});

test.each([
  ['some day of a conference', '[2024-10-28..2024-10-31]', '[2024-10-28..2024-10-31]'],
  ['some day up to one', '[..2024-10-31]', '[..2024-10-31]'],
  ['some day from one on', '[2024-10-28..]', '[2024-10-28..]'],
  ['a choice that is a unit', '[2024-10-01..2024-10-31]', '2024-10'],
])('%s', (_, text, canonical) => expect(printValidity(said(text))).toBe(canonical));

test('bounds that no text has exactly are told by the narrowest text that holds them', () => {
  const start = { earliestStart: dayOf('2024-10-28')!, latestStart: dayOf('2024-10-31')! };
  const since = { ...start, earliestEnd: start.earliestStart, latestEnd: FOREVER };
  expect(printValidity(since)).toBe('2024-10/');
  const maybe = overlap(said('2020/2024-10'), said('2024-10/2026'));
  expect(maybe && printValidity(maybe)).toBe('2024-10');
});

test('bounds of what may not hold at all are some day between the outer two', () => {
  const bounds = (texts: string[]): Validity => {
    const [earliestStart, latestStart, earliestEnd, latestEnd] = texts.map((it) => dayOf(`2024-10-${it}`)!);
    return { earliestStart, latestStart, earliestEnd, latestEnd } as Validity;
  };
  expect(printValidity(bounds(['05', '28', '05', '20']))).toBe('[2024-10-05..2024-10-20]');
  expect(printValidity(bounds(['10', '20', '05', '20']))).toBe('[2024-10-10..2024-10-20]');
});

test('the overlap of an open tenure and a conference is the conference', () => {
  const both = overlap(said('2022-10-01/..'), said('2024-10-28/2024-10-31'));
  expect(both && printValidity(both)).toBe('2024-10-28/2024-10-31');
});

test('every text that can be read is printed, and reads back to the same bounds', () => {
  const two = (max: number): fc.Arbitrary<string> =>
    fc.integer({ min: 1, max }).map((it) => String(it).padStart(2, '0'));
  // Years that lie side by side too: only there does one end cut the other short.
  const year = fc.oneof(fc.integer({ min: 1, max: 2999 }), fc.integer({ min: 2018, max: 2021 }));
  const date = fc
    .tuple(year, fc.option(two(12)), fc.option(two(28)), fc.constantFrom('', '', '~', '%'))
    .map(
      ([y, m, d, doubt]) => `${[String(y).padStart(4, '0'), m, m && d].filter((it) => it !== null).join('-')}${doubt}`,
    );
  const end = fc.oneof(date, fc.constantFrom('', '..', '201X', '202X', '20XX'));
  const text = fc.oneof(
    date,
    fc.tuple(end, end).map(([a, b]) => `${a}/${b}`),
  );
  fc.assert(
    fc.property(text, (it) => {
      const read = readPartialDate(it);
      if ('reason' in read) return;
      const printed = printValidity(read.validity);
      expect(printed).toBeDefined();
      expect(said(printed ?? '')).toEqual(read.validity);
    }),
    { numRuns: 1000 },
  );
});
