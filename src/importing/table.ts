/**
 * A table of another program: its header, with the types and spaces that Neo4j's importer has in it, and its rows.
 */
import type { SourceFile } from '../base/source-file.ts';
import type { PropertyValue } from '../facts/fact.ts';
import { CsvCursor } from '../loading/reading/csv-cursor.ts';
import { countOne, type ForeignNode, Malformed, plainValue } from './foreign-graph.ts';
import { brokenFile } from './problems.ts';

const FORMAT = 'a table';

/** What the columns of a node or an edge are called, in lower case. */
export interface Meanings {
  readonly id: string;
  readonly type: string;
  readonly from?: string;
  readonly to?: string;
  readonly direction?: string;
}

interface Column {
  readonly name: string;
  /** The name in lower case. */
  readonly key: string;
  /** The type that Neo4j's importer is told, in lower case; an empty text where there is none. */
  readonly type: string;
  readonly isList: boolean;
  readonly space: string | undefined;
}

const NEO4J_OWN = /:(ID|START_ID|END_ID|TYPE|LABEL|IGNORE)(?:\(([^()]*)\))?(?:\{[^{}]*\})?$/i;
const NEO4J_TYPE =
  /:(int|integer|long|float|double|boolean|byte|short|char|string|point|date|localtime|time|localdatetime|datetime|duration)(\[\])?(?:\{[^{}]*\})?$/i;

/** What a header says. Neo4j has types behind colons, `name:string`, and `personId:ID(Person)` for what is the id. */
function readHeader(header: string): Column {
  const own = NEO4J_OWN.exec(header);
  if (own) {
    const name = `:${own[1]?.toUpperCase()}`;
    return { name, key: name.toLowerCase(), type: '', isList: false, space: own[2] || undefined };
  }
  const type = NEO4J_TYPE.exec(header);
  const name = type ? header.slice(0, type.index) : header;
  const isList = type?.[2] !== undefined;
  return { name, key: name.toLowerCase(), type: (type?.[1] ?? '').toLowerCase(), isList, space: undefined };
}

/** What stands in a column of directions. */
const DIRECTION = /^(?:directed|undirected|mutual)$/i;
const SEPARATORS = [',', ';', '\t', '|'];

/**
 * A cursor before the header of a table, whose cells are parted by what the header has most of, outside quotes. A first line
 * such as `sep=;`, which is a note to Excel, says it.
 */
