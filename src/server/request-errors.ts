/**
 * Errors before or beside GraphQL — a broken body, a wrong address, a time limit — in the shape GraphQL clients read.
 */
import type { FastifyError, FastifyInstance } from 'fastify';
import type { ServerLimits } from './config.ts';
import { maskError } from './mask-errors.ts';
import { bodyTooLarge, internalError, nothingThere, notJson, tooSlow } from './problems.ts';

export interface ErrorBody {
  readonly errors: readonly { readonly message: string; readonly extensions: ErrorExtensions }[];
}

interface ErrorExtensions {
  readonly code: string;
  /** The limit that was reached, and what it allows. */
  readonly limit?: keyof ServerLimits;
  readonly allowed?: number;
}

export function answerErrors(server: FastifyInstance, limits: ServerLimits, print: (text: string) => void): void {
  const { maxBodyBytes, maxMilliseconds } = limits;

  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send(errorBody(nothingThere(pathOf(request.url)), { code: 'NOT_FOUND' })),
  );

  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      return reply.code(413).send(errorBody(bodyTooLarge(maxBodyBytes), limitReached('maxBodyBytes', maxBodyBytes)));
    }
    if (error.code === 'FST_ERR_HANDLER_TIMEOUT') {
      return reply
        .code(503)
        .send(errorBody(tooSlow(maxMilliseconds), limitReached('maxMilliseconds', maxMilliseconds)));
    }
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
      const type = (request.headers['content-type'] ?? '').slice(0, 100);
      return reply.code(415).send(errorBody(notJson(type), { code: 'BAD_REQUEST' }));
    }
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500)
      return reply.code(status).send(errorBody(error.message, { code: 'BAD_REQUEST' }));
    const id = maskError(error, print);
    return reply.code(500).send(errorBody(internalError(id), { code: 'INTERNAL_SERVER_ERROR' }));
  });
}

/** A refusal in the shape of a GraphQL answer without data. */
export function errorBody(message: string, extensions: ErrorExtensions): ErrorBody {
  return { errors: [{ message, extensions }] };
}

export function limitReached(limit: keyof ServerLimits, allowed: number): ErrorExtensions {
  return { code: 'LIMIT_REACHED', limit, allowed };
}

/** The path without its query, cut so that an answer never repeats a long address. */
function pathOf(url: string): string {
  return (url.split('?', 1)[0] ?? '').slice(0, 100);
}
