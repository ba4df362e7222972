/**
 * A text with holes, `state:{iso3|lower}`, that a row of a table fills.
 *
 * A hole is a column and any number of filters. A cell that is empty leaves its text unsaid: the filled value is then
 * missing, and whoever asked decides whether a property or a whole fact is left out.
 */
import { CellMemo } from '../../base/cell-memo.ts';
import { composed, ownText } from '../../base/composed.ts';
import { foldText } from '../../base/fold-text.ts';
import type { Located, LocatedScalar } from '../../base/located.ts';
import type { Position } from '../../base/problem.ts';
import type { ProblemList } from '../../base/problem-list.ts';
import type { TableRow } from '../reading/csv-cursor.ts';
import { badTemplate, cellWithoutAnswer, unknownColumn } from '../reading/problems.ts';
import { dateIn, datePattern, dayIn } from './date-filters.ts';

/** What a template has to know of its table. */
export interface TableContext {
  /** Numbers of the columns, by name, in order. */
  readonly columns: ReadonlyMap<string, number>;
  /** Words that the mapping translates, by the name of the list and the word. */
  readonly lookups: Lookups;
  readonly problems: ProblemList;
}

export type Lookups = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** One text, several behind `split`, or undefined where a cell is empty or has no answer, which is then reported. */
type ReadCells = (row: TableRow, problems: ProblemList) => string | readonly string[] | undefined;

export interface CellTemplate {
  readonly kind: 'cells';
  /** The first column that it reads: where its problems are shown. */
  readonly column: number;
  readonly read: ReadCells;
}

interface CellFilter {
  /** What stands behind the colon, in words; undefined when the filter takes nothing. */
  readonly takes?: string;
  /** The new text, several texts, or undefined when the filter has no answer for this text. */
  apply(text: string, argument: string, lookups: Lookups): string | readonly string[] | undefined;
  /** Why there is no answer, behind the text in quotes. */
  readonly failure?: string;
}

/** All filters by name: `{name|slug}`, `{members|split:;}`. An empty cell reaches none but `or`. */
const filters: ReadonlyMap<string, CellFilter> = new Map<string, CellFilter>([
  ['lower', { apply: (text) => text.toLowerCase() }],
  ['upper', { apply: (text) => text.toUpperCase() }],
  [
    'slug',
    { apply: (text) => foldText(text).replaceAll(' ', '-') || undefined, failure: 'has no letters to make a slug of' },
  ],
  ['split', { takes: 'a separator, as in {names|split:;}', apply: splitAt }],
  ['day', { apply: (text) => dayIn(text), failure: 'has no date at its beginning such as 2024-10-28' }],
  [
    'date',
    {
      takes: 'how dates are written, as in {born|date:DD/MM/YYYY}',
      apply: (text, pattern) => dateIn(text, pattern),
      failure: 'is not written like that',
    },
  ],
  ['or', { takes: 'a text for empty cells, as in {end|or:..}', apply: (text) => text }],
  [
    'lookup',
    {
      takes: 'a list of "lookups", as in {vote|lookup:votes}',
      apply: (text, name, lookups) => lookups.get(name)?.get(composed(text)),
      failure: 'is not in the lookup. Add it there',
    },
  ],
]);

function splitAt(text: string, separator: string): string[] {
  const items = text.split(separator).map((it) => it.trim());
  return items.filter((it) => it !== '');
}

interface Hole {
  readonly column: number;
  readonly steps: readonly { readonly filter: CellFilter; readonly argument: string }[];
  /** What an empty cell says instead, when it says anything. */
  readonly fallback: string | undefined;
  readonly splits: boolean;
}

/** The template of a text, or undefined and problems. A text without holes is the scalar it was, the same in every row. */
export function compileTemplate(
  scalar: LocatedScalar,
  context: TableContext,
): LocatedScalar | CellTemplate | undefined {
  if (!scalar.text.includes('{')) return scalar;
  const parts = scalar.text.split(/(\{[^{}]*\})/).filter((it) => it !== '');
  const pieces: (string | Hole)[] = [];
  for (const part of parts) {
    const piece = part.startsWith('{') && part.endsWith('}') ? readHole(part.slice(1, -1), scalar.at, context) : part;
    if (piece === undefined) return undefined;
    if (typeof piece === 'string' && /[{}]/.test(piece)) {
      context.problems.error(badTemplate, scalar.at, scalar.text, 'has a brace without its partner');
      return undefined;
    }
    pieces.push(piece);
  }
  const holes = pieces.filter((it) => typeof it !== 'string');
  if (holes.filter((it) => it.splits).length > 1) {
    context.problems.error(badTemplate, scalar.at, scalar.text, 'has "split" twice; a list is made of one cell');
    return undefined;
  }
  const column = holes[0]?.column ?? 0;
  const read = readPieces(pieces, context.lookups);
  return { kind: 'cells', column, read: holes.length === 1 ? remembering(column, read) : read };
}

