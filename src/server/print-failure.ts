/**
 * A failure as people read it: the sentence of what was foreseen, the stack of what nobody foresaw.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';

export function printFailure(error: unknown): string {
  if (error instanceof KnowledgeError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
