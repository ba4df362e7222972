/**
 * What is logged of each request: one line for people who watch a terminal, `POST /graphql 200 3.1 ms LaunchPartners`, or
 * an entry for programs that gather logs, by the logger that Fastify was given.
 *
 * Neither holds a query or its variables unless that is wanted: they may say more of people than of the server.
 */
import { createRequire } from 'node:module';
import type { Writable } from 'node:stream';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { outcomeOf } from './request-outcome.ts';

export function addRequestLog(server: FastifyInstance, print: (text: string) => void): void {
  server.addHook('onResponse', async (request, reply) => {
    const { operation, refusal } = outcomeOf(request);
    const line = [request.method, pathOf(request), reply.statusCode, `${reply.elapsedTime.toFixed(1)} ms`];
    print([...line, operation, refusal].filter((part) => part !== undefined).join(' '));
  });
}

/** An entry each at level `info`; at `warn` where the server is at fault. */
export function addJsonRequestLog(server: FastifyInstance, withQueries: boolean): void {
  server.addHook('onResponse', async (request, reply) => {
    const level = reply.statusCode >= 500 ? 'warn' : 'info';
    request.log[level]({ ...entryOf(request, reply), ...(withQueries && askedIn(request)) }, 'request');
  });
}

function entryOf(request: FastifyRequest, reply: FastifyReply): object {
  return {
    client: request.ip,
    method: request.method,
    path: pathOf(request),
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    ...outcomeOf(request),
  };
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? '';

function askedIn({ method, body, query }: FastifyRequest): object {
  const asked = (method === 'GET' ? query : body) as { readonly query?: unknown; readonly variables?: unknown } | null;
  return { query: asked?.query, variables: asked?.variables };
}

/**
 * A log as JSON, an entry a line: Pino, which Fastify brings with it, loaded where it is wanted. Writes `{"level":"info","time":"2026-01-31T12:00:00.000Z","id":…,"msg":…}`; an error is its type, message and stack.
 */
export function jsonLog(stream: Writable): FastifyBaseLogger {
  const { pino } = createRequire(import.meta.url)('pino') as typeof import('pino');
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    stream,
  );
}
