/**
 * `/graphql`: questions in, answers out; browsers get the query editor at the same address.
 *
 * Each schema has its own Apollo, made when a graph of it is first asked. A reload therefore needs no restart, and while the
 * ontology stays, so do the documents that were parsed and found valid.
 */
import type { ApolloServer, ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { onceFor } from '../base/once-for.ts';
import { engineOf } from '../graphql/query-engine.ts';
import { HeaderMap, type OperationContext, startApollo } from './apollo.ts';
import type { ServerConfig } from './config.ts';
import type { HeavyWork } from './heavy-work.ts';
import { methodNotAllowed, TimeIsUp } from './problems.ts';
import { errorBody } from './request-errors.ts';
import { outcomeOf } from './request-outcome.ts';
import type { GraphHolder, ServedGraph } from './served-graph.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** Answers a browser that asks for a page; absent when the editor is switched off. */
export type PageHandler = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;

export interface Endpoint {
  readonly server: FastifyInstance;
  readonly graph: GraphHolder;
  readonly config: ServerConfig;
  readonly page: PageHandler | undefined;
  /** The only documents that are answered; any when absent. */
  readonly documents: TrustedDocuments | undefined;
  readonly plugins: readonly ApolloServerPlugin[];
  readonly print: (text: string) => void;
  readonly heavy: HeavyWork;
}

/** Adds the endpoint; fails at once when the schema of the graph of the moment cannot be served. */
export async function addGraphQLEndpoint(endpoint: Endpoint): Promise<void> {
  const { server, graph, config, page, documents, plugins, print, heavy } = endpoint;
  const { maxMilliseconds } = config.limits;
  const apolloOf = onceFor((schema: GraphQLSchema) => startApollo(schema, config, print, plugins, heavy));
  const apolloFor = ({ view }: ServedGraph): Promise<ApolloServer> =>
    apolloOf(engineOf(view.graph, config.limits).schema);
  await apolloFor(graph.current());

  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    ...(documents && { preHandler: documents.admit }),
    handler: async (request, reply) => {
      reply.header('vary', 'Accept');
      if (page && wantsPage(request)) return page(request, reply);
      const served = graph.current();
      const apollo = await apolloFor(served);
      // Execution waits for nothing, so it is only plugins that could take for ever.
      const answer = askApollo(apollo, served, request, reply);
      return plugins.length > 0 ? withinTime(answer, maxMilliseconds) : answer;
    },
  });

  server.route({
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: async (request, reply) => {
      reply.code(405).header('allow', 'GET, POST');
      return errorBody(methodNotAllowed(request.method), { code: 'METHOD_NOT_ALLOWED' });
    },
  });
}

/** Puts a request to Apollo and gives the text of its answer; status and headers are set on `reply`. */
async function askApollo(
  apollo: ApolloServer,
  graph: ServedGraph,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const query = request.url.indexOf('?');
  const search = query === -1 ? '' : request.url.slice(query);
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers, body: request.body, search },
    context: async (): Promise<OperationContext> => ({ graph, outcome: outcomeOf(request), client: reply.raw }),
  });
  for (const [name, value] of answer.headers) reply.header(name, value);
  reply.code(statusOf(answer.status ?? 200, request.headers.accept));
  if (answer.body.kind === 'complete') return answer.body.string;
  // No operation here is answered in parts: the schema has neither @defer nor @stream.
  throw new TypeError('An answer in parts.');
}

/**
 * The status of a refusal, as GraphQL over HTTP has it: 400 under `application/graphql-response+json`, where it speaks of
 * the query, but 200 for a client that asks for `application/json`, where it speaks of the transport alone. Who names no
 * media type, a script for one, gets the plain truth: 400.
 */
function statusOf(status: number, accept = ''): number {
  if (status !== 400) return status;
  const older = accept.indexOf('application/json');
  const newer = accept.indexOf('application/graphql-response+json');
  return older !== -1 && (newer === -1 || older < newer) ? 200 : status;
}

/** Browsers name HTML when a person opens an address; programs ask for JSON or for anything. */
function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}

/** What `work` gives, or `TimeIsUp` after so many milliseconds; the work itself is not stopped. */
async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeIsUp()), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