/** The columns that the holes of a value name. */
export function columnsOf(value: Located, context: TableContext): number[] {
  if (value.kind === 'list') return value.items.flatMap((it) => columnsOf(it, context));
  if (value.kind === 'map') return [...value.entries.values()].flatMap((it) => columnsOf(it.value, context));
  const names = Array.from(value.text.matchAll(/\{([^{}]*)\}/g), ([, hole = '']) =>
    composed((hole.split('|')[0] ?? '').trim()),
  );
  return names.flatMap((name) => context.columns.get(name) ?? []);
}

function readHole(text: string, at: Position | undefined, context: TableContext): Hole | undefined {
  const [name = '', ...written] = text.split('|');
  const column = context.columns.get(composed(name.trim()));
  if (column === undefined) {
    context.problems.error(unknownColumn, at, name.trim(), context.columns.keys());
    return undefined;
  }
  let fallback: string | undefined;
  const steps: Hole['steps'][number][] = [];
  for (const step of written) {
    const colon = step.indexOf(':');
    const filterName = (colon === -1 ? step : step.slice(0, colon)).trim();
    const argument = colon === -1 ? undefined : step.slice(colon + 1);
    const filter = filters.get(filterName);
    const fault = faultOf(filterName, argument, context);
    if (!filter || fault !== undefined) {
      context.problems.error(badTemplate, at, `{${text}}`, fault ?? '');
      return undefined;
    }
    if (filterName === 'or') fallback = argument;
    else steps.push({ filter, argument: argument ?? '' });
  }
  return { column, steps, fallback, splits: steps.some((it) => it.filter.apply === splitAt) };
}

function faultOf(name: string, argument: string | undefined, { lookups }: TableContext): string | undefined {
  const filter = filters.get(name);
  if (!filter) return `has no filter "${name}"; there are ${[...filters.keys()].join(', ')}`;
  if (filter.takes !== undefined && argument === undefined) return `lacks what "${name}" takes: ${filter.takes}`;
  if (name === 'date' && datePattern(argument ?? '') === undefined) return 'has no YYYY, or one of YYYY, MM, DD twice';
  if (name === 'split' && argument === '') return 'splits at nothing: write a separator behind "split:"';
  if (name === 'lookup' && !lookups.has(argument ?? '')) return `names no lookup "${argument}" of this mapping`;
  return undefined;
}

function readPieces(pieces: readonly (string | Hole)[], lookups: Lookups): ReadCells {
  return (row, problems) => {
    let text: string | readonly string[] = '';
    for (const piece of pieces) {
      const part = typeof piece === 'string' ? piece : readCell(piece, lookups, row, problems);
      if (part === undefined) return undefined;
      text = joined(text, part);
    }
    return text;
  };
}

/** Two pieces as one. What stands beside a list stands beside each of its items; one of the two is no list. */
function joined(before: string | readonly string[], after: string | readonly string[]): string | readonly string[] {
  if (typeof before !== 'string') return before.map((it) => it + after);
  return typeof after === 'string' ? before + after : after.map((it) => before + it);
}

/** A column with more different cells than this, most of which stand in it once, is not worth remembering. */
const REMEMBERED = 2 ** 18;

/**
 * Reads by the text of one cell. Cells repeat, as ids do, and equal ones then share one text, whose hash is known when it
 * is looked up again.
 */
function remembering(column: number, read: ReadCells): ReadCells {
  let known: CellMemo<string | readonly string[]> | undefined = new CellMemo();
  return (row, problems) => {
    if (!known || !row.recall) return read(row, problems);
    const remembered = row.recall(column, known);
    if (remembered !== undefined) return remembered;
    const found = read(row, problems);
    const text = typeof found === 'string' ? ownText(found) : found?.map(ownText);
    if (text !== undefined) row.memorise?.(column, known, text);
    if (known.size > REMEMBERED && known.found < known.size) known = undefined;
    return text;
  };
}

function readCell(
  { column, steps, fallback }: Hole,
  lookups: Lookups,
  row: TableRow,
  problems: ProblemList,
): string | readonly string[] | undefined {
  const trimmed = row.cell(column).trim();
  if (trimmed === '') return fallback;
  const items = row.items?.(column);
  let value: string | readonly string[] = items && steps.some((it) => it.filter.apply === splitAt) ? items : trimmed;
  for (const { filter, argument } of steps) {
    // A list is split already, wherever its items have the separator.
    if (items && filter.apply === splitAt) continue;
    const answers: (string | readonly string[])[] = [];
    for (const it of typeof value === 'string' ? [value] : value) {
      const answer = filter.apply(it, argument, lookups);
      if (answer === undefined) {
        problems.error(cellWithoutAnswer, row.placeOf(column), it, filter.failure ?? 'does not fit');
        return undefined;
      }
      answers.push(answer);
    }
    value = typeof value === 'string' && typeof answers[0] === 'string' ? answers[0] : answers.flat();
  }
  return value;
}
