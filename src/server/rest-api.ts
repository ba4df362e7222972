/**
 * `/api/…`: the tools of agents for everybody who can open an address, and their description as OpenAPI.
 *
 * The tools are loaded with the first question that is put to them: a server starts without.
 */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AgentGraph } from '../agents/tool.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { ServerConfig } from './config.ts';
import { onlyGet } from './problems.ts';
import { errorBody, refuse as refuseKnown } from './request-errors.ts';

type ToolRequest = FastifyRequest<{ Params: { tool: string } }>;

/** The graph of the moment, as the client of an answer asks it. */
export type AgentGraphFor = (client?: ServerResponse) => AgentGraph;

/** What is not there, rather than wrongly asked. */
const NOT_FOUND: ReadonlySet<string> = new Set(['nothing-found', 'unknown-tool', 'unknown-node', 'unknown-edge']);

type RestApiConfig = Pick<ServerConfig, 'mcp' | 'basePath'>;

export function addRestApi(server: FastifyInstance, graph: AgentGraphFor, { mcp, basePath }: RestApiConfig): void {
  server.get('/api', async (_request, reply) => reply.redirect('/openapi.json'));
  server.get('/api/:tool', async (request: ToolRequest, reply) => {
    reply.header('cache-control', 'no-cache');
    try {
      return await askByAddress(request, graph(reply.raw));
    } catch (error) {
      return refuse(reply, error);
    }
  });
  server.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/api/:tool',
    handler: (_request, reply) =>
      reply
        .code(405)
        .header('allow', 'GET')
        .send(errorBody(onlyGet, { code: 'BAD_REQUEST' })),
  });
  server.get('/openapi.json', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return (await import('../agents/openapi.ts')).describeApi(basePath);
  });
  server.get('/llms.txt', async (_request, reply) => {
    reply.type('text/plain; charset=utf-8');
    return (await import('../agents/openapi.ts')).llmsText(graph().about, mcp, basePath);
  });
  server.get('/schema.md', async (_request, reply) => {
    reply.type('text/markdown; charset=utf-8').header('cache-control', 'no-cache');
    return (await import('../agents/tools/dataset.ts')).describeQueries(graph().view.ontology);
  });
}

async function askByAddress({ params, url }: ToolRequest, graph: AgentGraph): Promise<object> {
  const { getTool } = await import('../agents/tools.ts');
  const { askTool, parametersOf } = await import('../agents/tool.ts');
  const { inputOfAddress } = await import('../agents/parameters.ts');
  const tool = getTool(params.tool);
  const { searchParams } = new URL(url, 'http://localhost');
  return askTool(tool, graph, inputOfAddress(tool.name, parametersOf(tool), searchParams));
}

function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof KnowledgeError)) throw error;
  return refuseKnown(reply, error, NOT_FOUND.has(error.code) ? 404 : 400);
}
