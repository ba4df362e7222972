/**
 * CSV, row by row, with the place of every cell.
 *
 * A cursor moves over the text, a piece of which it has at a time, and keeps only where the cells of the present row begin
 * and end; a cell becomes a string when somebody asks. So a million rows cost what is read of them, and a problem can point
 * at the cell. It follows RFC 4180; csv-parse, which reads the same but keeps no places, is its twin in the tests.
 */
import type { CellMemo } from '../../base/cell-memo.ts';
import type { Position } from '../../base/problem.ts';
import type { SourceFile } from '../../base/source-file.ts';

/** A row as templates see it: one of a table of facts, or a node or an edge of another program's graph. */
export interface TableRow {
  readonly file: { readonly name: string };
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** The text of a cell, counted from 0; empty where there is none. */
  cell(index: number): string;
  /** What a memo has for the text of a cell, and a new value for it; where texts are cut out of a longer one. */
  recall?<Value>(index: number, memo: CellMemo<Value>): Value | undefined;
  memorise?<Value>(index: number, memo: CellMemo<Value>, value: Value): void;
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

/** A quote that is not closed within so many characters never is. */
const LONGEST_ROW = 2 ** 28;

export class CsvCursor implements TableRow {
  readonly file: SourceFile;
  /** How many cells the row has. */
  count = 0;
  /** The line on which the row begins, counted from 1. */
  line = 0;
  /** What is wrong with the row; its cells up to there can be read. */
  fault: CsvFault | undefined;
  /** Whether a cell of the row stands in quotes. */
  hasQuotes = false;
  readonly #separator: number;
  readonly #pieces: Iterator<string, void>;
  /** The present row, and what of the file is there already behind it. */
  #text = '';
  /** The character codes of the text, and a zero behind them: in an array each is read in a fraction of the time. */
  #codes = new Uint16Array(0);
  #rowStart = 0;
  #offset = 0;
  #nextLine: number;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #escaped: boolean[] = [];

  /** A cursor before the row that begins on `line`. The separator is one character. */
  constructor(file: SourceFile, separator = ',', line = 1) {
    this.file = file;
    this.#separator = separator.charCodeAt(0);
    this.#pieces = file.pieces(line);
    this.#nextLine = line;
    this.#setText(this.#pieces.next().value ?? '');
  }

