/**
 * Errors before or beside GraphQL — a broken body, a wrong address, a time limit — in the shape GraphQL clients read.
 */
import type { FastifyError, FastifyInstance } from 'fastify';
import type { ServerConfig } from './config.ts';
import { maskError } from './mask-errors.ts';
import { bodyTooLarge, internalError, nothingThere, tooSlow } from './problems.ts';

export interface ErrorBody {
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export function answerErrors(server: FastifyInstance, config: ServerConfig, print: (text: string) => void): void {
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send(errorBody('NOT_FOUND', nothingThere(pathOf(request.url)))),
  );

  server.setErrorHandler((error: FastifyError, _request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      return reply.code(413).send(errorBody('REQUEST_TOO_LARGE', bodyTooLarge(config.bodyLimit)));
    }
    if (error.code === 'FST_ERR_HANDLER_TIMEOUT') {
      return reply.code(503).send(errorBody('TIME_LIMIT', tooSlow(config.timeLimit)));
    }
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return reply.code(status).send(errorBody('BAD_REQUEST', error.message));
    return reply.code(500).send(errorBody('INTERNAL_SERVER_ERROR', internalError(maskError(error, print))));
  });
}

/** A refusal in the shape of a GraphQL answer without data. */
export function errorBody(code: string, message: string): ErrorBody {
  return { errors: [{ message, extensions: { code } }] };
}

/** The path without its query, cut so that an answer never repeats a long address. */
function pathOf(url: string): string {
  return (url.split('?', 1)[0] ?? '').slice(0, 100);
}
