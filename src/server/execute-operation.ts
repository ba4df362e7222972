/**
 * Executes operations by the graph's own means instead of Apollo's.
 *
 * The graph counts the cost first and adds hints to its answer; how it executes is its own affair. An answer that it
 * has written as text passes through Apollo as it is. Apollo formats only errors that it met itself, so these are
 * masked here.
 */
import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { apollo } from './apollo-packages.ts';
import type { KnownDocuments } from './known-documents.ts';
import type { ErrorMask } from './mask-errors.ts';
import type { ServedGraph } from './served-graph.ts';

export function executeOperation(served: ServedGraph, known: KnownDocuments, mask: ErrorMask): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ document, request, source }) => {
        try {
          const answer = await served.execute(document, request.variables, request.operationName);
          if ('text' in answer) {
            known.keep(source, document);
            return written(answer.text);
          }
          // Without data nothing was executed: the operation was refused.
          return respond(answer, answer.data === undefined ? 400 : undefined, mask);
        } catch (error) {
          const unexpected = new GraphQLError('', { originalError: error instanceof Error ? error : null });
          return respond({ errors: [unexpected] }, 500, mask);
        }
      },
    }),
  };
}

/** Stands where an answer's data would, and holds the whole answer. */
class Written {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function written(text: string): GraphQLResponse {
  return {
    http: { headers: new apollo.HeaderMap() },
    body: { kind: 'single', singleResult: { data: new Written(text) as never } },
  };
}

/** An answer as text: as it was written, or printed now. For Apollo's `stringifyResult`. */
export function printAnswer(answer: FormattedExecutionResult): string {
  return answer.data instanceof Written ? answer.data.text : JSON.stringify(answer);
}

function respond(answer: ExecutionResult, status: number | undefined, mask: ErrorMask): GraphQLResponse {
  const { errors, ...rest } = answer;
  return {
    http: { headers: new apollo.HeaderMap(), ...(status !== undefined && { status }) },
    body: {
      kind: 'single',
      singleResult: { ...rest, ...(errors && { errors: errors.map((it) => masked(it, mask)) }) },
    },
  };
}

function masked(error: GraphQLError, mask: ErrorMask): GraphQLFormattedError {
  return mask(error.toJSON(), error);
}
