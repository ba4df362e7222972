/**
 * `/mcp`: the graph for language models over HTTP (MCP's Streamable HTTP). Each request is answered by a server and a
 * transport of its own, which keep nothing: so any of several processes can answer the next one.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { McpOptions } from '../agents/mcp-server.ts';
import { cutMessage } from '../graphql/problems.ts';
import { mayAskFrom } from './guard-requests.ts';
import { batchTooLong, foreignOrigin, noSessions } from './problems.ts';
import type { AgentGraphFor } from './rest-api.ts';

/** Codes of JSON-RPC. */
const PARSE_ERROR = -32_700;
const REFUSED = -32_000;
/** The most messages of one request: all are answered before it ends, and each may take as long as a question may. */
const MAX_BATCH = 20;

export interface McpEndpointOptions extends Omit<McpOptions, 'graph'> {
  readonly graph: AgentGraphFor;
  /** Origins whose pages may ask beside this server's own. */
  readonly corsOrigins: readonly string[];
}

export function addMcpEndpoint(server: FastifyInstance, options: McpEndpointOptions): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (isFromElsewhere(request) && !mayAskFrom(options.corsOrigins, request.headers.origin)) {
      return reply.code(403).send(rpcError(REFUSED, foreignOrigin));
    }
    if (Array.isArray(request.body) && request.body.length > MAX_BATCH) {
      const count = request.body.length;
      return reply.code(413).send(rpcError(REFUSED, batchTooLong(count, MAX_BATCH)));
    }
    // Loaded with the first message: the SDK takes longer than all else at the start of a server.
    const { makeMcpServer } = await import('../agents/mcp-server.ts');
    const { StreamableHTTPServerTransport } = await import('@modelcontextprotocol/sdk/server/streamableHttp.js');
    const mcp = makeMcpServer({ ...options, graph: () => options.graph(reply.raw) });
    // Without sessions, and an answer as one JSON text: nothing is asked here that comes in parts.
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    reply.raw.on('close', () => void mcp.close());
    // The SDK's transport declares its callbacks as absent or undefined, its interface as absent.
    await mcp.connect(transport as Parameters<typeof mcp.connect>[0]);
    // What was said of other origins so far is for this answer too, which goes out beside Fastify.
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    reply.hijack();
    await transport.handleRequest(request.raw, reply.raw, request.body);
    return reply;
  };
  const errorHandler = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    const status = error.statusCode ?? 500;
    void reply.code(status).send(rpcError(status < 500 ? PARSE_ERROR : REFUSED, cutMessage(error.message)));
  };
  server.post('/mcp', { errorHandler }, answer);
  // Streams that a server opens by itself and sessions to end are parts of the protocol that this one has no use for.
  server.route({
    method: ['GET', 'DELETE'],
    url: '/mcp',
    handler: (_request, reply) => reply.code(405).header('allow', 'POST').send(rpcError(REFUSED, noSessions)),
  });
}

const rpcError = (code: number, message: string): object => ({ jsonrpc: '2.0', error: { code, message }, id: null });

/** Whether a page of another site asks: its browser says where it comes from. */
function isFromElsewhere({ headers: { origin, host } }: FastifyRequest): boolean {
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== host;
  } catch {
    return true;
  }
}
