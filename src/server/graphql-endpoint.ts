/**
 * `/graphql`: questions in, answers out; browsers get the query editor at the same address.
 *
 * Each served graph has its own Apollo, made when the graph is first asked. A reload therefore needs no restart, and an
 * old graph with its parsed documents is forgotten as soon as its last request is answered.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { startApollo } from './apollo.ts';
import { apolloOnFastify } from './apollo-packages.ts';
import type { ServerConfig } from './config.ts';
import { KnownDocuments } from './known-documents.ts';
import { plainQuestion } from './plain-question.ts';
import { badHost, methodNotAllowed } from './problems.ts';
import { errorBody } from './request-errors.ts';
import type { GraphHolder, ServedGraph } from './served-graph.ts';
import type { TrustedDocuments } from './trusted-documents.ts';
import { withinTime } from './within-time.ts';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Answers a browser that asks for a page; absent when the editor is switched off. */
export type PageHandler = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;

export interface Endpoint {
  readonly server: FastifyInstance;
  readonly graph: GraphHolder;
  readonly config: ServerConfig;
  readonly page: PageHandler | undefined;
  /** The only documents that are answered; any when absent. */
  readonly documents: TrustedDocuments | undefined;
  readonly print: (text: string) => void;
}

/** Adds the endpoint; fails at once when the schema of the graph of the moment cannot be served. */
export async function addGraphQLEndpoint(endpoint: Endpoint): Promise<void> {
  const { server, graph, config, page, documents, print } = endpoint;
  const ways = new WeakMap<ServedGraph, WaysToAnswer>();

  const waysFor = (served: ServedGraph): WaysToAnswer => {
    let found = ways.get(served);
    if (!found) {
      const known = new KnownDocuments();
      ways.set(served, (found = { known, byApollo: answerByApollo(served, known, config, print) }));
    }
    return found;
  };
  await waysFor(graph.current()).byApollo;

  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    ...(documents && { preHandler: documents.admit }),
    // Not async: a repeated question is answered without waiting for anything.
    handler: (request, reply) => {
      reply.header('vary', 'Accept');
      if (page && wantsPage(request)) return page(request, reply);
      const served = graph.current();
      const { known, byApollo } = waysFor(served);
      const text = answerKnown(served, known, request);
      if (text !== undefined) return reply.type('application/json; charset=utf-8').send(text);
      if (!hasUsableHost(request)) return reply.code(400).send(errorBody(badHost, { code: 'BAD_REQUEST' }));
      return byApollo.then((answer) => answer(request, reply));
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

/** How the questions to one graph are answered: by documents that were checked before, or else by Apollo. */
interface WaysToAnswer {
  readonly known: KnownDocuments;
  readonly byApollo: Promise<Handler>;
}

async function answerByApollo(
  served: ServedGraph,
  known: KnownDocuments,
  config: ServerConfig,
  print: (text: string) => void,
): Promise<Handler> {
  const apollo = await startApollo(served, known, config, print);
  const handler = apolloOnFastify.fastifyApolloHandler(apollo);
  return (request, reply) =>
    withinTime(async () => handler.call(request.server, request, reply), config.limits.maxMilliseconds);
}

/** The answer to a plain question whose document Apollo has checked before; undefined when it is Apollo's to answer. */
function answerKnown(served: ServedGraph, known: KnownDocuments, request: FastifyRequest): string | undefined {
  const question = plainQuestion(request);
  const document = question && known.find(question.query);
  if (!document) return undefined;
  const answer = served.execute(document, question.variables, question.operationName);
  return 'text' in answer ? answer.text : undefined;
}

/** Browsers name HTML when a person opens an address; programs ask for JSON or for anything. */
function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}

/** The integration builds an URL of the Host header and would fail, as if the fault were ours, where it is none. */
function hasUsableHost(request: FastifyRequest): boolean {
  return URL.canParse(request.url, `${request.protocol}://${request.hostname}/`);
}
