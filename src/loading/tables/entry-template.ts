/**
 * An entry of a mapping: a node or an edge as a dossier would write it, with holes for the cells of a row.
 *
 * Filling it gives the entry that somebody could have typed for that row, so dossiers and tables mean the same. A
 * million rows would make ten million objects to be thrown away, so one entry is filled again and again.
 */
import { composed } from '../../base/composed.ts';
import { findEntry, type Located, type LocatedEntry, type LocatedMap, type LocatedScalar } from '../../base/located.ts';
import type { Position } from '../../base/problem.ts';
import type { ProblemList } from '../../base/problem-list.ts';
import { itemsOf } from '../entries/read-values.ts';
import type { TableRow } from '../reading/csv-cursor.ts';
import { badTemplate, unknownColumn, wrongValue } from '../reading/problems.ts';
import { columnsOf, compileTemplate, type TableContext } from './template.ts';

/** Keys of an entry template that say when it applies; no dossier has them. */
const templateKeys: readonly string[] = ['only', 'once'];

export interface EntryTemplate {
  readonly kind: 'node' | 'edge';
  /** The columns on which each key of the entry depends. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
  /** True when several rows may give the same entry, which then counts once. */
  readonly once: boolean;
  /** Whether the entry is for such a row, as its `only` says. */
  isFor(row: TableRow): boolean;
  /**
   * The entry of a row; undefined when the row has none, or a cell that its identity needs is empty. It is good until
   * the next row is filled: whoever keeps it takes a `detached` copy.
   */
  fill(row: TableRow, problems: ProblemList): LocatedMap | undefined;
}

type Fill = (row: TableRow, problems: ProblemList) => Located | undefined;

/** A map lacks its point without these: an entry its id or its ends; within one, a citation its id, a claim its value. */
const needed: Readonly<Record<'node' | 'edge' | 'inner', ReadonlySet<string>>> = {
  node: new Set(['id', 'extend']),
  edge: new Set(['from', 'to']),
  inner: new Set(['id', 'value']),
};

/** The template of an entry, or undefined and problems. */
export function compileEntry(
  entry: LocatedMap,
  kind: 'node' | 'edge',
  context: TableContext,
): EntryTemplate | undefined {
  const before = context.problems.errorCount;
  const isWanted = compileOnly(findEntry(entry, 'only'), context);
  const once = readOnce(findEntry(entry, 'once'), context);
  const entries = new Map([...entry.entries].filter(([key]) => !templateKeys.includes(key)));
  const fill = compileMap({ ...entry, entries }, kind, context);
  if (context.problems.errorCount > before) return undefined;
  return {
    kind,
    columns: new Map([...entries].map(([key, { value }]) => [key, columnsOf(value, context)])),
    once,
    isFor: isWanted,
    fill: (row, problems) => (isWanted(row) ? fill(row, problems) : undefined),
  };
}

interface Slot {
  readonly key: string;
  readonly entry: { readonly keyAt: LocatedEntry['keyAt']; value: Located };
  readonly fill: Fill;
  readonly needed: boolean;
}

/** So many patterns of empty cells have a map that is kept. */
const PATTERNS = 1000;

function compileMap(
  map: LocatedMap,
  kind: keyof typeof needed,
  context: TableContext,
): (row: TableRow, problems: ProblemList) => LocatedMap | undefined {
  const slots: Slot[] = [];
  for (const [key, { keyAt, value }] of map.entries) {
    const fill = compileValue(value, context);
    if (fill) slots.push({ key, entry: { keyAt, value }, fill, needed: needed[kind].has(key) });
  }
  // Rows differ in which cells are empty; there are few such patterns, and each has its map.
  const maps = new Map<string, { kind: 'map'; entries: ReadonlyMap<string, LocatedEntry>; at: LocatedMap['at'] }>();
  return (row, problems) => {
    let pattern = '';
    for (const slot of slots) {
      const value = slot.fill(row, problems);
      if (value) slot.entry.value = value;
      else if (slot.needed) return undefined;
      else pattern += `${slot.key}\n`;
    }
    let result = maps.get(pattern);
    if (!result) {
      const empty = new Set(pattern.split('\n'));
      const present = slots.filter((it) => !empty.has(it.key));
      result = { kind: 'map', entries: new Map(present.map((it) => [it.key, it.entry])), at: undefined };
      if (maps.size >= PATTERNS) maps.clear();
      maps.set(pattern, result);
    }
    result.at = { file: row.file.name, line: row.line, column: 1 };
    return result;
  };
}

