/**
 * A checked document executed: cost first, then the answer, with what there is to say beside it in `extensions`.
 *
 * `extensions.cost` is the estimate and what is allowed; `extensions.hints` are remarks, such as a near id.
 */
import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import { estimateCost } from './limiting/estimate-cost.ts';
import { defaultLimits } from './limits.ts';
import type { GraphContext } from './operation.ts';
import { tooCostly, withCode } from './problems.ts';

export type Answer = ExecutionResult<Record<string, unknown>>;

/** Runs an operation that was validated. The context must be new. */
export function executeDocument(
  schema: GraphQLSchema,
  context: GraphContext,
  document: DocumentNode,
  variables?: Readonly<Record<string, unknown>> | null,
  operationName?: string | null,
): Answer {
  const limits = context.limits ?? defaultLimits;
  const estimate = estimateCost(schema, document, operationName, variables ?? {}, limits);
  if (estimate !== undefined && estimate > limits.maxCost) return { errors: [tooCostly(estimate, limits.maxCost)] };
  if (estimate !== undefined) context.estimate = estimate;
  const answer = execute({
    schema,
    document,
    contextValue: context,
    variableValues: variables,
    operationName,
  }) as Answer;
  return withExtensions(answer.data === undefined ? refused(answer) : answer, context);
}

/** The answer with what there is to say beside it. */
export function withExtensions(answer: Answer, { operation, estimate, limits = defaultLimits }: GraphContext): Answer {
  const hints = operation?.hints ?? [];
  const extensions = {
    ...answer.extensions,
    ...(estimate !== undefined && { cost: { estimate, allowed: limits.maxCost } }),
    ...(hints.length > 0 && { hints }),
  };
  return { ...answer, extensions };
}

/** Errors before anything was executed are the caller's: variables of a wrong type, an operation that is not there. */
function refused(answer: Answer): Answer {
  return { ...answer, errors: (answer.errors ?? []).map((it) => withCode(it, 'BAD_USER_INPUT')) };
}
