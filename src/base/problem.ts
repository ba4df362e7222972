/**
 * A problem is a value with a place.
 *
 * Readers and checks do not throw at the first fault: they collect problems and go on, so that a curator sees
 * everything that is wrong with a folder at once. Each part keeps its sentences in its own `problems.ts`.
 */

/** A place in a text. Lines and columns count from 1, as editors do. */
export interface Position {
  /** Path as the person gave it, relative where it was relative. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters the place spans; 1 when absent. */
  readonly length?: number;
}

/** What is wrong, where, and how bad it is. Only errors stop a graph from loading. */
export interface Problem {
  /** Kebab-case words, documented in `docs/errors.md`: `unknown-node`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** A full sentence: what, what was expected, and "Did you mean" where a near name exists. */
  readonly message: string;
  readonly at?: Position;
}

/** Longest sentence; a name of 5 MB, quoted in it, must not fill the screen. */
const LONGEST_MESSAGE = 1000;

/** Makes an error, the usual kind of problem. */
export function problem(code: string, at: Position | undefined, sentence: string): Problem {
  const message = sentence.length > LONGEST_MESSAGE ? `${sentence.slice(0, LONGEST_MESSAGE)}…` : sentence;
  return at ? { code, severity: 'error', message, at } : { code, severity: 'error', message };
}

/** Makes a warning: worth a look, yet the graph loads. */
export function warning(code: string, at: Position | undefined, message: string): Problem {
  return { ...problem(code, at, message), severity: 'warning' };
}

export const isError = (it: Problem): boolean => it.severity === 'error';

/** Problems in reading order: by file, then line, then column; those without a place first. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => comparePlaces(a.at, b.at));
}

function comparePlaces(a: Position | undefined, b: Position | undefined): number {
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
