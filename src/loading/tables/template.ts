/**
 * A text with holes, `state:{iso3|lower}`, that a row of a table fills.
 *
 * A hole is a column and any number of filters. A cell that is empty leaves its text unsaid: the filled value is then
 * missing, and whoever asked decides whether a property or a whole fact is left out.
 */
import type { Position } from '../../base/problem.ts';
import type { LocatedScalar } from '../located.ts';
import type { ProblemList } from '../problem-list.ts';
import { type Filter, filters, type Lookups } from './filters.ts';
import { badTemplate, cellWithoutAnswer, unknownColumn } from './problems.ts';
import type { TableRow } from './table-row.ts';

/** What a template has to know of its table. */
export interface TableContext {
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
  readonly lookups: Lookups;
  readonly problems: ProblemList;
}

/** A template without holes is the scalar it was; one with holes reads the present row. */
export type Template = LocatedScalar | CellTemplate;

export interface CellTemplate {
  readonly kind: 'cells';
  /** The first column that it reads: where its problems are shown. */
  readonly column: number;
  /** One text, several behind `split`, or undefined where a cell is empty or has no answer, which is then reported. */
  read(row: TableRow, problems: ProblemList): string | readonly string[] | undefined;
}

interface Hole {
  readonly column: number;
  readonly steps: readonly { readonly filter: Filter; readonly argument: string }[];
  /** What an empty cell says instead, when it says anything. */
  readonly fallback: string | undefined;
}

/** A column with more different cells than this does not repeat itself enough to be remembered. */
const REMEMBERED = 65_536;

/** The template of a text, or undefined and problems. A text without holes is the same in every row. */
export function compileTemplate(scalar: LocatedScalar, context: TableContext): Template | undefined {
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
  const splits = pieces.some((it) => typeof it !== 'string' && it.steps.some((step) => step.filter === filters.split));
  if (splits && pieces.length > 1) {
    context.problems.error(badTemplate, scalar.at, scalar.text, 'puts text beside "split", which makes a list');
    return undefined;
  }
  return cellTemplate(pieces, context.lookups);
}

function readHole(text: string, at: Position | undefined, context: TableContext): Hole | undefined {
  const [name = '', ...written] = text.split('|');
  const column = context.columns.indexOf(name.trim());
  if (column === -1) {
    context.problems.error(unknownColumn, at, name.trim(), context.columns);
    return undefined;
  }
  let fallback: string | undefined;
  const steps: Hole['steps'][number][] = [];
  for (const step of written) {
    const colon = step.indexOf(':');
    const filterName = (colon === -1 ? step : step.slice(0, colon)).trim();
    const argument = colon === -1 ? undefined : step.slice(colon + 1);
    const filter = Object.hasOwn(filters, filterName) ? filters[filterName] : undefined;
    const fault = faultOf(filterName, filter, argument, context);
    if (!filter || fault !== undefined) {
      context.problems.error(badTemplate, at, `{${text}}`, fault ?? '');
      return undefined;
    }
    if (filter === filters.or) fallback = argument;
    else steps.push({ filter, argument: argument ?? '' });
  }
  return { column, steps, fallback };
}

function faultOf(
  name: string,
  filter: Filter | undefined,
  argument: string | undefined,
  context: TableContext,
): string | undefined {
  if (!filter) return `has no filter "${name}"; there are ${Object.keys(filters).join(', ')}`;
  if (filter.takes !== undefined && argument === undefined) return `lacks what "${name}" takes: ${filter.takes}`;
  if (filter === filters.split && argument === '') return 'splits at nothing: write a separator behind "split:"';
  if (filter === filters.lookup && !context.lookups.has(argument ?? ''))
    return `names no lookup "${argument}" of this mapping`;
  return undefined;
}

function cellTemplate(pieces: readonly (string | Hole)[], lookups: Lookups): CellTemplate {
  const column = pieces.find((it) => typeof it !== 'string')?.column ?? 0;
  const [before, hole, behind] = pieces.length <= 3 ? alone(pieces) : [];
  if (hole) return { kind: 'cells', column, read: readAlone(before ?? '', hole, behind ?? '', lookups) };
  return {
    kind: 'cells',
    column,
    read: (row, problems) => {
      let text = '';
      for (const piece of pieces) {
        const part = typeof piece === 'string' ? piece : readCell(piece, lookups, row, problems);
        if (part === undefined) return undefined;
        text += part;
      }
      return text;
    },
  };
}

/** The only hole of a template with the text before and behind it; nothing when there are several. */
function alone(pieces: readonly (string | Hole)[]): [string, Hole, string] | [] {
  const at = pieces.findIndex((it) => typeof it !== 'string');
  const hole = pieces[at];
  const around = [pieces.slice(0, at), pieces.slice(at + 1)];
  if (!hole || typeof hole === 'string' || around.flat().some((it) => typeof it !== 'string')) return [];
  return [around[0]?.join('') ?? '', hole, around[1]?.join('') ?? ''];
}

/** Reads the one hole of a template. Cells repeat, as ids do, and equal ones then share one text. */
function readAlone(before: string, hole: Hole, behind: string, lookups: Lookups): CellTemplate['read'] {
  let known: Map<string, string | readonly string[]> | undefined = new Map();
  return (row, problems) => {
    const cell = row.cell(hole.column);
    const found = known?.get(cell);
    if (found !== undefined) return found;
    const part = readCell(hole, lookups, row, problems);
    if (part === undefined) return undefined;
    const text = typeof part === 'string' ? before + part + behind : part;
    known?.set(cell, text);
    if (known && known.size > REMEMBERED) known = undefined;
    return text;
  };
}

function readCell(
  hole: Hole,
  lookups: Lookups,
  row: TableRow,
  problems: ProblemList,
): string | readonly string[] | undefined {
  const trimmed = row.cell(hole.column).trim();
  if (trimmed === '') return hole.fallback;
  return hole.steps.length === 0 ? trimmed : applySteps(trimmed, hole, lookups, row, problems);
}

function applySteps(
  text: string,
  hole: Hole,
  lookups: Lookups,
  row: TableRow,
  problems: ProblemList,
): string | readonly string[] | undefined {
  let value: string | readonly string[] = text;
  for (const { filter, argument } of hole.steps) {
    const answers: (string | readonly string[] | undefined)[] = [];
    for (const it of typeof value === 'string' ? [value] : value) {
      const answer = filter.apply(it, argument, lookups);
      if (answer === undefined) {
        problems.error(cellWithoutAnswer, row.placeOf(hole.column), it, filter.failure ?? 'does not fit');
        return undefined;
      }
      answers.push(answer);
    }
    const flat = (answers as (string | readonly string[])[]).flat();
    value = typeof value === 'string' && typeof answers[0] === 'string' ? answers[0] : flat;
  }
  return value;
}
