/**
 * Apollo Server for one schema, whatever graph of it is served. Every request goes through it: its checks against foreign pages, its parsing,
 * validation, plugins and error formatting. Only the execution of an operation is ours, at the place that Apollo has for
 * it: the executor of a gateway, which a graph is to Apollo. Plugins see executions and errors there as they always do.
 *
 * What costs time or calls home is off: the cache-control plugin alone doubles the time of a nested query. What Apollo
 * remembers, parsed documents and the texts of persisted queries, has a budget in bytes of memory.
 */
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { ApolloServer, ApolloServerOptionsWithGateway, ApolloServerPlugin, BaseContext } from '@apollo/server';
import { type DocumentNode, type FormattedExecutionResult, GraphQLError, type GraphQLSchema, print } from 'graphql';
import { ByteCache } from '../base/byte-cache.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { FailedAnswer, Taken, WrittenAnswer } from '../graphql/answer.ts';
import { documentBytes } from '../graphql/execution/prepared-document.ts';
import { limitRules } from '../graphql/limits/query-limits.ts';
import { codeOf } from '../graphql/problems.ts';
import { engineOf, type OperationRequest } from '../graphql/query-engine.ts';
import type { ServerConfig, ServerLimits } from './config.ts';
import type { ErrorParts } from './heavy-job.ts';
import type { HeavyWork } from './heavy-work.ts';
import { errorMask, isForNow, RETRY_SECONDS } from './request-errors.ts';
import { isPlainName, type RequestOutcome } from './request-outcome.ts';
import type { ServedGraph } from './served-graph.ts';

// By `require`: to find and link Apollo's 130 ES modules takes Node 20 as long as anything else at the start of a server,
// and the same code as CommonJS less than half of it.
const require = createRequire(import.meta.url);
const apollo: typeof import('@apollo/server') = require('@apollo/server');
const disabled: typeof import('@apollo/server/plugin/disabled') = require('@apollo/server/plugin/disabled');

export const HeaderMap: typeof apollo.HeaderMap = apollo.HeaderMap;

/** A query with this many faults is garbage; naming more of them helps nobody. */
const MOST_VALIDATION_ERRORS = 20;

/** What is remembered of documents, and of the texts of persisted queries. */
const DOCUMENT_BYTES = 4 * 2 ** 20;
const QUERY_BYTES = 4 * 2 ** 20;

