/**
 * One line a request, for people who watch a terminal: `POST /graphql 200 3.1 ms LaunchPartners`.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';

export function addRequestLog(server: FastifyInstance, print: (text: string) => void): void {
  server.addHook('onResponse', async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const line = [request.method, path, reply.statusCode, `${reply.elapsedTime.toFixed(1)} ms`, operationOf(request)];
    print(line.filter((part) => part !== undefined).join(' '));
  });
}

/** The operation's name when the client gave a plain one: what is logged must not be able to forge a log line. */
function operationOf(request: FastifyRequest): string | undefined {
  const name = (request.body as { operationName?: unknown } | null | undefined)?.operationName;
  return typeof name === 'string' && /^\w{1,80}$/.test(name) ? name : undefined;
}
