/**
 * Who is answered at all: requests for a host that is this server's, and of exports none that pages of other sites make.
 *
 * A page that somebody opens can have its own name lead to this machine (DNS rebinding) and then ask a server on a desk as
 * if it were its own. The name in the `Host` header tells: a server that listens on this machine alone answers for the
 * names of this machine, and for those that its operator adds, a proxy's for one. Pages of other origins may ask where the
 * operator names these; without cookies and credentials, so they learn what anybody may learn.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerConfig } from './config.ts';
import { foreignHost, fromElsewhere } from './problems.ts';
import { errorBody } from './request-errors.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

export function guardRequests(server: FastifyInstance, { host, hosts, corsOrigins }: ServerConfig): void {
  const allowed = new Set([...LOOPBACK, host, ...hosts].map((it) => it.toLowerCase()));
  /** What listens on other addresses is open to every network, and its names are the operator's to know. */
  const isOpen = (): boolean => {
    if (hosts.includes('*')) return true;
    if (hosts.length > 0) return false;
    const address = server.server.address();
    const bound = typeof address === 'object' && address ? address.address : host;
    return !LOOPBACK.has(bound) && !bound.startsWith('127.');
  };
  // Not async: it stands in the way of every request.
  server.addHook('onRequest', (request, reply, done) => {
    const name = nameIn(request.headers.host ?? '');
    if (!allowed.has(name) && !isOpen()) {
      reply.code(421).send(errorBody(foreignHost(name.slice(0, 100)), { code: 'UNKNOWN_HOST' }));
      return;
    }
    const mayAsk = mayAskFrom(corsOrigins, request.headers.origin);
    if (request.url.startsWith('/export/') && isLoadedElsewhere(request) && !mayAsk) {
      reply.code(403).send(errorBody(fromElsewhere, { code: 'CROSS_SITE' }));
      return;
    }
    done();
  });
}

/** Whether a request is for a name of this machine. */
export const isForLoopback = ({ headers }: FastifyRequest): boolean => LOOPBACK.has(nameIn(headers.host ?? ''));

/** The name in a Host header, without the port. */
const nameIn = (host: string): string => host.toLowerCase().replace(/:\d{1,5}$/, '');

/** Whether a page of another site asks, and not a person who follows a link. */
function isLoadedElsewhere({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate';
}

/** What clients of GraphQL and of MCP send and read beside what every page may. */
const SENT = [
  ...['content-type', 'authorization', 'x-api-key', 'apollo-require-preflight', 'x-apollo-operation-name'],
  ...['mcp-protocol-version', 'mcp-session-id', 'last-event-id'],
];
const READ = ['etag', 'retry-after', 'x-request-id'];
const A_DAY = 86_400;

/** What browsers are told of other origins. The plugin is loaded where one is named. */
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