  /** Moves to the next row that is not blank; false behind the last. */
  next(): boolean {
    do {
      this.#skipBlankLines();
      if (this.#offset < this.#text.length) return this.#readRow();
      this.#rowStart = this.#offset;
    } while (this.#readOn());
    this.line = this.#nextLine;
    this.count = 0;
    this.fault = undefined;
    return false;
  }

  /** Lets go of the file, for whoever does not go on to the last row. */
  close(): void {
    this.#pieces.return?.();
  }

  #setText(text: string): void {
    this.#text = text;
    if (text.length >= this.#codes.length) this.#codes = new Uint16Array(text.length + 1);
    Buffer.from(this.#codes.buffer).write(text, 'utf16le');
    this.#codes[text.length] = 0;
  }

  #readRow(): true {
    this.hasQuotes = false;
    this.#rowStart = this.#offset;
    this.line = this.#nextLine;
    this.count = 0;
    this.fault = undefined;
    for (;;) {
      if (this.#codes[this.#offset] === QUOTE) {
        this.hasQuotes = true;
        // A quote that is open at the end of the piece: the row is read again when there is more of it.
        if (!this.#readQuoted() && this.#readOn()) {
          this.#nextLine = this.line;
          this.count = 0;
          this.fault = undefined;
          continue;
        }
      } else this.#readPlain();
      if (this.fault) return this.#leaveRow();
      if (this.#offset >= this.#text.length || this.#codes[this.#offset] !== this.#separator) return this.#leaveRow();
      this.#offset++;
    }
  }

  /** Puts what follows in the file behind the present row, at least as much again; false where nothing follows. */
  #readOn(): boolean {
    const row = this.#text.slice(this.#rowStart);
    let more = '';
    while (more.length <= row.length && row.length < LONGEST_ROW) {
      const { value } = this.#pieces.next();
      if (value === undefined) break;
      more += value;
    }
    if (more === '') return false;
    this.#setText(row + more);
    this.#rowStart = 0;
    this.#offset = 0;
    return true;
  }

  /** The text of a cell, counted from 0; empty when the row has no such cell. */
  cell(index: number): string {
    if (index >= this.count) return '';
    const text = this.#text.slice(this.#starts[index], this.#ends[index]);
    return this.#escaped[index] ? text.replaceAll('""', '"') : text;
  }

  /** What a memo has for the characters from one cell to another one. */
  recall<Value>(index: number, memo: CellMemo<Value>, last: number = index): Value | undefined {
    return last < this.count ? memo.find(this.#codes, this.#starts[index]!, this.#ends[last]!) : undefined;
  }

  memorise<Value>(index: number, memo: CellMemo<Value>, value: Value, last: number = index): void {
    if (last < this.count) memo.add(this.#codes, this.#starts[index]!, this.#ends[last]!, value);
  }

  /** Whether a cell stands in quotes. */
  isQuoted(index: number): boolean {
    return this.#codes[this.offsetOf(index) - 1] === QUOTE;
  }

  /** The offset of a cell of the present row, behind its opening quote. */
  offsetOf(index: number): number {
    return index < this.count ? this.#starts[index]! : this.#rowStart;
  }

  /** How many characters of the text a cell takes. */
  lengthOf(index: number): number {
    return index < this.count ? this.#ends[index]! - this.#starts[index]! : 0;
  }

  /** Where a cell stands. */
  placeOf(index: number): Position {
    return this.placeAt(this.offsetOf(index), this.lengthOf(index));
  }

  placeAt(offset: number, length: number): Position {
    let [line, start] = [this.line, this.#rowStart];
    for (let end = this.#text.indexOf('\n', start); end !== -1 && end < offset; end = this.#text.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    return { file: this.file.name, line, column: offset - start + 1, length: Math.max(1, length) };
  }

  #skipBlankLines(): void {
    const codes = this.#codes;
    for (;;) {
      const here = codes[this.#offset];
      if (here === NEWLINE) this.#offset++;
      else if (here === RETURN && codes[this.#offset + 1] === NEWLINE) this.#offset += 2;
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
    const [codes, separator, length] = [this.#codes, this.#separator, this.#text.length];
    const start = this.#offset;
    let end = start;
    for (; end < length; end++) {
      const here = codes[end];
      if (here === separator || here === NEWLINE) break;
      if (here === QUOTE)
        this.#fail(end, 'a quote stands inside a cell. Put the cell in quotes and write this one twice');
    }
    this.#offset = end;
    const isLast = end === length || codes[end] !== separator;
    this.#push(start, isLast && end > start && codes[end - 1] === RETURN ? end - 1 : end, false);
  }

  /** Reads a cell in quotes; false where it is not closed in this piece. */
  #readQuoted(): boolean {
    const [text, codes] = [this.#text, this.#codes];
    const start = this.#offset + 1;
    let end = text.indexOf('"', start);
    let escaped = false;
    while (end !== -1 && codes[end + 1] === QUOTE) {
      escaped = true;
      end = text.indexOf('"', end + 2);
    }
    if (end === -1) {
      this.#fail(this.#offset, 'this quote is never closed', true);
      this.#offset = text.length;
      return false;
    }
    // Not by `indexOf`, which would go on to the end of a line that may be the whole file.
    for (let i = start; i < end; i++) if (codes[i] === NEWLINE) this.#nextLine++;
    this.#push(start, end, escaped);
    this.#offset = end + 1;
    if (codes[this.#offset] === RETURN && codes[this.#offset + 1] === NEWLINE) this.#offset++;
    const behind = codes[this.#offset];
    const ends = this.#offset >= text.length || behind === NEWLINE || behind === this.#separator;
    if (!ends) this.#fail(this.#offset, 'there is text behind the closing quote. Write a quote inside a cell twice');
    return true;
  }

  #fail(offset: number, reason: string, last = false): void {
    this.fault ??= { at: this.placeAt(offset, 1), reason, last };
  }

  /** Goes to the start of the next line. */
  #leaveRow(): true {
    const { length } = this.#text;
    // Most rows end here; behind a fault the rest of the line is passed over.
    while (this.#offset < length && this.#codes[this.#offset] !== NEWLINE) this.#offset++;
    this.#offset = Math.min(length, this.#offset + 1);
    this.#nextLine++;
    return true;
  }
}
