/**
 * Excel workbooks (`.xlsx`): the sheets as tables, read by `read-excel-file`, which knows dates and shared texts.
 *
 * A workbook is an archive, so a small one can hold a huge sheet, or name a cell far off that makes a huge table: both are
 * looked for before it is read.
 */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Problem } from '../base/problem.ts';
import { SourceFile } from '../base/source-file.ts';
import { unreadableFile } from '../loading/reading/problems.ts';
import { brokenFile, fileTooLarge } from './problems.ts';

const FORMAT = 'an Excel workbook';

/** Bytes, unpacked; and cells, empty ones among them, in the smallest square around those of a sheet. */
const LARGEST = 200_000_000;
const MOST_CELLS = 20_000_000;

/** What there is to read: the path of a file, a text that is at hand, or why there is none. */
export type Given = string | SourceFile | Problem;

/** The files at these paths, workbooks among them as their sheets. */
export async function openWorkbooks(paths: readonly string[]): Promise<Given[]> {
  const all: Given[] = [];
  for (const path of paths) {
    if (/^\.xls[xm]$/.test(extname(path).toLowerCase())) all.push(...(await readWorkbook(path)));
    else all.push(path);
  }
  return all;
}

/** The sheets of a workbook that have anything in them, or the problem that keeps it from being read. */
export async function readWorkbook(path: string): Promise<(SourceFile | Problem)[]> {
  const start = { file: path, line: 1, column: 1 };
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return [unreadableFile(path, error)];
  }
  try {
    const size = measure(bytes);
    if (size > LARGEST) return [fileTooLarge([path], size, LARGEST)];
    const { default: readSheets } = await import('read-excel-file/universal');
    const content = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const sheets = await readSheets<string>(content, { parseNumber: numberText });
    const filled = sheets.filter(({ data }) => data.length > 0);
    if (filled.length === 0) return [brokenFile(start, FORMAT, 'it is empty')];
    return filled.map(({ sheet, data }) => new SourceFile(`${path}#${sheet}`, tableOf(data)));
  } catch (error) {
    return [brokenFile(start, FORMAT, (error as Error).message)];
  }
}

/** Rows as CSV; blanks around a text are seldom meant in a spreadsheet, and are gone. */
const tableOf = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((cells) => `${cells.map((it) => `"${textOf(it).replaceAll('"', '""')}"`).join(',')}\n`).join('');

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  // Excel counts days as if there had been a 29 February 1900.
  const isBefore = cell.getTime() < MARCH_1900;
  const text = (isBefore ? new Date(cell.getTime() + DAY) : cell).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

const DAY = 86_400_000;
const MARCH_1900 = Date.UTC(1900, 2, 1);

/** A number as a spreadsheet shows it, which knows fifteen digits: files say 19.989999999999998 for 19.99. */
const numberText = (text: string): string =>
  /^-?\d{1,15}$/.test(text) ? text : String(Number(Number(text).toPrecision(15)));

/** How large the archive is unpacked; `Infinity` where it is too large to say. Throws where it is no archive. */
function measure(bytes: Buffer): number {
  let size = 0;
  for (const { name, data } of entriesOf(bytes)) {
    const content = data(LARGEST - size);
    if (!content) return Number.POSITIVE_INFINITY;
    size += content.length;
    if (!/worksheets\/[^/]*\.xml$/.test(name)) continue;
    const sheet = content.toString('latin1');
    if (cellsIn(sheet) > MOST_CELLS) return Number.POSITIVE_INFINITY;
    refuseEmptied(sheet);
  }
  return size;
}

/** A cell that holds an error, or a formula that nobody has calculated yet: a reader takes both for empty ones. */
function refuseEmptied(sheet: string): void {
  const error = / r="([A-Z]+\d+)"(?: s="\d+")? t="e"/.exec(sheet)?.[1];
  if (error !== undefined) throw new Error(`the cell ${error} holds an error, such as #N/A. Mend it, or empty it`);
  const formula = /<c r="([A-Z]+\d+)"[^<>]*><f(?:[^<>]*\/>|[^<>]*>[^<]*<\/f>)(?:<v\/>|<v><\/v>)?<\/c>/.exec(sheet)?.[1];
  if (formula === undefined) return;
  throw new Error(
    `the formula in the cell ${formula} has no value yet. Open the file in a spreadsheet and save it there`,
  );
}

/** How many cells a sheet has from its corner to the last one that it names. */
function cellsIn(sheet: string): number {
  let [rows, columns] = [0, 0];
  for (const [, column = '', row] of sheet.matchAll(/ r="([A-Z]{0,4})(\d{1,8})"/g)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(
      columns,
      [...column].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0),
    );
  }
  return rows * columns;
}

interface ArchiveEntry {
  readonly name: string;
  /** The content; undefined where it has more bytes than that. */
  data(most: number): Buffer | undefined;
}

/** What is in a zip archive, by its central directory. */
function* entriesOf(bytes: Buffer): Generator<ArchiveEntry> {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1) throw new Error('it is no archive, or is cut short');
  let at = bytes.readUInt32LE(end + 16);
  for (let i = bytes.readUInt16LE(end + 10); i > 0; i--) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('its list of contents is damaged');
    const [method, packed, start] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ];
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const content = bytes.subarray(from, from + packed);
    yield { name, data: (most) => (method === 0 ? atMost(content, most) : inflated(content, most)) };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

const atMost = (content: Buffer, most: number): Buffer | undefined => (content.length > most ? undefined : content);

function inflated(content: Buffer, most: number): Buffer | undefined {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}
