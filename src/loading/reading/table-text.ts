/**
 * The text of a table, read in pieces of whole lines each time it is asked for: it is never held, and may be larger than any
 * text can be. Packed with gzip it is unpacked on the way.
 */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Problem } from '../../base/problem.ts';
import { SourceFile } from '../../base/source-file.ts';
import { lineTooLong, noFile, unreadableFile, wrongEncoding } from './problems.ts';
import { findLongLine, LONGEST_LINE } from './read-text-file.ts';
import { unpackInThread } from './unpack-in-thread.ts';

/** Bytes that are read at once. Texts made of them die young, which costs least. */
const PIECE = 2 ** 16;
/** What unpacks to no more than this is unpacked at once. */
const SMALL = 2 ** 24;

const NEWLINE = 10;
const RETURN = 13;

/** Where a line begins, counted from 1, in bytes. */
interface Mark {
  readonly line: number;
  readonly at: number;
}

export class TableText extends SourceFile {
  /** The byte that ends lines: on old Macs a return alone. */
  readonly #lineEnd: number;
  /** Where pieces begin that were read, so that a line is found again without all that is before it. */
  readonly #marks: Mark[] = [{ line: 1, at: 0 }];

  constructor(path: string, lineEnd: number = NEWLINE) {
    super(path, '');
    this.#lineEnd = lineEnd;
  }

  override get text(): string {
    return [...this.pieces()].join('');
  }

  override *pieces(line = 1): Generator<string, void, undefined> {
    const isPacked = this.name.endsWith('.gz');
    let { line: first, at } = this.#marks.findLast((it) => it.line <= line)!;
    for (const bytes of linesOf(bytesOf(this.name, at), this.#lineEnd)) {
      const text = this.#textOf(bytes, at);
      const skipped = offsetBehind(text, line - first);
      at += bytes.length;
      first += linesIn(text);
      if (!isPacked && first > this.#marks.at(-1)!.line) this.#marks.push({ line: first, at });
      if (skipped < text.length) yield skipped === 0 ? text : text.slice(skipped);
    }
  }

  #textOf(bytes: Buffer, at: number): string {
    const text = bytes.toString('utf8');
    const plain = at === 0 && text.startsWith('\ufeff') ? text.slice(1) : text;
    return this.#lineEnd === RETURN ? plain.replaceAll('\r', '\n') : plain;
  }

  /** The text of a line; empty where the file is not there any more. */
  override lineText(line: number): string {
    try {
      for (const text of this.pieces(line)) return /^[^\n]*/.exec(text)![0].replace(/\r$/, '');
    } catch {
      // What cannot be read again is shown without its line.
    }
    return '';
  }

  /** What is wrong with the file: it is no text, or has a line that no table has. */
  check(): Problem | undefined {
    let isLong = false;
    for (const bytes of linesOf(bytesOf(this.name), this.#lineEnd)) {
      if (!isUtf8(bytes)) return wrongEncoding(this.name);
      isLong ||= bytes.length > LONGEST_LINE;
    }
    return isLong ? this.#longLine() : undefined;
  }

  #longLine(): Problem | undefined {
    let line = 1;
    for (const text of this.pieces()) {
      const found = findLongLine(text);
      const place = { file: this.name, line: line + linesIn(text.slice(0, found?.start)), column: 1, length: 1 };
      if (found) return lineTooLong(place, found.length, LONGEST_LINE);
      line += linesIn(text);
    }
    return undefined;
  }
}

/** A table, read through once to see whether it is one; or the reason why it is none. */
export function openTableText(path: string): TableText | Problem {
  try {
    if (!statSync(path).isFile()) return noFile(path);
    const table = new TableText(path, lineEndOf(path));
    return table.check() ?? table;
  } catch (error) {
    return unreadableFile(path, error);
  }
}

function lineEndOf(path: string): number {
  let hasReturn = false;
  for (const bytes of bytesOf(path)) {
    if (bytes.includes(NEWLINE)) return NEWLINE;
    hasReturn ||= bytes.includes(RETURN);
  }
  return hasReturn ? RETURN : NEWLINE;
}

/** The bytes of a file from an offset on, unpacked; each piece is good until the next one is asked for. */
function* bytesOf(path: string, from = 0): Generator<Buffer, void, undefined> {
  if (path.endsWith('.gz')) {
    const all = unpackSmall(path);
    if (!all) yield* unpackInThread(path);
    for (let at = 0; all && at < all.length; at += PIECE) yield all.subarray(at, at + PIECE);
  } else yield* rawBytesOf(path, from);
}

/** The bytes of a file as they are. */
export function* rawBytesOf(path: string, from = 0): Generator<Buffer, void, undefined> {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(PIECE);
    let at = from;
    for (let read = -1; read !== 0; at += read) {
      read = readSync(file, bytes, 0, PIECE, at);
      if (read > 0) yield bytes.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** All that is packed in a file; undefined where that is much. */
function unpackSmall(path: string): Buffer | undefined {
  if (statSync(path).size > SMALL) return undefined;
  try {
    return gunzipSync(readFileSync(path), { maxOutputLength: SMALL });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw error;
    return undefined;
  }
}

/** Pieces that end where lines do, as a character does there too; the last one where the file ends. */
function* linesOf(pieces: Iterable<Buffer>, lineEnd: number): Generator<Buffer, void, undefined> {
  let begun: Buffer[] = [];
  for (const bytes of pieces) {
    const end = bytes.lastIndexOf(lineEnd) + 1;
    if (end > 0) {
      yield begun.length === 0 ? bytes.subarray(0, end) : Buffer.concat([...begun, bytes.subarray(0, end)]);
      begun = [];
    }
    if (end < bytes.length) begun.push(Buffer.from(bytes.subarray(end)));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}

function linesIn(text: string): number {
  let count = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) count++;
  return count;
}

/** The offset behind so many lines of a text; its length where it has not more. */
function offsetBehind(text: string, lines: number): number {
  let offset = 0;
  for (let left = lines; left > 0; left--) {
    const end = text.indexOf('\n', offset);
    if (end === -1) return text.length;
    offset = end + 1;
  }
  return offset;
}
