/**
 * CSV, row by row, with the place of every cell.
 *
 * A cursor moves over the text and keeps only where the cells of the present row begin and end; a cell becomes a string
 * when somebody asks. So a million rows cost what is read of them, and a problem can point at the cell. It follows
 * RFC 4180; csv-parse, which reads the same but keeps no places, is its twin in the tests.
 */
import type { Position } from '../../base/problem.ts';
import type { SourceFile } from '../../base/source-file.ts';

/** A row as templates see it: one of a table of facts, or a node or an edge of another program's graph. */
export interface TableRow {
  readonly file: { readonly name: string };
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** The text of a cell, counted from 0; empty where there is none. */
  cell(index: number): string;
  /** The items of a cell that holds a list by itself; other cells are texts. */
  items?(index: number): readonly string[] | undefined;
  /** Where a cell begins and how long it is, as numbers: cheap to keep, and turned into a place when somebody asks. */
  offsetOf(index: number): number;
  lengthOf(index: number): number;
  placeAt(offset: number, length: number): Position;
  placeOf(index: number): Position;
}

/** What breaks a row: where, and in words that end a sentence. */
export interface CsvFault {
  readonly at: Position;
  readonly reason: string;
  /** Nothing behind this fault can be read. */
  readonly last: boolean;
}

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;

export class CsvCursor implements TableRow {
  readonly file: SourceFile;
  /** How many cells the row has. */
  count = 0;
  /** The line on which the row begins, counted from 1. */
  line = 0;
  /** What is wrong with the row; its cells up to there can be read. */
  fault: CsvFault | undefined;
  readonly #separator: number;
  #offset: number;
  #nextLine: number;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #escaped: boolean[] = [];

  /** A cursor before the row that begins on `line`. The separator is one character. */
  constructor(file: SourceFile, separator = ',', line = 1) {
    this.file = file;
    this.#separator = separator.charCodeAt(0);
    this.#offset = line === 1 ? 0 : file.offsetOfLine(line);
    this.#nextLine = line;
  }

  /** Moves to the next row that is not blank; false behind the last. */
  next(): boolean {
    const { text } = this.file;
    this.#skipBlankLines();
    this.line = this.#nextLine;
    this.count = 0;
    this.fault = undefined;
    if (this.#offset >= text.length) return false;
    for (;;) {
      if (text.charCodeAt(this.#offset) === QUOTE) this.#readQuoted();
      else this.#readPlain();
      if (this.fault) return this.#leaveRow();
      if (text.charCodeAt(this.#offset) !== this.#separator) return this.#leaveRow();
      this.#offset++;
    }
  }

  /** The text of a cell, counted from 0; empty when the row has no such cell. */
  cell(index: number): string {
    if (index >= this.count) return '';
    const text = this.file.text.slice(this.#starts[index], this.#ends[index]);
    return this.#escaped[index] ? text.replaceAll('""', '"') : text;
  }

  /** The offset of a cell in the text of the file, behind its opening quote. */
  offsetOf(index: number): number {
    return this.#starts[index] ?? this.file.offsetOfLine(this.line);
  }

  /** How many characters of the text a cell takes. */
  lengthOf(index: number): number {
    return index < this.count ? (this.#ends[index] ?? 0) - (this.#starts[index] ?? 0) : 0;
  }

  /** Where a cell stands. */
  placeOf(index: number): Position {
    return this.placeAt(this.offsetOf(index), this.lengthOf(index));
  }

  placeAt(offset: number, length: number): Position {
    return this.file.positionAt(offset, Math.max(1, length));
  }

  #skipBlankLines(): void {
    const { text } = this.file;
    for (;;) {
      const here = text.charCodeAt(this.#offset);
      if (here === NEWLINE) this.#offset++;
      else if (here === RETURN && text.charCodeAt(this.#offset + 1) === NEWLINE) this.#offset += 2;
      else return;
      this.#nextLine++;
    }
  }

  #push(start: number, end: number, escaped: boolean): void {
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.#escaped[this.count] = escaped;
    this.count++;
  }

  #readPlain(): void {
    const { text } = this.file;
    const start = this.#offset;
    let end = start;
    for (; end < text.length; end++) {
      const here = text.charCodeAt(end);
      if (here === this.#separator || here === NEWLINE) break;
      if (here === QUOTE)
        this.#fail(end, 'a quote stands inside a cell. Put the cell in quotes and write this one twice');
    }
    this.#offset = end;
    const isLast = text.charCodeAt(end) !== this.#separator;
    this.#push(start, isLast && text.charCodeAt(end - 1) === RETURN && end > start ? end - 1 : end, false);
  }

  #readQuoted(): void {
    const { text } = this.file;
    const start = this.#offset + 1;
    let end = text.indexOf('"', start);
    let escaped = false;
    while (end !== -1 && text.charCodeAt(end + 1) === QUOTE) {
      escaped = true;
      end = text.indexOf('"', end + 2);
    }
    if (end === -1) {
      this.#fail(this.#offset, 'this quote is never closed', true);
      this.#offset = text.length;
      return;
    }
    // Not by `indexOf`, which would go on to the end of a line that may be the whole file.
    for (let i = start; i < end; i++) if (text.charCodeAt(i) === NEWLINE) this.#nextLine++;
    this.#push(start, end, escaped);
    this.#offset = end + 1;
    if (text.charCodeAt(this.#offset) === RETURN && text.charCodeAt(this.#offset + 1) === NEWLINE) this.#offset++;
    const behind = text.charCodeAt(this.#offset);
    const ends = Number.isNaN(behind) || behind === NEWLINE || behind === this.#separator;
    if (!ends) this.#fail(this.#offset, 'there is text behind the closing quote. Write a quote inside a cell twice');
  }

  #fail(offset: number, reason: string, last = false): void {
    this.fault ??= { at: this.file.positionAt(offset), reason, last };
  }

  /** Goes to the start of the next line. */
  #leaveRow(): true {
    const { text } = this.file;
    const end = text.indexOf('\n', this.#offset);
    this.#offset = end === -1 ? text.length : end + 1;
    this.#nextLine++;
    return true;
  }
}
