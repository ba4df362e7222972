/**
 * Excel workbooks: sheets are tables, dates are days, and an archive that would grow without end is not unpacked.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Import, openImport } from '../../src/graph/import-graph.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { type ClubGraph, clubGraph, clubs } from './clubs.ts';

let graph: ClubGraph;
beforeAll(async () => {
  graph = await clubGraph(clubs);
});

const folder = temporaryFolder();

/** A zip archive of these files. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const [parts, list]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [content, packed] = [Buffer.from(text), deflateRawSync(text)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    // Of the one that is huge nobody gets so far as to look at the sum.
    head.writeUInt32LE(content.length > 1_000_000 ? 0 : crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    list.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, tail, Buffer.from(name));
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed]);
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A cell: a text, a number, or a day as Excel counts it. */
type Cell = string | number | { readonly day: number };

function sheetOf(rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell, place: string): string => {
    if (typeof value === 'string') return `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
    return typeof value === 'number'
      ? `<c r="${place}"><v>${value}</v></c>`
      : `<c r="${place}" s="1"><v>${value.day}</v></c>`;
  };
  const row = (cells: readonly Cell[], y: number): string =>
    `<row r="${y}">${cells.map((it, x) => cell(it, `${String.fromCharCode(65 + x)}${y}`)).join('')}</row>`;
  return `<worksheet xmlns="${main}"><sheetData>${rows.map((it, i) => row(it, i + 1)).join('')}</sheetData></worksheet>`;
}

/** A workbook of these sheets, as its parts. */
function workbookOf(sheets: Readonly<Record<string, string>>): Record<string, string> {
  const names = Object.keys(sheets);
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  return {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheets[name] ?? ''])),
  };
}

function take(bytes: Buffer, mapping?: string): Promise<Import<ClubGraph>> {
  const path = join(folder, 'book.xlsx');
  writeFileSync(path, bytes);
  return openImport(graph, path, mapping === undefined ? { source: 'source:minutes' } : { mapping });
}

const people = sheetOf([
  ['id', 'type', 'name', 'size', 'when', 'active'],
  ['person:cora', 'Person', ' Cora ', 5, { day: 45593 }, 'TRUE'],
]);
const memberships = sheetOf([
  ['from', 'to', 'type', 'when'],
  ['person:cora', 'club:chess', 'member-of', '2024'],
]);

describe('a workbook', () => {
  test('is a table of nodes and one of edges, wherever they stand; a third sheet is named', async () => {
    const notes = sheetOf([['note'], ['x']]);
    const taken = await take(zip(workbookOf({ Notes: notes, Edges: memberships, Nodes: people })));
    expect(taken.problems).toEqual([]);
    expect(taken.nodes.added.map(({ id, properties }) => [id, properties])).toEqual([
      ['person:cora', { name: 'Cora', size: 5, when: '2024-10-28', active: true, sources: ['source:minutes'] }],
    ]);
    expect(taken.edges.added.map(({ from, to, properties }) => [from, to, properties])).toEqual([
      ['person:cora', 'club:chess', { when: '2024' }],
    ]);
    expect(taken.ignored).toEqual([expect.stringMatching(/^table .*book\.xlsx#Notes$/)]);
  });

  test('tells the sheet and the row of what is wrong in it', async () => {
    const wrong = sheetOf([
      ['id', 'type', 'name'],
      ['person:x', 'Person', 'X'],
      ['person:y', 'Persn', 'Y'],
    ]);
    const { problems } = await take(zip(workbookOf({ Nodes: wrong })));
    expect(problems.map(({ code, at }) => [code, at?.file.replace(/^.*\//, ''), at?.line])).toEqual([
      ['unknown-node-type', 'book.xlsx#Nodes', 3],
    ]);
  });

  test('that is none, or is cut short, or has nothing in it, is refused', async () => {
    const whole = zip(workbookOf({ Nodes: people }));
    for (const bytes of [
      Buffer.from('id,name\n'),
      whole.subarray(0, whole.length - 60),
      zip({ 'a.txt': 'x' }),
      Buffer.alloc(0),
    ]) {
      const { problems, nodes } = await take(bytes);
      expect([problems.map((it) => it.code), nodes.added]).toEqual([['broken-file'], []]);
    }
  });

  test('that would be huge is refused before it is read: unpacked, or by a cell far off', async () => {
    const bomb = zip(workbookOf({ Nodes: `<worksheet xmlns="${main}">${' '.repeat(210_000_000)}</worksheet>` }));
    expect(bomb.length).toBeLessThan(1_000_000);
    const far = sheetOf([['id']]).replace('</row>', '<c r="XFD1048576"><v>1</v></c></row>');
    for (const bytes of [bomb, zip(workbookOf({ Nodes: far }))]) {
      const { problems } = await take(bytes);
      expect(problems.map((it) => it.code)).toEqual(['file-too-large']);
    }
  });

  // ClosedXML 1469, SheetJS 1899 and 1470, read-excel-file 109, openrefine 491, openpyxl's formulas.
  const oneCell = (cell: string, properties = ''): Buffer => {
    const sheet = sheetOf([
      ['id', 'type', 'name', 'when'],
      ['person:x', 'Person', 'X', 0],
    ]).replace('<c r="D2"><v>0</v></c>', cell);
    const parts = workbookOf({ Nodes: sheet });
    return zip({
      ...parts,
      'xl/workbook.xml': parts['xl/workbook.xml']?.replace('<sheets>', `${properties}<sheets>`) ?? '',
    });
  };

  test.each([
    ['a day', '<c r="D2" s="1"><v>42855</v></c>', '2017-04-30'],
    ['a day and all but an instant of the next', '<c r="D2" s="1"><v>42855.99</v></c>', undefined],
    ['a day before the one that Excel invented', '<c r="D2" s="1"><v>59</v></c>', '1900-02-28'],
    ['the first day', '<c r="D2" s="1"><v>1</v></c>', '1900-01-01'],
    ['a day behind it', '<c r="D2" s="1"><v>61</v></c>', '1900-03-01'],
    ['the value of a formula', '<c r="D2"><f>2000+24</f><v>2024</v></c>', '2024'],
    ['a number of sixteen digits', '<c r="D2"><v>2.0239999999999999E3</v></c>', '2024'],
  ])('has %s as it is shown, wherever it is read', async (_, cell, when) => {
    const { TZ } = process.env;
    for (const zone of ['America/Chicago', 'Asia/Kolkata', 'UTC']) {
      process.env.TZ = zone;
      const { nodes, problems } = await take(oneCell(cell));
      expect(nodes.added[0]?.properties.when, zone).toBe(when);
      expect(problems.map((it) => it.code)).toEqual(when === undefined ? ['bad-date'] : []);
    }
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });

  test('whose days begin in 1904 has the same days', async () => {
    const { nodes } = await take(oneCell('<c r="D2" s="1"><v>41393</v></c>', '<workbookPr date1904="1"/>'));
    expect(nodes.added[0]?.properties.when).toBe('2017-04-30');
  });

  test.each([
    ['an error', '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', /the cell D2 holds an error/],
    ['a formula without its value', '<c r="D2"><f>A2&amp;"!"</f></c>', /the formula in the cell D2 has no value yet/],
    ['a formula with an empty one', '<c r="D2" s="1"><f ca="1"/><v></v></c>', /the formula in the cell D2/],
  ])('with %s is refused, for a reader would take the cell for an empty one', async (_, cell, said) => {
    const { problems, nodes } = await take(oneCell(cell));
    expect(nodes.added).toEqual([]);
    expect(problems.map((it) => it.message)).toEqual([expect.stringMatching(said)]);
  });

  test('may have rows in which nothing stands, and later ones have their own numbers', async () => {
    const rows = sheetOf([
      ['id', 'type', 'name'],
      ['person:x', 'Person', 'X'],
      ['', '', ''],
      ['person:y', 'Persn', 'Y'],
    ]);
    const { problems } = await take(zip(workbookOf({ Nodes: rows })));
    expect(problems.map(({ code, at }) => [code, at?.line])).toEqual([['unknown-node-type', 4]]);
  });
});
