/**
 * A text with holes, `state:{iso3|lower}`, that a row of a table fills.
 *
 * A hole is a column and any number of filters. A cell that is empty leaves its text unsaid: the filled value is then
 * missing, and whoever asked decides whether a property or a whole fact is left out.
 */
import type { Position } from '../../base/problem.ts';
import type { SourceFile } from '../../base/source-file.ts';
import type { LocatedScalar } from '../located.ts';
import type { ProblemList } from '../problem-list.ts';
import type { CsvCursor } from './csv-cursor.ts';
import { type Filter, filters, type Lookups } from './filters.ts';
import { badTemplate, cellWithoutAnswer, unknownColumn } from './problems.ts';

/** What a template has to know of its table. */
export interface TableContext {
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
  readonly lookups: Lookups;
  readonly problems: ProblemList;
}

/** A filled template: one text, several behind `split`, or undefined where a cell is empty or has no answer. */
export type Filled = LocatedScalar | readonly LocatedScalar[] | undefined;

/** Fills a template from the present row; what has no answer is reported to `problems`. */
export type Template = (row: CsvCursor, problems: ProblemList) => Filled;

interface Hole {
  readonly column: number;
  readonly steps: readonly { readonly filter: Filter; readonly argument: string }[];
  /** What an empty cell says instead, when it says anything. */
  readonly fallback: string | undefined;
}

/** Tables repeat their cells; this many answers are remembered for each hole. */
const REMEMBERED = 65_536;

/** The template of a text, or undefined and problems. A text without holes is the same in every row. */
export function compileTemplate(scalar: LocatedScalar, context: TableContext): Template | undefined {
  if (!scalar.text.includes('{')) return () => scalar;
  const parts = scalar.text.split(/(\{[^{}]*\})/).filter((it) => it !== '');
  const pieces: (string | Hole)[] = [];
  for (const part of parts) {
    const piece = part.startsWith('{') && part.endsWith('}') ? readHole(part.slice(1, -1), scalar.at, context) : part;
    if (piece === undefined) return undefined;
    if (typeof piece === 'string' && /[{}]/.test(piece)) {
      context.problems.error(() => badTemplate(scalar.at, scalar.text, 'has a brace without its partner'));
      return undefined;
    }
    pieces.push(piece);
  }
  const splits = pieces.some((it) => typeof it !== 'string' && it.steps.some((step) => step.filter === filters.split));
  if (splits && pieces.length > 1) {
    context.problems.error(() => badTemplate(scalar.at, scalar.text, 'puts text beside "split", which makes a list'));
    return undefined;
  }
  return fillerOf(pieces, context.lookups);
}

function readHole(text: string, at: Position | undefined, context: TableContext): Hole | undefined {
  const [name = '', ...written] = text.split('|');
  const column = context.columns.indexOf(name.trim());
  if (column === -1) {
    context.problems.error(() => unknownColumn(at, name.trim(), context.columns));
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
      context.problems.error(() => badTemplate(at, `{${text}}`, fault ?? ''));
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

function fillerOf(pieces: readonly (string | Hole)[], lookups: Lookups): Template {
  const fills = pieces.map((it) => (typeof it === 'string' ? it : holeFiller(it, lookups)));
  const first = pieces.find((it) => typeof it !== 'string')?.column ?? 0;
  return (row, problems) => {
    let text = '';
    for (const fill of fills) {
      const part = typeof fill === 'string' ? fill : fill(row, problems);
      if (part === undefined) return undefined;
      if (typeof part !== 'string') return part.map((it) => new CellText(it, row.file, row.offsetOf(first)));
      text += part;
    }
    return new CellText(text, row.file, row.offsetOf(first), row.lengthOf(first));
  };
}

function holeFiller(
  hole: Hole,
  lookups: Lookups,
): (row: CsvCursor, problems: ProblemList) => string | readonly string[] | undefined {
  const answers = new Map<string, string | readonly string[]>();
  return (row, problems) => {
    const cell = row.cell(hole.column);
    const known = answers.get(cell);
    if (known !== undefined) return known;
    const trimmed = cell.trim();
    if (trimmed === '') return hole.fallback;
    const answer = applySteps(trimmed, hole, lookups, row, problems);
    if (answer === undefined) return undefined;
    if (answers.size >= REMEMBERED) answers.clear();
    answers.set(cell, answer);
    return answer;
  };
}

function applySteps(
  text: string,
  hole: Hole,
  lookups: Lookups,
  row: CsvCursor,
  problems: ProblemList,
): string | readonly string[] | undefined {
  let value: string | readonly string[] = text;
  for (const { filter, argument } of hole.steps) {
    const answers: (string | readonly string[] | undefined)[] = [];
    for (const it of typeof value === 'string' ? [value] : value) {
      const answer = filter.apply(it, argument, lookups);
      if (answer === undefined) {
        problems.error(() => cellWithoutAnswer(row.placeOf(hole.column), it, filter.failure ?? 'does not fit'));
        return undefined;
      }
      answers.push(answer);
    }
    const flat = (answers as (string | readonly string[])[]).flat();
    value = typeof value === 'string' && typeof answers[0] === 'string' ? answers[0] : flat;
  }
  return value;
}

/** The text that a row puts into a template. Its place is found when somebody asks: most rows have no problem. */
class CellText implements LocatedScalar {
  readonly kind = 'scalar';
  readonly isCell = true;
  readonly text: string;
  readonly #file: SourceFile;
  readonly #offset: number;
  readonly #length: number;

  constructor(text: string, file: SourceFile, offset: number, length = 1) {
    this.text = text;
    this.#file = file;
    this.#offset = offset;
    this.#length = length;
  }

  get value(): string {
    return this.text;
  }

  get at(): Position {
    return this.#file.positionAt(this.#offset, Math.max(1, this.#length));
  }
}
