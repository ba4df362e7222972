/**
 * A failure as people read it: the problems with their places, or the sentence, or the stack of what nobody foresaw.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';
import { printProblem } from '../base/print-problem.ts';

export function printFailure(error: unknown): string {
  if (!(error instanceof KnowledgeError))
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [...error.problems.map((it) => printProblem(it)), error.message].join('\n');
}
