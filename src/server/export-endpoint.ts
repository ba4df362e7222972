/**
 * `/export/graph.gexf` and its like: the graph of the moment, or a part of it, in a format of other programs.
 *
 * The formats are loaded with the first export: a server that answers questions alone never needs them.
 */
import type { FastifyInstance } from 'fastify';
import type { ExportRequest } from './answer-export.ts';
import type { ServerLimits } from './config.ts';
import type { GraphHolder } from './served-graph.ts';

export function addExports(server: FastifyInstance, graph: GraphHolder, limits: ServerLimits): void {
  server.get('/export/graph.:format', async (request: ExportRequest, reply) => {
    const served = graph.current();
    const { answerExport } = await import('./answer-export.ts');
    return answerExport(request, reply, served, limits);
  });
}
