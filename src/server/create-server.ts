/**
 * The HTTP server, read as the life of a request: guarded, counted, routed, answered, or refused with a sentence.
 */
import type { ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { AgentGraph } from '../agents/tool.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { ideFolder, packageVersion } from '../base/shipped-files.ts';
import { codeOf } from '../graphql/problems.ts';
import { prepareSearch } from '../search/search-names.ts';
import type { ExportRequest } from './answer-export.ts';
import { redirectBelow, withoutBase } from './base-path.ts';
import { defaultConfig, type ServerConfig, type ServerLimits } from './config.ts';
import { addExplorer, EMBED } from './explorer.ts';
import { addGraphQLEndpoint } from './graphql-endpoint.ts';
import { addCors, guardRequests } from './guard-requests.ts';
import { HeavyWork } from './heavy-work.ts';
import { limitClients } from './limit-clients.ts';
import { addMcpEndpoint } from './mcp-endpoint.ts';
import type { Metrics } from './metrics.ts';
import { addQueryEditor, readExampleQueries } from './query-editor.ts';
import { answerBadAddress, answerErrors, errorBody } from './request-errors.ts';
import { addJsonRequestLog, addRequestLog } from './request-log.ts';
import { noteRefusals, requestId } from './request-outcome.ts';
import { addRestApi } from './rest-api.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { type GraphHolder, holdGraph, type ServedGraph, summaryOf } from './served-graph.ts';
import { endConnectionsOnClose } from './shutdown.ts';
import { readTrustedDocuments } from './trusted-documents.ts';

// This file is what `diplograph/server` names, so what a server is made of can be had from here too.
export { type GraphHolder, holdGraph, type ReplaceableGraph, type ServedGraph } from './served-graph.ts';
export { startListening } from './start-listening.ts';

/** Settings that differ from `defaultConfig`. */
export interface PartialConfig extends Partial<Omit<ServerConfig, 'limits'>> {
  readonly limits?: Partial<ServerLimits>;
}

export interface ServerOptions {
  /** The graph to serve: any `Graph`, or a holder in which it can be replaced while the server runs. */
  readonly graph: ServedGraph | GraphHolder;
  readonly config?: PartialConfig;
  /** A folder of `.graphql` files to offer as examples. */
  readonly queries?: string;
  /** A folder of patterns by which `check_claim` reads; those of the shipped ontology unless said. */
  readonly patterns?: string;
  /** A folder that language models may propose claims to; they may not without it. */
  readonly proposals?: string;
  /** A folder of `.graphql` files: no other queries are answered, and there is no editor. */
  readonly onlyDocuments?: string;
  /** Plugins of Apollo Server: each sees every request to `/graphql`. */
  readonly plugins?: readonly ApolloServerPlugin[];
  /** Where log lines and the stacks of masked errors go; stderr unless said. */
  readonly print?: (text: string) => void;
  /** A Pino logger, or one like it: each request is an entry of it, instead of a line for people. */
  readonly logger?: FastifyBaseLogger;
  /** Measures every request. */
  readonly metrics?: Metrics;
}

/**
 * A server that does not listen yet: hand it to `startListening`, or `inject` a question without a port.
 * @example
 * const server = await createServer({ graph: await openGraph() });
 * const address = await startListening(server, 'localhost', 4000);
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const config = completeConfig(options.config);
  const { limits } = config;
  const print = options.print ?? ((text: string): void => void process.stderr.write(`${text}\n`));
  const server = fastify({
    bodyLimit: limits.maxBodyBytes,
    requestTimeout: limits.maxMilliseconds,
    // A client that neither reads nor writes is cut; Node looks for late requests twice a minute by default.
    connectionTimeout: 2 * limits.maxMilliseconds,
    http: {
      connectionsCheckingInterval: Math.min(1000, limits.maxMilliseconds),
      headersTimeout: limits.maxMilliseconds,
    },
    frameworkErrors: answerBadAddress,
    // Who was connected before the server closed is answered all the same: a proxy would hand a refusal on.
    return503OnClosing: false,
    schemaController: withoutSchemas,
    genReqId: requestId,
    // Requests are logged when they are answered, by request-log.ts.
    logController: new fastify.LogController({ requestIdLogLabel: 'id', disableRequestLogging: true }),
    ...(options.logger && { loggerInstance: options.logger }),
    ...(config.basePath !== '' && { rewriteUrl: withoutBase(config.basePath) }),
    ...(config.trustedProxies.length > 0 && { trustProxy: [...config.trustedProxies] }),
  });

  addSecurityHeaders(server, EMBED, config.frameAncestors);
  if (config.basePath !== '') redirectBelow(server, config.basePath);
  guardRequests(server, config);
  await addCors(server, config.corsOrigins);
  await limitClients(server, config);
  endConnectionsOnClose(server);
  noteRefusals(server);
  if (options.logger) addJsonRequestLog(server, config.logQueries);
  else if (config.log) addRequestLog(server, print);
  options.metrics?.watch(server);
  answerErrors(server, limits, print);

  const graph: GraphHolder = 'current' in options.graph ? options.graph : holdGraph(options.graph);
  // The first search would keep everybody waiting for its index; what goes wrong here goes wrong there, and is told.
  server.addHook('onListen', async () => void prepareSearch(graph.current().view.graph).catch(() => {}));
  addHealth(server, graph);
  const documents = options.onlyDocuments === undefined ? undefined : readTrustedDocuments(options.onlyDocuments);
  const page =
    config.ide && !documents ? addQueryEditor(server, ideFolder, options.queries, config.basePath) : undefined;
  const heavy = new HeavyWork({ limits, threads: config.threads, patterns: options.patterns });
  server.addHook('onClose', async () => heavy.close());
  await addGraphQLEndpoint({ server, graph, config, page, documents, plugins: options.plugins ?? [], print, heavy });
  // Whoever answers a few questions only does not hand out the whole.
  const whole = graph.current().engine ? holdCopies(server, graph) : graph;
  if (!documents) {
    addExports(server, whole, limits, heavy);
    addAgents(server, whole, options, config, print, heavy);
  }
  const explored = config.ide && !documents && addExplorer({ server, graph, whole, queries: options.queries, config });
  if (!explored) server.get('/', async (_request, reply) => reply.redirect('/graphql'));

  return server;
}

/**
 * `/health` says that the process answers, `/ready` that it has a graph and takes questions. A balancer restarts on the
 * first and routes on the second, which also tells one graph from the next after a reload.
 */
function addHealth(server: FastifyInstance, graph: GraphHolder): void {
  const version = packageVersion();
  server.get('/health', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'alive' };
  });
  server.get('/ready', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const served = graph.current();
    try {
      return { status: 'ready', version, ...((await served.engine?.check()) ?? summaryOf(served)) };
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      return reply.code(503).send({ status: 'unavailable', version, code: error.code, message: error.message });
    }
  });
}