/** `plugins` come first: whoever adds one sees everything. */
export async function startApollo(
  schema: GraphQLSchema,
  config: ServerConfig,
  print: (text: string) => void,
  plugins: readonly ApolloServerPlugin[],
  heavy: HeavyWork,
): Promise<ApolloServer> {
  const server = new apollo.ApolloServer({
    gateway: gatewayOf(schema, config, heavy),
    cache: cacheOf<string>(QUERY_BYTES, (text) => 2 * text.length),
    validationRules: [...limitRules(config.limits)],
    validationOptions: { maxErrors: MOST_VALIDATION_ERRORS },
    parseOptions: { maxTokens: config.limits.maxTokens },
    maxRecursiveSelections: true,
    introspection: config.introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    formatError: errorMask(schema, config.limits.maxTokens, print),
    stringifyResult: printAnswer,
    stopOnTerminationSignals: false,
    logger: { debug: () => {}, info: () => {}, warn: print, error: print },
    plugins: [
      ...plugins,
      disabled.ApolloServerPluginCacheControlDisabled(),
      disabled.ApolloServerPluginInlineTraceDisabled(),
      disabled.ApolloServerPluginLandingPageDisabled(),
      disabled.ApolloServerPluginSchemaReportingDisabled(),
      disabled.ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  boundDocumentStore(server);
  return server;
}

/** A cache as Apollo asks it. */
interface Cache<Value> {
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<void>;
}

function cacheOf<Value extends object | string>(budget: number, bytesOf: (value: Value) => number): Cache<Value> {
  const cache = new ByteCache<string, Value>(budget, bytesOf);
  return {
    get: async (key) => cache.get(key),
    set: async (key, value) => cache.set(key, value),
    delete: async () => {},
  };
}

/**
 * Puts a store of ours in the place of Apollo's, which may grow to 30 MiB of documents as JSON: 120 of memory. One that is
 * given as an option has Apollo print the whole schema at the start, to tell its documents from those of another; for ours
 * that takes as long as all else.
 */
function boundDocumentStore(server: ApolloServer): void {
  const { state } = (server as unknown as { readonly internals: StartedInternals }).internals;
  const derived = state.schemaManager.getSchemaDerivedData();
  if (!derived.documentStore) throw new TypeError('This version of Apollo Server keeps its documents elsewhere.');
  derived.documentStore = cacheOf<DocumentNode>(DOCUMENT_BYTES, documentBytes);
}

interface StartedInternals {
  readonly state: {
    readonly schemaManager: { getSchemaDerivedData(): { documentStore: Cache<DocumentNode> | null } };
  };
}

/** What Apollo is given with each operation. */
export interface OperationContext {
  /** The graph to answer from. */
  readonly graph: ServedGraph;
  readonly outcome?: RequestOutcome;
  /** Who waits for the answer. */
  readonly client?: ServerResponse;
}

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/** The graphs of a schema as Apollo sees what executes its operations. */
function gatewayOf(schema: GraphQLSchema, { limits }: ServerConfig, heavy: HeavyWork): Gateway {
  return {
    load: async () => ({
      executor: async ({ document, operationName, request, context }) => {
        // Apollo marks the context when a plugin wants to know of each field; then graphql-js executes field by field.
        const isWatched = Object.getOwnPropertySymbols(context).length > 0;
        const { graph, outcome, client } = context as OperationContext;
        const name = operationName ?? request.operationName;
        if (outcome && isPlainName(name)) outcome.operation = name;
        const contextValue = isWatched ? context : undefined;
        const asked = {
          variables: request.variables,
          operationName: request.operationName ?? operationName,
          contextValue,
          observe: outcome && ((taken: Taken) => void Object.assign(outcome, taken)),
          workHere: isWatched || !heavy.isElsewhere(graph) ? undefined : WORK_HERE,
        };
        const answer = await (graph.engine?.answer(document, asked) ??
          answerHereOrThere(heavy, limits, graph, document, asked, client));
        if (!('json' in answer)) {
          const { errors, data, extensions } = answer;
          return { errors, ...(data !== undefined && { data }), ...(extensions && { extensions }) };
        }
        return { data: dataOf(answer.json), extensions: answer.extensions };
      },
    }),
    onSchemaLoadOrUpdate: (tell: (schemas: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
}

/** Nodes and edges that are looked at in the thread that answers everybody, some milliseconds' work; what takes more is heavy. */
const WORK_HERE = 300_000;

/** The answer to an operation, worked out elsewhere where it takes more than that. */
async function answerHereOrThere(
  heavy: HeavyWork,
  limits: ServerLimits,
  graph: ServedGraph,
  document: DocumentNode,
  asked: OperationRequest,
  client: ServerResponse | undefined,
): Promise<WrittenAnswer | FailedAnswer> {
  const engine = engineOf(graph.view.graph, limits);
  const here = engine.tryAnswer(graph, document, asked);
  if (here) return here;
  const { variables, operationName, observe } = asked;
  const query = document.loc?.source.body ?? print(document);
  const job = {
    kind: 'operation',
    query,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
  } as const;
  try {
    const { answer, taken } = await heavy.do(graph, job, client);
    if (taken) observe?.(taken);
    if ('errors' in answer)
      return { ...answer, executor: 'graphql-js', errors: answer.errors.map((it) => errorOf(it, document)) };
    engine.remember(graph, document, asked, answer);
    return answer;
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    const headers = new HeaderMap([['retry-after', RETRY_SECONDS]]);
    const http = isForNow(error) ? { status: 503, headers } : undefined;
    return {
      executor: 'graphql-js',
      errors: [new GraphQLError(error.message, { extensions: { code: codeOf(error), ...(http && { http }) } })],
    };
  }
}

/** An error as it was thrown elsewhere, at its places in the document. */
function errorOf({ message, positions, path, extensions, stack }: ErrorParts, { loc }: DocumentNode): GraphQLError {
  const originalError = stack === undefined ? undefined : Object.assign(new Error(message), { stack });
  return new GraphQLError(message, { source: loc?.source, positions, path, extensions, originalError });
}

type Data = Record<string, unknown>;

/** Asks data for the text that they still are. Not a WeakMap: the garbage collector pays for each of its keys. */
const TEXT = Symbol('text');

/** Data that are a text until somebody looks at them, a plugin for one; then they are the object that they seem to be. */
function dataOf(json: string): Data {
  const target: Data = Object.create(null);
  let text: string | undefined = json;
  const open = (): Data => {
    if (text !== undefined) Object.assign(target, JSON.parse(text));
    text = undefined;
    return target;
  };
  return new Proxy(target, {
    get: (_, name) => (name === TEXT ? text : Reflect.get(open(), name)),
    set: (_, name, value) => Reflect.set(open(), name, value),
    has: (_, name) => Reflect.has(open(), name),
    ownKeys: () => Reflect.ownKeys(open()),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(open(), name),
    defineProperty: (_, name, attributes) => Reflect.defineProperty(open(), name, attributes),
    deleteProperty: (_, name) => Reflect.deleteProperty(open(), name),
  });
}

/** An answer as text, for Apollo's `stringifyResult`: data that nobody looked at are written as they came. */
function printAnswer({ errors, data, extensions }: FormattedExecutionResult): string {
  const json = (data as { readonly [TEXT]?: string } | null | undefined)?.[TEXT];
  if (json === undefined || errors) return JSON.stringify({ errors, data, extensions });
  return extensions === undefined ? `{"data":${json}}` : `{"data":${json},"extensions":${JSON.stringify(extensions)}}`;
}
