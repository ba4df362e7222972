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

describe('parts of zeros, as other programs write what they do not know', () => {
  test.each([
    ['1952-00-00', '1952'],
    ['1952-07-00', '1952-07'],
    ['-0044-03-00', '-0044-03'],
    ['1952-00-00/1960-05-00', '1952/1960-05'],
    ['1952-00-00/..', '1952/..'],
    ['1952-00-00~', '1952~'],
  ])('%s is %s', (written, meant) => expect(readPartialDate(written)).toEqual(readPartialDate(meant)));
});

describe('what is refused, and why', () => {
  test.each([
    ['0000-00-00', 'it says nothing; leave the date out instead'],
    ['2024-00-28', 'there is no month 00'],
    ['2024-13', 'there is no month 13'],
    ['2024-00', 'there is no month 00'],
    ['2023-02-30', '2023-02 has no day 30, only 01 to 28'],
    ['2023-02-29', '2023-02 has no day 29, only 01 to 28'],
    ['2024-04-31', '2024-04 has no day 31, only 01 to 30'],
    ['2024/2022-02-31', '2022-02 has no day 31, only 01 to 28'],
    ['2024/2023', 'it ends (2023) before it starts (2024)'],
    ['2024-10-28/2024-10-27', 'it ends (2024-10-27) before it starts (2024-10-28)'],
    ['/', 'it says nothing; leave the date out instead'],
    ['2024-21', 'it is spring, and a season has no set days; write its months, as in 2024-03/2024-05'],
    ['2024-32', 'it is winter in the south, and a season has no set days; write its months, as in 2024-03/2024-05'],
    ['2024-10-28T10:00:00Z', 'a time of day is not kept; write the day, as in 2024-10-28'],
    ['{2024,2025}', 'it is several dates in one; write one fact for each, or the span that holds them'],
    ['[2023,2025]', 'it is a choice of dates with a gap; write one fact for each, or the span that holds them'],
    ['12/'.repeat(30), 'it has 90 characters, and no date is that long'],
    ['2024-13/2025', 'there is no month 13'],
    ['2024-20', 'there is no month 20'],
    ['2024-42', 'there is no month 42'],
    ['2024-21-05', 'there is no month 21'],
    ['2001-29', 'it is spring in the south, and a season has no set days; write its months, as in 2001-03/2001-05'],
    ['2001-21~', 'a season or a part of a year takes no mark of doubt'],
    ['2001-34?', 'a season or a part of a year takes no mark of doubt'],
    ['2001?-41', 'a season or a part of a year takes no mark of doubt'],
    ['2024-0X-32', '2024-0X has no day 32, only 01 to 31'],
    ['2X01-02-29', '2X01-02 has no day 29, only 01 to 28'],
    ['Y2024', 'a year of four digits is written without Y, as in 2024'],
    ['[2024,]', 'it is a choice of dates with an empty place'],
    ['[2024,..]', 'it is a choice of dates with an empty place'],
    ['[2001..2002..2003]', 'it is a choice of dates with an empty place'],
    ['[2024-13..2025]', 'there is no month 13'],
    ['[2024..2024-13]', 'there is no month 13'],
    ['[1668,1666]', 'it is a choice of dates with a gap; write one fact for each, or the span that holds them'],
    ['Y17000', 'years are kept from -9999 to 9999'],
    ['196', 'write a decade with an X for the unknown digit, as in 196X'],
    ['19', 'write a century with an X for each unknown digit, as in 19XX'],
    ['x'.repeat(5_000_000), 'it has 5000000 characters, and no date is that long'],
  ])('%.40s', (text, expected) => expect(reason(text)).toBe(expected));

  test.each([
    '',
    '..',
    'unknown',
    '2024/2025/2026',
    '+2024',
    'Tuesday',
    'x[2024]]',
    '[[2024]x',
    'x{2024}',
    '{2024}x',
    'x2024-10-28T10',
  ])('"%s" is no date, and the reason shows what dates look like', (text) =>
    expect(reason(text)).toContain('2022-10-01/.. (still open)'),
  );
});

