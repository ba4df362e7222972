import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';
import { CsvCursor } from '../../src/loading/reading/csv-cursor.ts';

/** All rows of a text, or the first fault as `line:column reason`. */
function rowsOf(text: string, separator = ','): string[][] | string {
  const cursor = new CsvCursor(new SourceFile('a.csv', text), separator);
  const rows: string[][] = [];
  while (cursor.next()) {
    if (cursor.fault) return `${cursor.fault.at.line}:${cursor.fault.at.column} ${cursor.fault.reason}`;
    rows.push(Array.from({ length: cursor.count }, (_, i) => cursor.cell(i)));
  }
  return rows;
}

describe('reading CSV', () => {
  test.each([
    [
      'plain cells',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no newline at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'Windows line ends',
      'a,b\r\n"c",d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells',
      ',a,\n,,\n',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['an empty cell at the very end', 'a,', [['a', '']]],
    ['blank lines are no rows', '\n\na\n\n\nb\n\n', [['a'], ['b']]],
    ['a separator in quotes', '"a,b",c', [['a,b', 'c']]],
    ['a quote in quotes', '"a ""b"" c",""', [['a "b" c', '']]],
    [
      'a line end in quotes',
      '"a\nb",c\nd,e',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['spaces are kept', ' a , b', [[' a ', ' b']]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => expect(rowsOf(text)).toEqual(rows));

  test('another separator', () => expect(rowsOf('a;"b;c";d,e\n', ';')).toEqual([['a', 'b;c', 'd,e']]));

  test.each([
    ['a,b"c\n', '1:4 a quote stands inside a cell. Put the cell in quotes and write this one twice'],
    ['a\n"b" c\n', '2:4 there is text behind the closing quote. Write a quote inside a cell twice'],
    ['a\nb,"c\nd\n', '2:3 this quote is never closed'],
  ])('%j is refused where it breaks', (text, said) => expect(rowsOf(text)).toBe(said));

  test('reads on behind a row that is broken', () => {
    const cursor = new CsvCursor(new SourceFile('a.csv', 'a"b,c\nd,e\n'));
    expect([cursor.next(), cursor.fault !== undefined]).toEqual([true, true]);
    expect([cursor.next(), cursor.fault, cursor.cell(0), cursor.line]).toEqual([true, undefined, 'd', 2]);
  });
});

describe('places', () => {
  test('a cell knows its line, column and length, behind quotes of several lines too', () => {
    const cursor = new CsvCursor(new SourceFile('a.csv', 'a,b\n"x\ny",zoë\nlast,one\n'));
    cursor.next();
    cursor.next();
    expect(cursor.placeOf(0)).toEqual({ file: 'a.csv', line: 2, column: 2, length: 3 });
    expect(cursor.placeOf(1)).toEqual({ file: 'a.csv', line: 3, column: 4, length: 3 });
    cursor.next();
    expect([cursor.line, cursor.placeOf(1).column]).toEqual([4, 6]);
  });

  test('a cursor may begin at any row', () => {
    const file = new SourceFile('a.csv', 'a,b\n"x\ny",z\nlast,one\n');
    const cursor = new CsvCursor(file, ',', 4);
    expect([cursor.next(), cursor.cell(0), cursor.line, cursor.next()]).toEqual([true, 'last', 4, false]);
  });
});

test('whatever the csv-parse package reads, it reads alike', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '\r\n', ';'), maxLength: 6 });
  const quoted = cell.map((it) => `"${it.replaceAll('"', '""')}"`);
  const plain = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ';'), maxLength: 4 });
  const row = fc.array(fc.oneof(quoted, plain), { minLength: 1, maxLength: 4 }).map((it) => it.join(','));
  const text = fc
    .tuple(fc.array(row, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([rows, end, closed]) => rows.join(end) + (closed ? end : ''));
  fc.assert(
    fc.property(text, (it) => {
      const twin = parse(it, { relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n'] });
      expect(rowsOf(it)).toEqual(twin);
    }),
    { numRuns: 2000 },
  );
});

test('whatever the text, a cursor comes to its end', () => {
  const soup = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r'), maxLength: 30 });
  fc.assert(
    fc.property(soup, (text) => {
      const cursor = new CsvCursor(new SourceFile('a.csv', text));
      let rows = 0;
      while (cursor.next()) rows++;
      expect(rows).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1000 },
  );
});