/** Addresses that are answered from all of a graph, and not by questions to it. */
const FROM_ALL = /^\/(export|api|mcp|sitemap\.xml)\b/;

/** The copy of a graph that is elsewhere, made before a request that needs all of it is answered. */
function holdCopies(server: FastifyInstance, graph: GraphHolder): GraphHolder {
  let copy = graph.current();
  server.addHook('preHandler', async (request, reply) => {
    const { engine, about } = graph.current();
    if (!engine || !FROM_ALL.test(request.routeOptions.url ?? '')) return;
    try {
      const view = await engine.whole();
      if (copy.view !== view) copy = { view, about };
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      await reply
        .code(error.code === 'not-on-neo4j' ? 501 : 503)
        .send(errorBody(error.message, { code: codeOf(error) }));
    }
  });
  return { current: () => copy };
}

/** `/export/graph.gexf` and its like: the graph of the moment, or a part of it, in a format of other programs. */
function addExports(server: FastifyInstance, graph: GraphHolder, limits: ServerLimits, heavy: HeavyWork): void {
  let exporter: Promise<typeof import('./answer-export.ts')> | undefined;
  server.get('/export/graph.:format', async (request: ExportRequest, reply) => {
    const served = graph.current();
    exporter ??= import('./answer-export.ts');
    const { answerExport } = await exporter;
    return answerExport(request, reply, served, limits, heavy);
  });
}

/** `/api`, and `/mcp` where it is asked for. */
function addAgents(
  server: FastifyInstance,
  holder: GraphHolder,
  { queries, patterns, proposals }: ServerOptions,
  { limits, mcp, corsOrigins, basePath }: ServerConfig,
  print: (text: string) => void,
  heavy: HeavyWork,
): void {
  const graph = (client?: ServerResponse): AgentGraph => {
    const served = holder.current();
    const { view, about } = served;
    const elsewhere = (tool: string, input: object): Promise<object> =>
      heavy.do(served, { kind: 'tool', tool, input }, client);
    return { view, about, limits, patterns, proposals, ...(heavy.isElsewhere(served) && { elsewhere }) };
  };
  addRestApi(server, graph, { mcp, basePath });
  if (mcp) addMcpEndpoint(server, { graph, corsOrigins, questions: () => readExampleQueries(queries), print });
}

/** No route here has a JSON schema; Fastify would load and set up Ajv all the same, for a tenth of the whole start. */
const noCompiler = (): never => {
  throw new Error('A route with a JSON schema needs a compiler: see withoutSchemas in create-server.ts.');
};
const withoutSchemas = { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } };

function completeConfig(config: PartialConfig = {}): ServerConfig {
  return { ...defaultConfig, ...config, limits: { ...defaultConfig.limits, ...config.limits } };
}