describe('what people write instead', () => {
  test.each([
    ['30/10/2024', '2024-10-30'],
    ['10/30/2024', '2024-10-30'],
    ['01/02/2020', '2020-02-01 or 2020-01-02'],
    ['1/2/2024', '2024-02-01 or 2024-01-02'],
    ['05/05/2024', '2024-05-05'],
    ['28.10.2024', '2024-10-28'],
    ['28-10-2024', '2024-10-28'],
    ['2024/10/30', '2024-10-30'],
    ['2024/10', '2024-10'],
    ['10/2024', '2024-10'],
    ['2024-6', '2024-06'],
    ['2024-6-3', '2024-06-03'],
    ['20241030', '2024-10-30'],
    [' 2024-10-30', '2024-10-30'],
    ['30 October 2024', '2024-10-30'],
    ['October 30th, 2024', '2024-10-30'],
    ['the 30 of Oct. 2024', undefined],
    ['Oct 2024', '2024-10'],
    ['12-13 March 2027', '2027-03-12/2027-03-13'],
    ['March 12-13, 2027', '2027-03-12/2027-03-13'],
    ['28 October – 2 November 2024', '2024-10-28/2024-11-02'],
    ['28 October 2024 to 2 November 2024', '2024-10-28/2024-11-02'],
    ['2010-2014', '2010/2014'],
    ['from 2010 to 2014', '2010/2014'],
    ['since 2022', '2022/..'],
    ['until May 2022', '../2022-05'],
    ['c. 1920', '1920~'],
    ['1960s', '196X'],
    ['19th century', '18XX'],
    ['Q3 2024', '2024-35'],
    ['30 octobre 2024', '2024-10-30'],
    ['30 de octubre de 2024', '2024-10-30'],
    ['30. Oktober 2024', '2024-10-30'],
    ['30 октября 2024 г.', '2024-10-30'],
    ['31/02/2024', undefined],
    ['99/99/9999', undefined],
    ['c1920', '1920~'],
    ['ca 1920', '1920~'],
    ['ca. 1920', '1920~'],
    ['c 1920', '1920~'],
    ['approx 1920', '1920~'],
    ['approx. 1920', '1920~'],
    ['xc. 1920', undefined],
    ['c. 19201', undefined],
    ["1960's", '196X'],
    ['x1960s', undefined],
    ['1960sx', undefined],
    ['1st century', '00XX'],
    ['119th century', undefined],
    ['19th century x', undefined],
    ['2024 Q3', '2024-35'],
    ['2024-Q4', '2024-36'],
    ['2024Q1', '2024-33'],
    ['2024 Q5', undefined],
    ['in Q3 2024', undefined],
    ['Q3 2024 x', undefined],
    ['since  2022', '2022/..'],
    ['from 2022', '2022/..'],
    ['after 2022', '2022/..'],
    ['up to 2022', '../2022'],
    ['before 2022', '../2022'],
    ['ever since 2022', undefined],
    ['since 2022-2024', undefined],
    ['2010-2014-2018', undefined],
    ['2014-2010', undefined],
    ['2010-2010', '2010/2010'],
    ['between 2010 and 2014', undefined],
    ['March from 2010 to 2014', undefined],
    ['March 12 - 13 April 2027', '2027-03-12/2027-04-13'],
    ['March 10-11 2027', '2027-03-10/2027-03-11'],
    ['the March 12-13, 2027', undefined],
    ['March 12-13, 2027 x', undefined],
    ['February 28-30, 2027', undefined],
    ['February 30-28, 2027', undefined],
    ['120241030', undefined],
    ['202410301', undefined],
    ['12024.6.3', undefined],
    ['2024.6.345', undefined],
    ['10/20245', undefined],
    ['130/10/2024', undefined],
    ['30/10/20245', undefined],
    ['31/10/2024', '2024-10-31'],
    ['0/10/2024', undefined],
    ['00 October 2024', undefined],
    ['0/2024', undefined],
    ['31 December 2024', '2024-12-31'],
    ['30 October 12024', undefined],
    ['30 октября 2024 года', '2024-10-30'],
    ['30 октября 2024 вг', undefined],
    ['30 октября 2024 гв', undefined],
    ['30 12 October 2024', undefined],
    ['0x1 October 2024', undefined],
    ['x30 October 2024', undefined],
  ])('%s: %s', (text, expected) => {
    const asked = /Is it (.*)\?$/.exec(reason(text))?.[1];
    expect(asked).toBe(expected);
    for (const date of asked?.split(' or ') ?? []) expect(readPartialDate(date)).toHaveProperty('validity');
  });

  test.each(['30/10/2024', '01/02/2020', '12-13 March 2027', '99/99/9999'])('%s is no century', (text) => {
    expect(reason(text)).not.toContain('century');
  });

  test('any text is answered in no time, and whatever is asked back is a date', () => {
    const words = fc.constantFrom(
      '12',
      '3',
      '2024',
      '1/2',
      '-',
      ' ',
      ',',
      '/',
      '.',
      'March',
      'th',
      'to',
      'since',
      'c.',
      's',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        for (const date of /Is it (.*)\?$/.exec(reason(parts.join('')))?.[1]?.split(' or ') ?? []) {
          expect([parts.join(''), readPartialDate(date)]).toEqual([
            parts.join(''),
            expect.objectContaining({ text: date }),
          ]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the examples of the standard (Library of Congress, EDTF specification of 2019)', () => {
  test.each([
    // Level 0
    ['1985-04-12', '1985-04-12 1985-04-12 1985-04-12 1985-04-12'],
    ['1985-04', '1985-04-01 1985-04-30 1985-04-01 1985-04-30'],
    ['1985', '1985-01-01 1985-12-31 1985-01-01 1985-12-31'],
    ['1985-04-12T23:20:30', 'refused: a time of day is not kept; write the day, as in 2024-10-28'],
    ['1985-04-12T23:20:30Z', 'refused: a time of day is not kept; write the day, as in 2024-10-28'],
    ['1985-04-12T23:20:30-04', 'refused: a time of day is not kept; write the day, as in 2024-10-28'],
    ['1985-04-12T23:20:30+04:30', 'refused: a time of day is not kept; write the day, as in 2024-10-28'],
    ['1964/2008', '1964-01-01 1964-12-31 2008-01-01 2008-12-31'],
    ['2004-06/2006-08', '2004-06-01 2004-06-30 2006-08-01 2006-08-31'],
    ['2004-02-01/2005-02-08', '2004-02-01 2004-02-01 2005-02-08 2005-02-08'],
    ['2004-02-01/2005-02', '2004-02-01 2004-02-01 2005-02-01 2005-02-28'],
    ['2004-02-01/2005', '2004-02-01 2004-02-01 2005-01-01 2005-12-31'],
    ['2005/2006-02', '2005-01-01 2005-12-31 2006-02-01 2006-02-28'],
    // Level 1
    ['Y170000002', 'refused: years are kept from -9999 to 9999'],
    ['Y-170000002', 'refused: years are kept from -9999 to 9999'],
    ['2001-21', 'refused: it is spring, and a season has no set days; write its months, as in 2001-03/2001-05'],
    ['2001-24', 'refused: it is winter, and a season has no set days; write its months, as in 2001-03/2001-05'],
    ['1984?', '1983-01-01 1985-12-31 1983-01-01 1985-12-31'],
    ['2004-06~', '2004-05-01 2004-07-31 2004-05-01 2004-07-31'],
    ['2004-06-11%', '2004-06-10 2004-06-12 2004-06-10 2004-06-12'],
    ['201X', '2010-01-01 2019-12-31 2010-01-01 2019-12-31'],
    ['20XX', '2000-01-01 2099-12-31 2000-01-01 2099-12-31'],
    ['2004-XX', '2004-01-01 2004-12-31 2004-01-01 2004-12-31'],
    ['1985-04-XX', '1985-04-01 1985-04-30 1985-04-01 1985-04-30'],
    ['1985-XX-XX', '1985-01-01 1985-12-31 1985-01-01 1985-12-31'],
    ['1985-04-12/..', '1985-04-12 1985-04-12 forever forever'],
    ['1985-04/..', '1985-04-01 1985-04-30 forever forever'],
    ['1985/..', '1985-01-01 1985-12-31 forever forever'],
    ['../1985-04-12', 'always always 1985-04-12 1985-04-12'],
    ['../1985-04', 'always always 1985-04-01 1985-04-30'],
    ['../1985', 'always always 1985-01-01 1985-12-31'],
    ['1985-04-12/', '1985-04-12 1985-04-12 1985-04-12 forever'],
    ['1985-04/', '1985-04-01 1985-04-30 1985-04-01 forever'],
    ['1985/', '1985-01-01 1985-12-31 1985-01-01 forever'],
    ['/1985-04-12', 'always 1985-04-12 1985-04-12 1985-04-12'],
    ['/1985-04', 'always 1985-04-30 1985-04-01 1985-04-30'],
    ['/1985', 'always 1985-12-31 1985-01-01 1985-12-31'],
    ['-1985', '-1985-01-01 -1985-12-31 -1985-01-01 -1985-12-31'],
    // Level 2
    ['Y-17E7', 'refused: years are kept from -9999 to 9999'],
    ['Y17E2', '1700-01-01 1700-12-31 1700-01-01 1700-12-31'],
    ['1950S2', '1900-01-01 1999-12-31 1900-01-01 1999-12-31'],
    ['-1950S3', '-1959-01-01 -1950-12-31 -1959-01-01 -1950-12-31'],
    ['Y171010000S3', 'refused: years are kept from -9999 to 9999'],
    ['Y3388E2S3', 'refused: years are kept from -9999 to 9999'],
    ['2001-34', '2001-04-01 2001-06-30 2001-04-01 2001-06-30'],
    ['2001-37', '2001-01-01 2001-04-30 2001-01-01 2001-04-30'],
    ['2001-41', '2001-07-01 2001-12-31 2001-07-01 2001-12-31'],
    [
      '2001-25',
      'refused: it is spring in the north, and a season has no set days; write its months, as in 2001-03/2001-05',
    ],
    [
      '[1667,1668,1670..1672]',
      'refused: it is a choice of dates with a gap; write one fact for each, or the span that holds them',
    ],
    ['[1667..1672]', '1667-01-01 1672-12-31 1667-01-01 1672-12-31'],
    [
      '[1667,1668-12]',
      'refused: it is a choice of dates with a gap; write one fact for each, or the span that holds them',
    ],
    ['[1667,1668]', '1667-01-01 1668-12-31 1667-01-01 1668-12-31'],
    ['[..1760-12-03]', 'always 1760-12-03 always 1760-12-03'],
    ['[1760-12..]', '1760-12-01 forever 1760-12-01 forever'],
    [
      '[1760-01,1760-02,1760-12..]',
      'refused: it is a choice of dates with a gap; write one fact for each, or the span that holds them',
    ],
    [
      '{1667,1668,1670..1672}',
      'refused: it is several dates in one; write one fact for each, or the span that holds them',
    ],
    ['{1960,1961-12}', 'refused: it is several dates in one; write one fact for each, or the span that holds them'],
    ['{..1984}', 'refused: it is several dates in one; write one fact for each, or the span that holds them'],
    ['2004-06-11%', '2004-06-10 2004-06-12 2004-06-10 2004-06-12'],
    ['2004-06~-11', '2004-05-11 2004-07-11 2004-05-11 2004-07-11'],
    ['2004?-06-11', '2003-06-11 2005-06-11 2003-06-11 2005-06-11'],
    ['?2004-06-~11', '2003-06-10 2005-06-12 2003-06-10 2005-06-12'],
    ['2004-%06-11', '2004-05-11 2004-07-11 2004-05-11 2004-07-11'],
    ['156X-12-25', '1560-12-25 1569-12-25 1560-12-25 1569-12-25'],
    ['15XX-12-25', '1500-12-25 1599-12-25 1500-12-25 1599-12-25'],
    ['XXXX-12-XX', '0000-12-01 9999-12-31 0000-12-01 9999-12-31'],
    ['1XXX-XX', '1000-01-01 1999-12-31 1000-01-01 1999-12-31'],
    ['1XXX-12', '1000-12-01 1999-12-31 1000-12-01 1999-12-31'],
    ['1984-1X', '1984-10-01 1984-12-31 1984-10-01 1984-12-31'],
    ['2004-06-~01/2004-06-~20', '2004-05-31 2004-06-02 2004-06-19 2004-06-21'],
    ['2004-06-XX/2004-07-03', '2004-06-01 2004-06-30 2004-07-03 2004-07-03'],
    // Not of the standard, and easily written
    ['19XX-02-29', '1904-02-29 1996-02-29 1904-02-29 1996-02-29'],
    ['19XX-02-30', 'refused: 19XX-02 has no day 30, only 01 to 28'],
    ['2024-X2-31', '2024-12-31 2024-12-31 2024-12-31 2024-12-31'],
    ['-156X', '-1569-01-01 -1560-12-31 -1569-01-01 -1560-12-31'],
    ['2004?-06', '2003-06-01 2005-06-30 2003-06-01 2005-06-30'],
    ['2001-40', '2001-01-01 2001-06-30 2001-01-01 2001-06-30'],
    ['9999S2', '9900-01-01 9999-12-31 9900-01-01 9999-12-31'],
    ['[1667, 1669, 1668]', '1667-01-01 1669-12-31 1667-01-01 1669-12-31'],
    ['-0000', 'refused: there is no year -0000; write 0000'],
  ])('%s', (text, expected) => expect(bounds(text)).toBe(expected));
});

describe('laws', () => {
  const year = fc.integer({ min: -9999, max: 9999 });
  const yearText = year.map((it) => `${it < 0 ? '-' : ''}${String(Math.abs(it)).padStart(4, '0')}`);
  const two = (max: number): fc.Arbitrary<string> =>
    fc.integer({ min: 1, max }).map((it) => String(it).padStart(2, '0'));
  const dateText = fc
    .tuple(yearText, fc.option(two(12)), fc.option(two(28)))
    .map(([y, m, d]) => [y, m, m && d].filter((it) => it !== null).join('-'));

  test('unspecified digits mean what the edtf package says they mean', () => {
    const digits = fc.tuple(
      fc.constantFrom('19XX', '196X', '1XXX', '2024', 'XXXX'),
      fc.constantFrom('XX', '1X', '0X', '02', '12'),
      fc.constantFrom('', '-XX', '-1X', '-2X', '-05'),
    );
    fc.assert(
      fc.property(digits, ([year, month, day]) => {
        const text = `${year}-${month}${day}`;
        const date = readPartialDate(text);
        const twin = new EdtfDate(parse(text, { types: ['Date'], level: 2 }));
        const days = { first: Math.floor(twin.min / 86_400_000), last: Math.floor(twin.max / 86_400_000) };
        fc.pre(!text.startsWith('XXXX'));
        expect([
          text,
          'validity' in date && { first: date.validity.earliestStart, last: date.validity.latestEnd },
        ]).toEqual([text, days]);
      }),
      { numRuns: 200 },
    );
  });

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
    const [first, last] = [dayOf('-9999-01-01')!, dayOf('9999-12-31')!];
    expect([first, last]).toEqual(['-009999-01-01', '9999-12-31'].map((it) => Date.parse(it) / 86_400_000));
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

  test('a day is what Date says, whichever letter stands at whichever place, alone and as the end of a span', () => {
    const twin = (text: string): number | undefined => {
      const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / 86_400_000 : Number.NaN;
      return Number.isNaN(day) || isoOfDay(day) !== text ? undefined : day;
    };
    for (const day of ['2024-10-28', '2000-02-29', '0000-12-31', '1970-01-01', '1999-09-19', '1900-02-20']) {
      for (const letter of '0123456789-/:X ') {
        for (let at = 0; at < day.length; at++) {
          const text = `${day.slice(0, at)}${letter}${day.slice(at + 1)}`;
          expect([text, dayOf(text)]).toEqual([text, twin(text)]);
          if (letter === '/') continue;
          const [alone, start] = [readPartialDate(text), readPartialDate(`${text}/..`)];
          const first = (it: typeof alone) => ('reason' in it ? it.reason : it.validity.earliestStart);
          expect([text, first(start)]).toEqual([text, first(alone)]);
        }
      }
    }
  });

  test('what was read lately is not read again, and not everything is kept', () => {
    const dates = ['2024-10', '2023', '2022~'].map(readPartialDate);
    expect(['2024-10', '2023', '2022~'].every((it, i) => readPartialDate(it) === dates[i])).toBe(true);
    expect(readPartialDate('2023/2024')).toBe(readPartialDate('2023/2024'));
    for (let day = 0; day < 66_000; day++) readPartialDate(isoOfDay(day));
    expect(readPartialDate('2023')).not.toBe(dates[1]);
    expect(readPartialDate('2023')).toEqual(dates[1]);
  });

  test('the longest date has 64 characters', () => {
    const years = Array.from({ length: 12 }, (_, i) => 2001 + i);
    const longest = `[   ${years.join(',')}]`;
    expect(longest).toHaveLength(64);
    expect(bounds(longest)).toBe('2001-01-01 2012-12-31 2001-01-01 2012-12-31');
    expect(reason(longest.replace('[', '[ '))).toBe('it has 65 characters, and no date is that long');
  });

  test('a question about a month asks about all its days', () => {
    expect(periodOf('2022-09')).toEqual({ first: dayOf('2022-09-01'), last: dayOf('2022-09-30') });
    expect(periodOf('2022/2024-10')).toEqual({ first: dayOf('2022-01-01'), last: dayOf('2024-10-31') });
    expect(periodOf('2022-10-01/..')).toEqual({ first: dayOf('2022-10-01'), last: FOREVER });
  });

  test('a question about no date is refused with what is wrong', () => {
    expect(() => periodOf('2024-13')).toThrow(
      new KnowledgeError('bad-date', '"2024-13" is not a date: there is no month 13.'),
    );
    expect(() => periodOf('30/10/2024')).toThrow(/Is it 2024-10-30\?$/);
    expect(() => periodOf('x'.repeat(64))).toThrow(`"${'x'.repeat(64)}" is not`);
    expect(() => periodOf('x'.repeat(65))).toThrow(`"${'x'.repeat(64)}…" is not`);
  });
});
