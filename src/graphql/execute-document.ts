/**
 * A checked document executed by graphql-js: cost first, then the answer, with what there is to say beside it.
 *
 * `extensions.cost` is the estimate and what is allowed; `extensions.hints` are remarks, such as a near id.
 */
import { type DocumentNode, type ExecutionResult, executeSync, type GraphQLError, type GraphQLSchema } from 'graphql';
import { isDeeper } from '../base/is-deeper.ts';
import { estimateCost } from './limiting/estimate-cost.ts';
import { defaultLimits, type QueryLimits } from './limits.ts';
import type { GraphContext } from './operation.ts';
import { inputTooDeep, tooCostly, withCode } from './problems.ts';

export type Answer = ExecutionResult<Record<string, unknown>>;

/** What an operation is estimated to cost, and what it may. */
export interface Cost {
  readonly estimate: number;
  readonly allowed: number;
}

/** Runs an operation that was validated. The context must be new. */
export function executeDocument(
  schema: GraphQLSchema,
  context: GraphContext,
  document: DocumentNode,
  variables?: Readonly<Record<string, unknown>> | null,
  operationName?: string | null,
): Answer {
  const { cost, refusal } = admit(schema, document, operationName, variables ?? {}, context.limits ?? defaultLimits);
  if (refusal) return { errors: [refusal] };
  const answer = executeSync({
    schema,
    document,
    contextValue: context,
    variableValues: variables,
    operationName,
  }) as Answer;
  const extensions = extensionsOf(context, cost);
  return { ...(answer.data === undefined ? refused(answer) : answer), extensions };
}

/** What is found out about a request before it runs. */
export interface Admission {
  /** Undefined when the document has no operation of that name, which is reported when it is run. */
  readonly cost?: Cost;
  /** Why it is not run. */
  readonly refusal?: GraphQLError;
}

/** Judges a request by its variables and by what it is estimated to cost. */
export function admit(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  limits: QueryLimits,
): Admission {
  const { maxInputDepth, maxCost } = limits;
  if (isDeeper(variables, maxInputDepth)) return { refusal: inputTooDeep(maxInputDepth) };
  const estimate = estimateCost(schema, document, operationName, variables, limits);
  if (estimate === undefined) return {};
  if (estimate > maxCost) return { refusal: tooCostly(estimate, maxCost) };
  return { cost: { estimate, allowed: maxCost } };
}

/** What there is to say beside an answer. */
export function extensionsOf({ operation }: GraphContext, cost: Cost | undefined): Record<string, unknown> {
  const hints = operation?.hints ?? [];
  return { ...(cost && { cost }), ...(hints.length > 0 && { hints }) };
}

/** Errors before anything was executed are the caller's: variables of a wrong type, an operation that is not there. */
function refused(answer: Answer): Answer {
  return { ...answer, errors: (answer.errors ?? []).map((it) => withCode(it, 'BAD_USER_INPUT')) };
}