export function openTable(file: SourceFile): { readonly rows: CsvCursor; readonly separator: string } {
  const said = /^sep=([^"\r\n])\r?\n/i.exec(file.text.slice(0, 20))?.[1];
  const separator = said ?? separatorOf(file.text);
  return { rows: new CsvCursor(file, separator, said === undefined ? 1 : 2), separator };
}

function separatorOf(text: string): string {
  const counts = new Map<string, number>(SEPARATORS.map((it) => [it, 0]));
  let quoted = false;
  for (const letter of text.slice(0, 100_000)) {
    if (letter === '"') quoted = !quoted;
    else if (letter === '\n' && !quoted) break;
    else if (!quoted && counts.has(letter)) countOne(counts, letter);
  }
  return [...counts].reduce((most, it) => (it[1] > most[1] ? it : most))[0];
}

/** A table as a reader of graphs sees it. */
export class Table {
  readonly name: string;
  /** The names of the columns, in lower case. */
  readonly keys: ReadonlySet<string>;
  readonly #columns: readonly Column[];
  readonly #rows: CsvCursor;

  constructor(file: SourceFile) {
    this.name = file.name;
    this.#rows = openTable(file).rows;
    if (!this.#rows.next()) throw new Malformed(brokenFile(file.positionAt(0), FORMAT, 'it is empty'));
    this.#refuseFault();
    const keys = new Set<string>();
    this.#columns = Array.from({ length: this.#rows.count }, (_, i) => {
      const header = this.#rows.cell(i).trim();
      const column = readHeader(header === '' ? `column ${i + 1}` : header);
      if (keys.has(column.key) && column.key !== ':ignore') {
        const reason = `two columns are called "${column.name}". Rename one of them`;
        throw new Malformed(brokenFile(this.#rows.placeOf(i), FORMAT, reason));
      }
      keys.add(column.key);
      return column;
    });
    this.keys = keys;
  }

  /** The names of the columns that are attributes. */
  namesBeside(own: Meanings): string[] {
    const meant = Object.values(own);
    const beside = this.#columns.filter(({ key }) => !meant.includes(key) && key !== ':ignore');
    return [...beside.map(({ name }) => name), 'type'];
  }

  /** What the header calls the columns of these keys. */
  called(keys: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(keys).flatMap(([name, key]) => {
        const header = this.#columns.find((it) => it.key === key)?.name;
        return header === undefined || header === name ? [] : [[name, header]];
      }),
    );
  }

  spaceOf(key: string): string | undefined {
    return this.#columns.find((it) => it.key === key)?.space;
  }

  /** Throws where a table of nodes has no such column; `isPair`: another one is the table of edges. */
  mustHave(key: string, isPair: boolean): void {
    if (this.keys.has(key)) return;
    const names = this.#columns.map(({ name }) => name);
    const known = `there are ${names.slice(0, 20).join(', ')}`;
    const reason = isPair
      ? `it has no column "${key}"; ${known}`
      : `it has neither "id", as a table of nodes has, nor "source" and "target", as one of edges has; ${known}. What the ` +
        'rows of any table mean can be said in a mapping beside it, among the tables of a folder of facts';
    throw new Malformed(brokenFile({ file: this.#rows.file.name, line: 1, column: 1 }, FORMAT, reason));
  }

  *rows(leftOut: Map<string, number>, cell = (text: string): string => text): Generator<Row> {
    const rows = this.#rows;
    const columns = this.#columns;
    while (rows.next()) {
      this.#refuseFault();
      if (rows.count !== columns.length) {
        const at = rows.placeOf(Math.min(rows.count, columns.length) - 1);
        const reason = `this row has ${rows.count} cells, and there are ${columns.length} columns`;
        throw new Malformed(brokenFile(at, FORMAT, reason));
      }
      // As spreadsheets write rows in which nothing stands.
      if (columns.every((_, i) => withoutBlanks(rows.cell(i)) === '')) continue;
      const values = columns.map(({ key, name, type, isList }, i): PropertyValue | undefined => {
        // Blanks around a cell that stands in quotes are its own.
        const text = cell(rows.isQuoted(i) ? rows.cell(i) : withoutBlanks(rows.cell(i)));
        if (text === '' || key === ':ignore') return undefined;
        if (isList) return text.split(';');
        const value = type === '' ? text : plainValue(text, type);
        if (value === undefined) countOne(leftOut, `${name} (NaN)`);
        return value;
      });
      yield new Row(columns, values, { file: rows.file.name, line: rows.line, column: 1 });
    }
  }

  #refuseFault(): void {
    const { fault } = this.#rows;
    if (fault) throw new Malformed(brokenFile(fault.at, FORMAT, fault.reason));
  }
}

/** Without the blanks around it; whatever else counts as white space is its own, as we write it without quotes. */
function withoutBlanks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return text.slice(start, end);
}

export class Row {
  readonly at: ForeignNode['at'];
  readonly #columns: readonly Column[];
  readonly #values: readonly (PropertyValue | undefined)[];

  constructor(columns: readonly Column[], values: readonly (PropertyValue | undefined)[], at: ForeignNode['at']) {
    this.#columns = columns;
    this.#values = values;
    this.at = at;
  }

  /** The text of a column; undefined where the cell is empty. */
  find(key: string): string | undefined {
    const value = this.#values[this.#columns.findIndex((it) => it.key === key)];
    return value === undefined ? undefined : String(value);
  }

  get(key: string): string {
    const text = this.find(key);
    if (text !== undefined) return text;
    throw new Malformed(brokenFile(this.at, FORMAT, `this row has nothing in the column "${key}"`));
  }

  /** What the columns say that have no meaning of their own, and the type; several labels of Neo4j are a list. */
  attributes(own: Meanings): Record<string, PropertyValue> {
    const meant = Object.values(own);
    const attributes: Record<string, PropertyValue> = {};
    for (const [i, value] of this.#values.entries()) {
      const { key = '', name = '' } = this.#columns[i] ?? {};
      if (value !== undefined && !meant.includes(key) && name !== '__proto__') attributes[name] = value;
    }
    const type = this.find(own.type);
    if (type !== undefined && !(own.type === own.direction && DIRECTION.test(type))) {
      const labels = own.type === ':label' ? type.split(';').filter((it) => it !== '') : [type];
      attributes.type = labels.length === 1 ? (labels[0] ?? '') : labels;
    }
    return attributes;
  }
}

const unescaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * The items of a list in brackets, `["a", "b"]`, `['a', 'b']`, `[a, b]`; undefined where the text is none. An item stands in double or single quotes, with
 * backslashes before quotes and backslashes, or without quotes; Gephi writes an empty text as `null`. A quote that is
 * never closed ends with the list. With `onlyQuoted`, a text with an item without quotes is no list.
 */
export function readList(text: string, onlyQuoted = false): string[] | undefined {
  if (text.length < 2 || !text.startsWith('[') || !text.endsWith(']')) return undefined;
  const items: string[] = [];
  const end = text.length - 1;
  for (let at = 1; at < end; ) {
    const letter = text[at] ?? '';
    if (letter === ',' || letter.trim() === '') at++;
    else if (letter === '"' || letter === "'") {
      const item = readQuoted(text, at, end);
      items.push(item.text);
      at = item.behind;
    } else {
      if (onlyQuoted) return undefined;
      const comma = text.indexOf(',', at);
      const behind = comma === -1 || comma > end ? end : comma;
      const item = text.slice(at, behind).trim();
      items.push(item === 'null' ? '' : item);
      at = behind;
    }
  }
  return items;
}

/** The text of an item whose quote stands at `start`, and the place behind it. */
function readQuoted(text: string, start: number, end: number): { text: string; behind: number } {
  const quote = text[start];
  let item = '';
  let at = start + 1;
  for (; at < end && text[at] !== quote; at++) {
    const letter = text[at] ?? '';
    if (letter === '\\' && at + 1 < end) {
      at++;
      item += unescaped[text[at] ?? ''] ?? text[at] ?? '';
    } else item += letter;
  }
  return { text: item, behind: at + 1 };
}

/** `a; b`, an item in double quotes where it has a semicolon, as we write lists for people. */
export function readSpreadsheetList(text: string): string[] {
  const items: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const end = text[at] === '"' ? endOfQuoted(text, at) : undefined;
    if (end !== undefined) items.push(text.slice(at + 1, end).replaceAll('""', '"'));
    const semicolon = end === undefined ? text.indexOf('; ', at) : end + 1;
    const behind = semicolon === -1 ? text.length : semicolon;
    if (end === undefined) items.push(text.slice(at, behind));
    at = behind + 2;
  }
  return items;
}

/** The place of the quote that closes an item, where the item ends with it. */
function endOfQuoted(text: string, start: number): number | undefined {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end !== -1 && (end === text.length - 1 || text.startsWith('; ', end + 1)) ? end : undefined;
}
