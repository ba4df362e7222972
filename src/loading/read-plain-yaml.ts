/**
 * The YAML that dossiers are written in, read quickly: the plain part of the language, with a place for every value.
 *
 * A full YAML parser spends most of the start of a server on tokens that no dossier has. This reader knows block maps
 * and lists, texts on one line, and lists and maps in brackets. Where a file has anything else (a text over several
 * lines, an anchor, a fault) it gives up, and the file is read by the full parser, whose word counts; what this reader
 * does read, it reads as the full parser would.
 */
import type { Position } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import type { Located, LocatedEntry, LocatedList, LocatedMap } from './located.ts';
import { readPlainScalar } from './read-plain-scalar.ts';

/** The value of a file that is plain YAML; undefined when it is not, or is empty. */
export function readPlainYaml(file: SourceFile): Located | undefined {
  const { text } = file;
  // Tabs, carriage returns and the marks of several documents have rules of their own.
  if (/[\t\r\uFEFF]|^(?:---|\.\.\.|%)/m.test(text)) return undefined;
  return new PlainYaml(file).read();
}

/** Thrown where the text leaves the plain part of the language. */
const notPlain = Symbol('not plain YAML');

/** A word that is no `null`, which the full parser takes for no key at all. */
const KEY = /(?!(?:null|Null|NULL):)([A-Za-z_][\w-]*):(?=[ \n]|$)/y;
/** The rest of a line that says nothing: blanks, and maybe a comment behind one. */
const REST = /(?: *| +#[^\n]*)(?:\n|$)/y;

class PlainYaml {
  readonly #file: SourceFile;
  readonly #text: string;
  /** Offset of the first character that was not read. */
  #at = 0;
  /** Of the line that `#at` is in: its number, and where it starts. */
  #line = 1;
  #lineStart = 0;
  /** Where the value that was read last ends. */
  #end = 0;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#text = file.text;
  }

  read(): Located | undefined {
    try {
      if (!this.#nextEntry()) return undefined;
      const value = this.#readBlock();
      return this.#at < this.#text.length ? undefined : value;
    } catch (error) {
      // A text of brackets alone exhausts the stack; the full parser tells of it.
      if (error === notPlain || error instanceof RangeError) return undefined;
      throw error;
    }
  }

  get #column(): number {
    return this.#at - this.#lineStart;
  }

  /** A map or a list whose first entry begins here. Afterwards the first entry behind it is next. */
  #readBlock(): Located {
    return this.#isItem() ? this.#readItems() : this.#readPairs();
  }

  #readItems(): LocatedList {
    const [column, place] = [this.#column, this.#place()];
    const items: Located[] = [];
    do {
      this.#at++;
      const inLine = !this.#isRestEmpty();
      if (inLine) this.#skipBlanks();
      if (inLine && this.#isItem()) throw notPlain;
      KEY.lastIndex = this.#at;
      if (inLine && KEY.test(this.#text)) items.push(this.#readPairs());
      else items.push(this.#readValue(column, inLine));
    } while (this.#isAt(column) && this.#isItem());
    return { kind: 'list', items, at: place(this.#end) };
  }

  #readPairs(): LocatedMap {
    const [column, place] = [this.#column, this.#place()];
    const entries = new Map<string, LocatedEntry>();
    do {
      const keyPlace = this.#place();
      const key = this.#readKey();
      const keyAt = keyPlace(this.#at - 1);
      if (entries.has(key)) throw notPlain;
      const inLine = !this.#isRestEmpty();
      if (inLine) this.#skipBlanks();
      // A list below its key may stand as far to the left as the key.
      else if (this.#nextEntry() && this.#column === column && this.#isItem()) {
        entries.set(key, { keyAt, value: this.#readItems() });
        continue;
      }
      entries.set(key, { keyAt, value: inLine ? this.#readValue(column, true) : this.#readBelow(column) });
    } while (this.#isAt(column) && !this.#isItem());
    return { kind: 'map', entries, at: place(this.#end) };
  }

  #readKey(): string {
    KEY.lastIndex = this.#at;
    const key = KEY.exec(this.#text)?.[1];
    if (key === undefined) throw notPlain;
    this.#at = KEY.lastIndex;
    return key;
  }

  /** The value of an item or a key that stands at `column`: in the same line, or in the lines below. */
  #readValue(column: number, inLine: boolean): Located {
    if (!inLine) {
      this.#nextEntry();
      return this.#readBelow(column);
    }
    const value = this.#readInline(false);
    this.#endLine();
    // Lines further in would go on with the text.
    if (this.#nextEntry() && this.#column > column) throw notPlain;
    return value;
  }

  /** The block in the lines below an item or a key at `column`; nothing there would be an empty value. */
  #readBelow(column: number): Located {
    if (this.#at >= this.#text.length || this.#column <= column) throw notPlain;
    return this.#readBlock();
  }

  /** A text, or a list or map in brackets. Inside brackets commas and brackets end a text. */
  #readInline(inBrackets: boolean): Located {
    const place = this.#place();
    const first = this.#text[this.#at];
    if (first === '[') return this.#readBracketed(']', place);
    if (first === '{') return this.#readBracketed('}', place);
    const scalar = readPlainScalar(this.#text, this.#at, inBrackets);
    if (!scalar) throw notPlain;
    this.#at = this.#end = scalar.end;
    const { value, text } = scalar;
    return { kind: 'scalar', value, text, at: place(scalar.end) };
  }

  #readBracketed(close: ']' | '}', place: (end: number) => Position): Located {
    const items: Located[] = [];
    const entries = new Map<string, LocatedEntry>();
    this.#at++;
    this.#skipSpace();
    while (this.#text[this.#at] !== close) {
      if (close === ']') items.push(this.#readInline(true));
      else this.#readBracketedPair(entries);
      this.#skipSpace();
      if (this.#text[this.#at] === ',') {
        this.#at++;
        this.#skipSpace();
      } else if (this.#text[this.#at] !== close) throw notPlain;
    }
    this.#end = ++this.#at;
    return close === ']'
      ? { kind: 'list', items, at: place(this.#end) }
      : { kind: 'map', entries, at: place(this.#end) };
  }

  #readBracketedPair(entries: Map<string, LocatedEntry>): void {
    const keyPlace = this.#place();
    const key = this.#readKey();
    const keyAt = keyPlace(this.#at - 1);
    if (entries.has(key)) throw notPlain;
    this.#skipSpace();
    entries.set(key, { keyAt, value: this.#readInline(true) });
  }

  /** Whether an item of a list begins here. */
  #isItem(): boolean {
    const behind = this.#text[this.#at + 1];
    return this.#text[this.#at] === '-' && (behind === ' ' || behind === '\n' || behind === undefined);
  }

  /** Whether the next entry stands at `column`; one that stands further in fits nowhere. */
  #isAt(column: number): boolean {
    if (this.#at >= this.#text.length) return false;
    if (this.#column > column) throw notPlain;
    return this.#column === column;
  }

  #isRestEmpty(): boolean {
    REST.lastIndex = this.#at;
    return REST.test(this.#text);
  }

  /** Goes to the end of a line that holds nothing more. */
  #endLine(): void {
    if (!this.#isRestEmpty()) throw notPlain;
  }

  /** Goes to the next line that has an entry; false behind the last. Only blanks or a comment are left in this one. */
  #nextEntry(): boolean {
    const { length } = this.#text;
    if (this.#at > 0) this.#nextLine();
    while (this.#at < length) {
      this.#skipBlanks();
      const here = this.#text[this.#at];
      if (here !== undefined && here !== '\n' && here !== '#') return true;
      this.#nextLine();
    }
    return false;
  }

  #nextLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = this.#lineStart = end === -1 ? this.#text.length : end + 1;
    this.#line++;
  }

  #skipBlanks(): void {
    while (this.#text[this.#at] === ' ') this.#at++;
  }

  /** Skips blanks and the ends of lines inside brackets. */
  #skipSpace(): void {
    for (;;) {
      this.#skipBlanks();
      if (this.#text[this.#at] !== '\n') return;
      this.#nextLine();
    }
  }

  /** The place that begins here, once its end is known. */
  #place(): (end: number) => Position {
    const [start, line, column] = [this.#at, this.#line, this.#column + 1];
    return (end) => ({ file: this.#file.name, line, column, length: Math.max(1, end - start) });
  }
}
