import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';
import { CsvCursor } from '../../src/loading/reading/csv-cursor.ts';
import { openTableText, TableText } from '../../src/loading/reading/table-text.ts';
import { unpackInThread } from '../../src/loading/reading/unpack-in-thread.ts';

const folder = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function opened(path: string): TableText {
  const table = openTableText(path);
  if (!(table instanceof TableText)) throw new Error(table.message);
  return table;
}

/** Every row with its line and the places of its cells; of a broken one the fault. */
function rowsOf(file: SourceFile, line = 1): unknown[] {
  const cursor = new CsvCursor(file, ',', line);
  const rows: unknown[] = [];
  while (cursor.next()) {
    const cells = Array.from({ length: cursor.count }, (_, i) => [cursor.cell(i), cursor.placeOf(i)]);
    rows.push([cursor.line, cells, cursor.fault]);
  }
  return rows;
}

/** Rows of every kind, many of them around the places where pieces of the file meet. */
const tables = fc
  .array(
    fc.oneof(
      fc.constantFrom('a,b\n', '"a\n\n""b""",c\r\n', '\n', 'é,€😀\n', 'a"b,c\n', '"a"b,c\n', ',\n', '"x,y"\n', '\r\n'),
      fc.integer({ min: 1, max: 70_000 }).map((length) => `${'x'.repeat(length)},y\n`),
      fc.integer({ min: 1, max: 35_000 }).map((length) => `"${'x\n'.repeat(length)}",y\n`),
    ),
    { maxLength: 8 },
  )
  .chain((rows) => fc.constantFrom('', 'last', '"open', '"open\nand\n').map((end) => rows.join('') + end));

test('a table read in pieces has the rows, places and faults of its whole text', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom('plain.csv', 'packed.csv.gz'), (text, name) => {
      const table = opened(fileOf(name, name.endsWith('.gz') ? gzipSync(text) : text));
      const whole = new SourceFile(table.name, text);
      expect(rowsOf(table)).toEqual(rowsOf(whole));
      const lines = text.split('\n').length;
      for (const line of [1, 2, Math.ceil(lines / 2), lines]) {
        expect(table.lineText(line)).toBe(whole.lineText(line));
        expect(rowsOf(table, line)).toEqual(rowsOf(whole, line));
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

describe('a table', () => {
  test('of old Macs, whose lines end in a return, and with a mark at its beginning', () => {
    const table = opened(fileOf('mac.csv', '\ufeffa,b\rc,"d\re"\r'));
    expect(rowsOf(table)).toEqual(rowsOf(new SourceFile(table.name, 'a,b\nc,"d\ne"\n')));
    expect(table.text).toBe('a,b\nc,"d\ne"\n');
  });

  test('is refused for a byte that is no text, wherever it stands', () => {
    const bytes = Buffer.from(`a,b\n${'x,y\n'.repeat(50_000)}`);
    bytes[180_000] = 0xff;
    expect(openTableText(fileOf('bytes.csv', bytes))).toMatchObject({ code: 'wrong-encoding' });
  });

  test('is refused for a line that is too long, where it begins', () => {
    const text = `a,b\n${'x,y\n'.repeat(50_000)}${'é'.repeat(1_000_001)}\nx,y\n`;
    expect(openTableText(fileOf('long.csv', text))).toMatchObject({
      code: 'line-too-long',
      message: expect.stringContaining('has 1000001 characters'),
      at: { line: 50_002, column: 1 },
    });
    expect(openTableText(fileOf('not-long.csv', `a,b\n${'é'.repeat(1_000_000)}\n`))).toBeInstanceOf(TableText);
  });

  test('that is there no more shows no line', () => {
    expect(new TableText(join(folder, 'gone.csv')).lineText(1)).toBe('');
  });
});

describe('what is packed', () => {
  const text = Array.from({ length: 3_000_000 }, (_, i) => `${i},é\n`).join('');
  const packed = gzipSync(text, { level: 1 });

  test('and large is unpacked by a thread, and read like any other', () => {
    const table = opened(fileOf('large.csv.gz', packed));
    expect(Buffer.concat([...unpackInThread(table.name)]).equals(Buffer.from(text))).toBe(true);
    expect(table.lineText(2_999_999)).toBe('2999998,é');
    const cursor = new CsvCursor(table);
    for (let i = 0; i < 10; i++) cursor.next();
    expect([cursor.cell(0), cursor.line]).toEqual(['9', 10]);
    cursor.close();
  });

  test.each([
    ['its end is missing', packed.subarray(0, -1000), 'its end is missing'],
    ['it is damaged', Buffer.from(packed).fill(7, packed.length - 5000, packed.length - 4000), 'is damaged'],
    ['it is not packed', Buffer.from('a,b\n'), 'is not packed with gzip'],
  ])('is refused where %s', (_, bytes, said) => {
    expect(openTableText(fileOf('broken.csv.gz', bytes))).toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining(said),
    });
  });
});
