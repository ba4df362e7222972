/**
 * A checked document executed: the answer, with the hints that resolvers left in `extensions`.
 */
import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import type { GraphContext } from './operation.ts';

export type Answer = ExecutionResult<Record<string, unknown>>;

/** Runs an operation that was validated. The context must be new. */
export function executeDocument(
  schema: GraphQLSchema,
  context: GraphContext,
  document: DocumentNode,
  variableValues?: Readonly<Record<string, unknown>> | null,
  operationName?: string | null,
): Answer {
  const answer = execute({ schema, document, contextValue: context, variableValues, operationName }) as Answer;
  return withExtensions(answer, context);
}

/** The answer with what the operation has to say beside it. */
export function withExtensions(answer: Answer, { operation }: GraphContext): Answer {
  if (!operation || operation.hints.length === 0) return answer;
  return { ...answer, extensions: { ...answer.extensions, hints: operation.hints } };
}
