/**
 * Which errors a client may read.
 *
 * An error with a code was meant for the caller: a syntax error, an unknown field, a limit, a misspelt id. Anything
 * else is a fault of ours; its words may hold paths or data, so the client gets an id and the operator's log the stack.
 */
import { randomUUID } from 'node:crypto';
import type { HTTPGraphQLHead } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { tooDeepToRead } from '../graphql/problems.ts';
import { apolloErrors } from './apollo-packages.ts';
import { internalError, tooManyTokens } from './problems.ts';

export type ErrorMask = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** A mask that writes the stack of each unexpected error with `print`, under the id that the client was given. */
export function errorMask(maxTokens: number, print: (text: string) => void): ErrorMask {
  return (formatted, error) => {
    const code = formatted.extensions?.code;
    if (code === 'GRAPHQL_PARSE_FAILED' && formatted.message.includes('Parsing aborted')) {
      return {
        ...formatted,
        message: tooManyTokens(maxTokens),
        extensions: { code: 'LIMIT_REACHED', limit: 'maxTokens', allowed: maxTokens },
      };
    }
    if (code === 'GRAPHQL_PARSE_FAILED' && formatted.message.includes('call stack')) return tooDeepToRead().toJSON();
    if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR') {
      return { ...formatted, extensions: { ...formatted.extensions, code: ownCode(error) ?? code } };
    }
    if (isRefusedByApollo(error)) return { message: formatted.message, extensions: { code: 'BAD_REQUEST' } };
    const id = maskError(apolloErrors.unwrapResolverError(error), print);
    const { locations, path } = formatted;
    return {
      message: internalError(id),
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: { code: 'INTERNAL_SERVER_ERROR', id },
    };
  };
}

/** The code that a rule gave its error; Apollo puts one of its own over those of all rules. */
function ownCode(error: unknown): unknown {
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  return original instanceof GraphQLError ? original.extensions.code : undefined;
}

/** Apollo gives a status to what it refuses, and now and then no code: a hash, for one, that is not the query's. */
function isRefusedByApollo(error: unknown): boolean {
  const status = error instanceof GraphQLError && (error.extensions.http as HTTPGraphQLHead | undefined)?.status;
  return typeof status === 'number' && status >= 400 && status < 500;
}

/** Writes the stack of an unexpected error with `print` and returns the id it was written under. */
export function maskError(error: unknown, print: (text: string) => void): string {
  const id = randomUUID().slice(0, 8);
  print(`Internal error ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return id;
}
