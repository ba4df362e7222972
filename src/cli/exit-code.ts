/**
 * How a command ends, for scripts: they branch on it, so it never changes meaning.
 *
 * Lower floors throw one kind of error for every mistake of a caller. On the command line it matters whose mistake it
 * was: a word that was typed, which is misuse, or a fact that is not there.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';

export const exitCode: {
  /** The command did what was asked. */
  readonly fine: 0;
  /** It ran, and found problems or did not find what was sought. */
  readonly problems: 1;
  /** It was asked wrongly: an unknown command, option or file, a value out of range. */
  readonly misuse: 2;
} = { fine: 0, problems: 1, misuse: 2 };

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** A mistake in how the command was put. */
export class Misuse extends KnowledgeError {}

/** Mistakes that lower floors find in what was typed. */
const typed: ReadonlySet<string> = new Set([
  'bad-setting',
  'bad-review',
  'bad-config-file',
  'unknown-setting',
  'unknown-pack',
  'bad-date',
  'bad-max-hops',
  'unknown-edge-type',
  'unknown-field',
  'half-a-relation',
  'no-date',
  'unknown-type',
  'unknown-format',
  'unknown-import-format',
  'wrong-number-of-files',
  'unknown-part',
  'unknown-option',
  'bad-option',
  'unknown-modality',
  'bad-base',
  'bad-depth',
  'trust-out-of-range',
]);

/** What is wrong with the value of an option is misuse, whatever lower floors call it. */
export function asMisuse<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof KnowledgeError ? new Misuse(error.code, error.message, error.problems) : error;
  }
}

export const isMisuse = (error: unknown): boolean =>
  error instanceof Misuse || (error instanceof KnowledgeError && typed.has(error.code));
