/**
 * Pages of other origins that may ask: what browsers are told, for the origins that the operator names and for no others.
 *
 * There are no cookies here, and credentials stay off: a page learns what anybody may learn. The plugin is loaded where an
 * origin is named.
 */
import type { FastifyInstance } from 'fastify';

/** What clients of GraphQL and of MCP send and read beside what every page may. */
const SENT = [
  ...['content-type', 'authorization', 'x-api-key', 'apollo-require-preflight', 'x-apollo-operation-name'],
  ...['mcp-protocol-version', 'mcp-session-id', 'last-event-id'],
];
const READ = ['etag', 'retry-after', 'x-request-id'];
const A_DAY = 86_400;

export async function addCors(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const { default: cors } = await import('@fastify/cors');
  await server.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: SENT,
    exposedHeaders: READ,
    maxAge: A_DAY,
  });
}

export const mayAskFrom = (origins: readonly string[], origin: string | undefined): boolean =>
  origins.includes('*') || (origin !== undefined && origins.includes(origin));
