/**
 * The one error that carries everything that is wrong with what was to become a graph.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';
import { printProblem } from '../base/print-problem.ts';
import { isError, type Problem } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';

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
