/**
 * `/health` says that the process answers, `/ready` that it has a graph and takes questions.
 *
 * A balancer restarts on the first and routes on the second, which also tells one graph from the next after a reload.
 */
import type { FastifyInstance } from 'fastify';
import type { GraphHolder } from './served-graph.ts';

export function addHealth(server: FastifyInstance, graph: GraphHolder, version: string): void {
  server.get('/health', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'alive' };
  });

  server.get('/ready', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'ready', version, ...graph.current().summary };
  });
}
