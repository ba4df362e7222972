/**
 * An entry of a mapping: a node or an edge as a dossier would write it, with holes for the cells of a row.
 *
 * Filling it gives the entry that somebody could have typed for that row, so dossiers and tables mean the same.
 */
import { findEntry, type Located, type LocatedEntry, type LocatedMap, type LocatedScalar } from '../located.ts';
import type { ProblemList } from '../problem-list.ts';
import { wrongValue } from '../problems.ts';
import type { CsvCursor } from './csv-cursor.ts';
import { badTemplate, unknownColumn } from './problems.ts';
import { compileTemplate, type TableContext } from './template.ts';

/** Keys of an entry template that say when it applies; no dossier has them. */
export const templateKeys: readonly string[] = ['only', 'once'];

export interface EntryTemplate {
  readonly kind: 'node' | 'edge';
  /** True when several rows may give the same entry, which then counts once. */
  readonly once: boolean;
  /** The entry of a row; undefined when the row has none, or a cell that its identity needs is empty. */
  fill(row: CsvCursor, problems: ProblemList): LocatedMap | undefined;
}

type Fill = (row: CsvCursor, problems: ProblemList) => Located | undefined;

/** A map lacks its point without these: an entry its id or ends, a citation its id, a claim its value. */
const needed: ReadonlySet<string> = new Set(['id', 'extend', 'from', 'to', 'value']);

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
  const fill = compileMap({ ...entry, entries }, context);
  if (context.problems.errorCount > before) return undefined;
  return { kind, once, fill: (row, problems) => (isWanted(row) ? fill(row, problems) : undefined) };
}

function compileMap(
  map: LocatedMap,
  context: TableContext,
): (row: CsvCursor, problems: ProblemList) => LocatedMap | undefined {
  const fills: { key: string; keyAt: LocatedEntry['keyAt']; fill: Fill; needed: boolean }[] = [];
  for (const [key, { keyAt, value }] of map.entries) {
    const fill = compileValue(value, context);
    if (fill) fills.push({ key, keyAt, fill, needed: needed.has(key) });
  }
  return (row, problems) => {
    const entries = new Map<string, LocatedEntry>();
    for (const it of fills) {
      const value = it.fill(row, problems);
      if (value) entries.set(it.key, { keyAt: it.keyAt, value });
      else if (it.needed) return undefined;
    }
    return { kind: 'map', entries, at: { file: row.file.name, line: row.line, column: 1 } };
  };
}

function compileValue(value: Located, context: TableContext): Fill | undefined {
  if (value.kind === 'map') {
    const unquoted = [...value.entries].find(([, it]) => it.value.kind === 'scalar' && it.value.value === null);
    if (!unquoted) return compileMap(value, context);
    context.problems.error(() =>
      badTemplate(value.at, `{${unquoted[0]}}`, 'stands without quotes, which makes it a map'),
    );
    return undefined;
  }
  if (value.kind === 'list') return compileList(value.items, value.at, context);
  const template = compileTemplate(value, context);
  return (
    template &&
    ((row, problems) => {
      const filled = template(row, problems);
      return isList(filled) ? listOf(filled, value.at) : filled;
    })
  );
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

const isList = (it: LocatedScalar | readonly LocatedScalar[] | undefined): it is readonly LocatedScalar[] =>
  Array.isArray(it);

function compileOnly(only: Located | undefined, context: TableContext): (row: CsvCursor) => boolean {
  if (!only) return () => true;
  if (only.kind !== 'map') {
    context.problems.error(() =>
      wrongValue(only.at, 'only', 'takes columns with the words they must hold, as in { status: [member] }'),
    );
    return () => true;
  }
  const tests: { column: number; words: ReadonlySet<string> }[] = [];
  for (const [name, { keyAt, value }] of only.entries) {
    const column = context.columns.indexOf(name);
    if (column === -1) context.problems.error(() => unknownColumn(keyAt, name, context.columns));
    const items = value.kind === 'list' ? value.items : [value];
    tests.push({ column, words: new Set(items.map((it) => (it.kind === 'scalar' ? it.text : ''))) });
  }
  return (row) => tests.every(({ column, words }) => words.has(row.cell(column).trim()));
}

function readOnce(once: Located | undefined, context: TableContext): boolean {
  if (!once) return false;
  if (once.kind === 'scalar' && typeof once.value === 'boolean') return once.value;
  context.problems.error(() => wrongValue(once.at, 'once', 'takes true or false'));
  return false;
}
