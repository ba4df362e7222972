/**
 * `/api/…`: the tools of agents for everybody who can open an address, and their description as OpenAPI.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { describeApi, llmsText } from '../agents/openapi.ts';
import { inputOfAddress } from '../agents/parameters.ts';
import { type AgentGraph, askTool, parametersOf } from '../agents/tool.ts';
import { getTool } from '../agents/tools.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { errorBody } from './request-errors.ts';

/** What is not there, rather than wrongly asked. */
const NOT_FOUND: ReadonlySet<string> = new Set(['nothing-found', 'unknown-tool', 'unknown-node', 'unknown-edge']);

export function addRestApi(server: FastifyInstance, graph: () => AgentGraph, mcp: boolean): void {
  server.get('/api', async (_request, reply) => reply.redirect('/openapi.json'));
  server.get('/api/:tool', async (request: FastifyRequest<{ Params: { tool: string } }>, reply) => {
    reply.header('cache-control', 'no-cache');
    try {
      const tool = getTool(request.params.tool);
      const { searchParams } = new URL(request.url, 'http://localhost');
      return await askTool(tool, graph(), inputOfAddress(tool.name, parametersOf(tool), searchParams));
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      return reply
        .code(NOT_FOUND.has(error.code) ? 404 : 400)
        .send(errorBody(error.message, { code: error.code.replaceAll('-', '_').toUpperCase() }));
    }
  });
  server.get('/openapi.json', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return describeApi();
  });
  server.get('/llms.txt', async (_request, reply) => {
    reply.type('text/plain; charset=utf-8');
    return llmsText(graph().about, mcp);
  });
}
