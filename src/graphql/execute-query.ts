/**
 * A query answered in process, without a server: what the command line, the Node API and tests call.
 */
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type Answer, executeDocument } from './execute-document.ts';
import { limitRules } from './limiting/limit-rules.ts';
import { defaultLimits, type QueryLimits } from './limits.ts';
import { tooDeepToRead, withCode } from './problems.ts';

export interface QueryRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Which operation to run, when the query has several. */
  readonly operationName?: string;
}

export interface QueryOptions {
  /** Without them, `defaultLimits` hold. */
  readonly limits?: QueryLimits | undefined;
  /** What the graph is called, for `dataset`. */
  readonly about?: DatasetAbout | undefined;
}

/** The answer to a query, or what is wrong with it, in the shape that GraphQL servers answer with. Never throws. */
export function executeQuery(
  schema: GraphQLSchema,
  view: GraphView,
  request: QueryRequest,
  { limits = defaultLimits, about }: QueryOptions = {},
): Answer {
  let document: DocumentNode;
  let errors: readonly GraphQLError[];
  try {
    document = parse(request.query);
    errors = validate(schema, document, [...specifiedRules, ...limitRules(limits)]);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [withCode(error, 'GRAPHQL_PARSE_FAILED')] };
    // Brackets without end take the stack of whoever reads them.
    if (error instanceof RangeError) return { errors: [tooDeepToRead()] };
    throw error;
  }
  if (errors.length > 0) return { errors: errors.map((it) => withCode(it, 'GRAPHQL_VALIDATION_FAILED')) };
  const context = { view, limits, ...(about && { about }) };
  return executeDocument(schema, context, document, request.variables, request.operationName);
}
