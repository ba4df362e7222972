/**
 * Asked wrongly: what ends with exit code 2.
 *
 * Lower floors throw one kind of error for every mistake of a caller. On the command line it matters whose mistake it
 * was: a word that was typed, or a fact that is not there.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';

/** A mistake in how the command was put. */
export class Misuse extends KnowledgeError {}

/** Mistakes that lower floors find in what was typed. */
const typed: ReadonlySet<string> = new Set([
  'bad-setting',
  'bad-config-file',
  'unknown-setting',
  'bad-date',
  'bad-max-hops',
  'unknown-edge-type',
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

export const isMisuse = (error: unknown): boolean =>
  error instanceof Misuse || (error instanceof KnowledgeError && typed.has(error.code));
