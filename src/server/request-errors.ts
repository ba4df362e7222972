/**
 * What a client reads of errors, of GraphQL and before or beside it, always in the shape that GraphQL clients read.
 *
 * An error with a code was meant for the caller: a syntax error, an unknown field, a limit, a misspelt id. Anything
 * else is a fault of ours; its words may hold paths or data, so the client gets an id and the operator's log the stack.
 */
import { randomUUID } from 'node:crypto';
import type { HTTPGraphQLHead } from '@apollo/server';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { KnowledgeError } from '../base/knowledge-error.ts';
import { withRemedy } from '../graphql/first-guesses.ts';
import { codeOf, cutMessage, tooDeepToRead } from '../graphql/problems.ts';
import type { ServerLimits } from './config.ts';
import {
  badAddress,
  bodyTooLarge,
  internalError,
  nothingThere,
  notJson,
  TooManyRequests,
  tooManyTokens,
  tooSlow,
} from './problems.ts';

export interface ErrorBody {
  readonly errors: readonly { readonly message: string; readonly extensions: ErrorExtensions }[];
}

interface ErrorExtensions {
  readonly code: string;
  /** The limit that was reached, and what it allows. */
  readonly limit?: keyof ServerLimits;
  readonly allowed?: number;
  /** What an internal error is called in the log. */
  readonly id?: string;
}

/** A refusal in the shape of a GraphQL answer without data. */
export function errorBody(message: string, extensions: ErrorExtensions): ErrorBody {
  return { errors: [{ message, extensions }] };
}

export function limitReached(limit: keyof ServerLimits, allowed: number): ErrorExtensions {
  return { code: 'LIMIT_REACHED', limit, allowed };
}

/** What is refused for now; the same may be asked again in some seconds. */
const FOR_NOW: ReadonlySet<string> = new Set(['too-busy', 'time-is-up', 'heavy-thread-ended']);
export const RETRY_SECONDS = '5';
export const isForNow = ({ code }: KnowledgeError): boolean => FOR_NOW.has(code);

/** Refuses with the words of an error: with `status`, or with 503 what may be asked again. */
export function refuse(reply: FastifyReply, error: KnowledgeError, status: number): FastifyReply {
  if (isForNow(error)) reply.header('retry-after', RETRY_SECONDS);
  return reply.code(isForNow(error) ? 503 : status).send(errorBody(error.message, { code: codeOf(error) }));
}

/** Answers what no route takes, and what goes wrong before or beside GraphQL. */
export function answerErrors(server: FastifyInstance, limits: ServerLimits, print: (text: string) => void): void {
  const { maxBodyBytes, maxMilliseconds } = limits;

  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send(errorBody(nothingThere(pathOf(request.url)), { code: 'NOT_FOUND' })),
  );

  server.setErrorHandler((error: FastifyError, request, reply) => {
    switch (error.code) {
      case 'FST_ERR_CTP_BODY_TOO_LARGE':
        return reply.code(413).send(errorBody(bodyTooLarge(maxBodyBytes), limitReached('maxBodyBytes', maxBodyBytes)));
      case 'FST_ERR_HANDLER_TIMEOUT':
        return reply
          .code(503)
          .send(errorBody(tooSlow(maxMilliseconds), limitReached('maxMilliseconds', maxMilliseconds)));
      case 'FST_ERR_CTP_INVALID_MEDIA_TYPE': {
        const type = (request.headers['content-type'] ?? '').slice(0, 100);
        return reply.code(415).send(errorBody(notJson(type), { code: 'BAD_REQUEST' }));
      }
    }
    if (error instanceof TooManyRequests) return reply.code(429).send(errorBody(error.message, { code: error.code }));
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      return reply.code(status).send(errorBody(cutMessage(error.message), { code: 'BAD_REQUEST' }));
    }
    return reply.code(500).send({ errors: [unforeseen(error, print)] });
  });
}

/** Answers an address that cannot be read, such as `/%zz`: it is refused before there is a route to it. */
export function answerBadAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 400;
  const code = status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
  reply.code(status).send(errorBody(badAddress(pathOf(request.url)), { code }));
}

/** The path without its query, cut so that an answer never repeats a long address. */
function pathOf(url: string): string {
  return (url.split('?', 1)[0] ?? '').slice(0, 100);
}

/** Writes the stack of an error that nobody foresaw with `print`; what the client gets has the id it stands under. */
function unforeseen(error: unknown, print: (text: string) => void): ErrorBody['errors'][number] {
  const id = randomUUID().slice(0, 8);
  print(`Internal error ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return { message: internalError(id), extensions: { code: 'INTERNAL_SERVER_ERROR', id } };
}

export type ErrorMask = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** What a client reads of an error of GraphQL, for Apollo's `formatError`. */
export function errorMask(schema: GraphQLSchema, maxTokens: number, print: (text: string) => void): ErrorMask {
  return (formatted, error) => {
    const { message, extensions, locations, path } = formatted;
    const code = extensions?.code;
    if (code === 'GRAPHQL_PARSE_FAILED' && message.includes('Parsing aborted')) {
      return {
        ...formatted,
        message: tooManyTokens(maxTokens),
        extensions: { ...limitReached('maxTokens', maxTokens) },
      };
    }
    if (code === 'GRAPHQL_PARSE_FAILED' && message.includes('call stack')) return tooDeepToRead().toJSON();
    if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR') {
      const given = { ...extensions, code: ownCode(error) ?? code };
      if (code !== 'GRAPHQL_VALIDATION_FAILED') {
        return { ...formatted, message: cutMessage(message), extensions: given };
      }
      const { message: remedied, hint } = withRemedy(message, schema);
      return { ...formatted, message: remedied, extensions: { ...given, ...(hint !== undefined && { hint }) } };
    }
    if (isRefusedByApollo(error)) return { message: cutMessage(message), extensions: { code: 'BAD_REQUEST' } };
    const internal = unforeseen(originOf(error), print);
    return {
      ...internal,
      extensions: { ...internal.extensions },
      ...(locations && { locations }),
      ...(path && { path }),
    };
  };
}

/** What was thrown in a resolver, without the place that graphql-js has put around it. */
const originOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.path && error.originalError ? error.originalError : error;

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
