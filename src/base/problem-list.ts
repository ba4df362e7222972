/**
 * Problems as they are found, up to a number that a person would read.
 *
 * A table of a million rows with a wrong column has a million problems. Each is made only while there is room for it,
 * because a place and a suggestion cost far more than the row; the rest are counted.
 */
import { KnowledgeError } from './knowledge-error.ts';
import { inReadingOrder, isError, type Position, type Problem } from './problem.ts';
import type { SourceFile } from './source-file.ts';

/** How many errors, and how many warnings, are listed in full. */
const SHOWN = 50;

/** After so many repetitions nothing more is made: one word of a mapping may be at fault in a million rows. */
const REPEATED = 1000;

export class ProblemList {
  readonly #errors: Problem[] = [];
  readonly #warnings: Problem[] = [];
  #errorCount = 0;
  #warningCount = 0;
  /** Places and codes of what was made: edges that share an entry share its faults. */
  readonly #listed = new Set<string>();
  #repeated = 0;
  /** How often a problem was told, whatever came of it. */
  told = 0;

  /**
   * Counts an error, and makes it if there is room.
   * @example
   * problems.error(nodeNotFound, at, id, knownIds)
   */
  error<Said extends unknown[]>(make: (...said: Said) => Problem, ...said: Said): void {
    this.told++;
    if (!this.#hasRoom(this.#errors)) this.#errorCount++;
    else if (this.#tell(make(...said), this.#errors)) this.#errorCount++;
  }

  /** Counts a warning, and makes it if there is room. */
  warning<Said extends unknown[]>(make: (...said: Said) => Problem, ...said: Said): void {
    this.told++;
    if (!this.#hasRoom(this.#warnings)) this.#warningCount++;
    else if (this.#tell(make(...said), this.#warnings)) this.#warningCount++;
  }

  #hasRoom(made: readonly Problem[]): boolean {
    return made.length < SHOWN && this.#repeated < REPEATED;
  }

  /** Adds a problem to those that were made; false when it is there already. */
  #tell(it: Problem, made: Problem[]): boolean {
    const key = it.at
      ? `${it.at.file}:${it.at.line}:${it.at.column} ${it.code} ${it.message}`
      : `${it.code} ${it.message}`;
    if (this.#listed.has(key)) {
      this.#repeated++;
      return false;
    }
    this.#listed.add(key);
    made.push(it);
    return true;
  }

  /** Puts a problem that says more in the place of one that was made before all was known. */
  replace(problem: Problem, better: Problem): void {
    const index = this.#errors.indexOf(problem);
    if (index !== -1) this.#errors[index] = better;
  }

  /** Takes in problems that another part has made. */
  addAll(problems: readonly Problem[]): void {
    for (const it of problems) {
      if (it.severity === 'error') this.error(() => it);
      else this.warning(() => it);
    }
  }

  get hasErrors(): boolean {
    return this.#errorCount > 0;
  }

  get errorCount(): number {
    return this.#errorCount;
  }

  /** The errors that were made since there were `count` of them. */
  madeSince(count: number): readonly Problem[] {
    return this.#errors.slice(count);
  }

  /** What there was room for, in reading order. */
  shown(): Problem[] {
    return inReadingOrder([...this.#errors, ...this.#warnings]);
  }

  /** How many more there are than `shown` tells. */
  get unshown(): number {
    return this.#errorCount + this.#warningCount - this.#errors.length - this.#warnings.length;
  }
}

/** Problems as a person reads them, one below the other, and how many more there are. Empty without problems. */
export function printProblems(
  problems: readonly Problem[],
  files: ReadonlyMap<string, SourceFile> = new Map(),
  unshown = 0,
): string {
  const lines = problems.map((it) => printProblem(it, files));
  if (unshown > 0) lines.push(`… and ${unshown} more`);
  return lines.join('\n');
}

/** Everything that is wrong, in one error; `what` names the facts, `files` give the frames. */
export function graphHasProblems(
  what: string,
  problems: readonly Problem[],
  unshown = 0,
  files: ReadonlyMap<string, SourceFile> = new Map(),
): KnowledgeError {
  const errors = problems.filter(isError);
  const more = unshown > 0 ? `\n… and ${unshown} more.` : '';
  const text = errors.map((it) => printProblem(it, files)).join('\n');
  return new KnowledgeError('graph-has-problems', `The graph of ${what} has problems.\n${text}${more}`, errors);
}

/** Longest piece of a source line shown in a frame; a 5 MB line must not fill the screen. */
const FRAME_WIDTH = 100;

/**
 * One problem as text, `file:line:column  code  sentence`; below it the line with the place marked, when its file is among
 * `files`.
 * @example
 * printProblem({ code: 'no-nodes', severity: 'error', message: 'The folder has no nodes.' }) // 'no-nodes  The folder has no nodes.'
 */
export function printProblem(problem: Problem, files: ReadonlyMap<string, SourceFile> = new Map()): string {
  const { at } = problem;
  const kind = problem.severity === 'warning' ? `${problem.code} (warning)` : problem.code;
  if (!at) return `${kind}  ${problem.message}`;
  const head = `${at.file}:${at.line}:${at.column}  ${kind}  ${problem.message}`;
  const file = files.get(at.file);
  return file ? `${head}\n${frame(file, at)}` : head;
}

function frame(file: SourceFile, at: Position): string {
  const line = file.lineText(at.line);
  // A window of the line that holds the place, so that very long lines stay readable.
  const from = at.column > FRAME_WIDTH - 20 ? at.column - 40 : 0;
  const shown = line.slice(from, from + FRAME_WIDTH).replaceAll('\t', ' ');
  const gutter = String(at.line);
  const column = at.column - from;
  const marks = '^'.repeat(Math.max(1, Math.min(at.length ?? 1, shown.length - column + 1)));
  return `  ${gutter} | ${shown}\n  ${' '.repeat(gutter.length)} | ${' '.repeat(column - 1)}${marks}`;
}
