/**
 * A curator's sheet: rows under headers that nobody agreed upon, and what each column seems to hold.
 *
 * Names are looked up by the search, as a person would; so a column of names shows itself by being found, and says of
 * which type its nodes are.
 */
import type { SourceFile } from '../base/source-file.ts';
import { readPartialDate } from '../facts/partial-date.ts';
import { brokenRow, emptyTable, unevenRow } from '../loading/reading/problems.ts';
import { searchNames } from '../search/search-names.ts';
import type { GraphView } from '../views/graph-view.ts';
import { Malformed } from './foreign-graph.ts';
import { openTable } from './table.ts';

export interface Sheet {
  readonly separator: string;
  readonly columns: readonly SheetColumn[];
  /** How many rows there are below the headers. */
  readonly rows: number;
}

export interface SheetColumn {
  readonly name: string;
  readonly kind: 'names' | 'dates' | 'addresses' | 'texts' | 'nothing';
  /** The different texts of its cells, with how many rows have them. */
  readonly texts: ReadonlyMap<string, number>;
  /** Of names: the type of most nodes that were found, and what was found for each name. */
  readonly type: string | undefined;
  readonly found: ReadonlyMap<string, FoundName>;
}

export interface FoundName {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** From 0 to 1; 1 is the very name. */
  readonly score: number;
}

/** Texts of a column that are looked at, to tell what it holds. */
const LOOKED_AT = 200;
/** Different names of a column that are looked up. */
const MOST_NAMES = 5000;
/** Columns that are looked at; what lies behind them is taken for texts. */
const MOST_COLUMNS = 200;
/** What is found with less than this score is no more than a guess, and left to the curator. */
const GOOD = 0.75;

/** Reads a sheet and looks its names up in the view. Throws `Malformed` where a row cannot be read. */
export function readSheet(file: SourceFile, view: GraphView): Sheet {
  const { rows, separator } = openTable(file);
  if (!rows.next()) throw new Malformed(emptyTable(file.name));
  if (rows.fault) throw new Malformed(brokenRow(rows.fault));
  const width = rows.count;
  const names = Array.from({ length: width }, (_, i) => rows.cell(i).trim() || `column ${i + 1}`);
  const texts = names.map(() => new Map<string, number>());
  let count = 0;
  for (; rows.next(); count++) {
    if (rows.fault) throw new Malformed(brokenRow(rows.fault));
    if (rows.count !== width) {
      throw new Malformed(unevenRow(rows.placeOf(Math.min(width, rows.count - 1)), rows.count, width));
    }
    texts.forEach((column, i) => {
      const text = rows.cell(i).trim();
      if (text !== '') column.set(text, (column.get(text) ?? 0) + 1);
    });
  }
  return {
    separator,
    columns: names.map((name, i) => readColumn(name, texts[i] ?? new Map(), i < MOST_COLUMNS ? view : undefined)),
    rows: count,
  };
}

/** Headers of tables of nodes or of edges, which say themselves what they mean. */
const ownHeaders: readonly (readonly string[])[] = [['id'], ['source', 'target'], ['from', 'to', 'type']];

/** Whether nobody but a person can say what the columns mean. Of a file that cannot be read, its reader tells. */
export function isSheet(file: SourceFile): boolean {
  const { rows } = openTable(file);
  if (!rows.next() || rows.fault) return false;
  const headers = Array.from({ length: rows.count }, (_, i) => rows.cell(i).trim().toLowerCase());
  const isOfNeo4j = headers.some((it) => /:(?:id|start_id|end_id)\b/.test(it));
  return !isOfNeo4j && !ownHeaders.some((names) => names.every((it) => headers.includes(it)));
}

function readColumn(name: string, texts: ReadonlyMap<string, number>, view: GraphView | undefined): SheetColumn {
  const none = { name, texts, type: undefined, found: new Map<string, FoundName>() };
  const some = [...texts.keys()].slice(0, LOOKED_AT);
  if (some.length === 0) return { ...none, kind: 'nothing' };
  if (isMostly(some, (it) => /^(?:https?:\/\/|www\.)\S+$/i.test(it))) return { ...none, kind: 'addresses' };
  if (isMostly(some, (it) => dateOf(it) !== undefined)) return { ...none, kind: 'dates' };
  if (!view) return { ...none, kind: 'texts' };
  const best = new Map(some.flatMap((it) => (isWordy(it) ? named(it, view) : [])));
  const isNamed = best.size >= some.length / 4 || /name|person|who|state|countr|organi[sz]ation/i.test(name);
  if (!isNamed) return { ...none, kind: 'texts' };
  const type = mostOften([...best.values()].map((it) => it.type));
  const found = new Map(
    [...texts.keys()].slice(0, MOST_NAMES).flatMap((it) => (isWordy(it) ? named(it, view, type) : [])),
  );
  return { ...none, kind: 'names', type, found };
}

const isMostly = (texts: readonly string[], holds: (text: string) => boolean): boolean =>
  texts.filter(holds).length >= texts.length * 0.8;

/** Neither a number nor a sentence. */
const isWordy = (text: string): boolean => /\p{L}{2}/u.test(text) && text.length <= 120;

function named(text: string, view: GraphView, type?: string): [string, FoundName][] {
  const [hit] = searchNames(view, text, { first: 1, ...(type !== undefined && { types: [type] }) });
  if (!hit || hit.score < GOOD) return [];
  const { nodes } = view.graph;
  const found = { id: nodes.ids[hit.node] ?? '', name: hit.matched, type: nodes.typeOf(hit.node), score: hit.score };
  return [[text, found]];
}

function mostOften(all: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const it of all) counts.set(it, (counts.get(it) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

/** The date that a cell holds, in our writing; of 01/02/2020 the first number is taken for the day, unless it cannot be. */
export function dateOf(text: string, order: 'day' | 'month' = 'day'): string | undefined {
  const [, first = '', , second = '', year = ''] = NUMBERS.exec(text) ?? [];
  const [day, month] =
    (order === 'day' && Number(second) <= 12) || Number(first) > 12 ? [first, second] : [second, first];
  const date = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return 'validity' in readPartialDate(date) ? date : undefined;
}

/** Whether a date may be read in two ways: as the 1st of February or as the 2nd of January. */
export function isAmbiguous(text: string): boolean {
  const [, first = '', , second = ''] = NUMBERS.exec(text) ?? [];
  return first !== '' && first !== second && Number(first) <= 12 && Number(second) <= 12;
}