function compileValue(value: Located, context: TableContext): Fill | undefined {
  if (value.kind === 'map') {
    const unquoted = [...value.entries].find(([, it]) => it.value.kind === 'scalar' && it.value.value === null);
    if (!unquoted) return compileMap(value, 'inner', context);
    context.problems.error(badTemplate, value.at, `{${unquoted[0]}}`, 'stands without quotes, which makes it a map');
    return undefined;
  }
  if (value.kind === 'list') return compileList(value.items, value.at, context);
  const template = compileTemplate(value, context);
  if (!template) return undefined;
  if (template.kind === 'scalar') return () => template;
  const { column } = template;
  let cell: CellText | undefined;
  return (row, problems) => {
    const text = template.read(row, problems);
    if (text === undefined) return undefined;
    if (typeof text !== 'string')
      return listOf(
        text.map((it) => new CellText(row).fill(it, row, column)),
        value.at,
      );
    cell ??= new CellText(row);
    return cell.fill(text, row, column);
  };
}

function compileList(items: readonly Located[], at: Located['at'], context: TableContext): Fill | undefined {
  const fills = items.map((it) => compileValue(it, context)).filter((it) => it !== undefined);
  return (row, problems) => {
    const filled: Located[] = [];
    for (const fill of fills) {
      const value = fill(row, problems);
      if (value?.kind === 'list') filled.push(...value.items);
      else if (value) filled.push(value);
    }
    return listOf(filled, at);
  };
}

/** A list in which no cell had anything to say is left out like an empty cell. */
const listOf = (items: readonly Located[], at: Located['at']): Located | undefined =>
  items.length === 0 ? undefined : { kind: 'list', items, at };

function compileOnly(only: Located | undefined, context: TableContext): (row: TableRow) => boolean {
  if (!only) return () => true;
  if (only.kind !== 'map') {
    context.problems.error(
      wrongValue,
      only.at,
      'only',
      'takes columns with the words they must hold, as in { status: [member] }',
    );
    return () => true;
  }
  const tests: { column: number; words: ReadonlySet<string> }[] = [];
  for (const [name, { keyAt, value }] of only.entries) {
    const column = context.columns.get(composed(name));
    if (column === undefined) context.problems.error(unknownColumn, keyAt, name, context.columns.keys());
    else
      tests.push({
        column,
        words: new Set(itemsOf(value).map((it) => (it.kind === 'scalar' ? composed(it.text) : ''))),
      });
  }
  return (row) => tests.every(({ column, words }) => words.has(composed(row.cell(column).trim())));
}

function readOnce(once: Located | undefined, context: TableContext): boolean {
  if (!once) return false;
  if (once.kind === 'scalar' && typeof once.value === 'boolean') return once.value;
  context.problems.error(wrongValue, once.at, 'once', 'takes true or false');
  return false;
}

/** The text that a row puts into a template. Its place is found when somebody asks: most rows have no problem. */
class CellText implements LocatedScalar {
  readonly kind = 'scalar';
  readonly isCell = true;
  text = '';
  #row: TableRow;
  #offset = 0;
  #length = 0;

  constructor(row: TableRow) {
    this.#row = row;
  }

  fill(text: string, row: TableRow, column: number): this {
    this.text = text;
    this.#row = row;
    this.#offset = row.offsetOf(column);
    this.#length = row.lengthOf(column);
    return this;
  }

  get value(): string {
    return this.text;
  }

  get at(): Position {
    return this.#row.placeAt(this.#offset, this.#length);
  }
}

/**
 * Whether an earlier row gave the very same entry. A node that differs is read, and found to be a duplicate; edges have
 * no ids, so all that they say tells them apart.
 */
export function isRepeated(entry: LocatedMap, once: Map<string, string>): boolean {
  const id = findEntry(entry, 'id');
  const content = JSON.stringify([...entry.entries].map(([key, { value }]) => [key, textsOf(value)]));
  const key = id?.kind === 'scalar' ? id.text : content;
  if (once.get(key) === content) return true;
  once.set(key, content);
  return false;
}

function textsOf(value: Located): unknown {
  if (value.kind === 'scalar') return value.text;
  return value.kind === 'list'
    ? value.items.map(textsOf)
    : [...value.entries].map(([key, it]) => [key, textsOf(it.value)]);
}
