/**
 * Apollo Server for one served graph: parsing, checking, limits and execution of operations.
 *
 * What costs time or calls home is off: the cache-control plugin alone doubles the time of a nested query. Parsed and
 * checked documents are kept, so that a repeated question is only executed.
 */
import type { ApolloServer, ApolloServerPlugin } from '@apollo/server';
import { apollo, disabledPlugins } from './apollo-packages.ts';
import type { ServerConfig } from './config.ts';
import { executeOperation, printAnswer } from './execute-operation.ts';
import type { KnownDocuments } from './known-documents.ts';
import { errorMask } from './mask-errors.ts';
import type { ServedGraph } from './served-graph.ts';
import { statusOfJson } from './status-of-json.ts';

/** A query with this many faults is garbage; naming more of them helps nobody. */
const MOST_VALIDATION_ERRORS = 20;

export async function startApollo(
  served: ServedGraph,
  known: KnownDocuments,
  config: ServerConfig,
  print: (text: string) => void,
): Promise<ApolloServer> {
  const mask = errorMask(config.limits.maxTokens, print);
  const server = new apollo.ApolloServer({
    schema: served.schema,
    validationRules: [...served.validationRules],
    validationOptions: { maxErrors: MOST_VALIDATION_ERRORS },
    parseOptions: { maxTokens: config.limits.maxTokens },
    maxRecursiveSelections: true,
    introspection: config.introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    formatError: mask,
    stringifyResult: printAnswer,
    stopOnTerminationSignals: false,
    logger: { debug: () => {}, info: () => {}, warn: print, error: print },
    plugins: [executeOperation(served, known, mask), statusOfJson(), ...withoutExtras()],
  });
  await server.start();
  return server;
}

function withoutExtras(): ApolloServerPlugin[] {
  return [
    disabledPlugins.ApolloServerPluginCacheControlDisabled(),
    disabledPlugins.ApolloServerPluginInlineTraceDisabled(),
    disabledPlugins.ApolloServerPluginLandingPageDisabled(),
    disabledPlugins.ApolloServerPluginSchemaReportingDisabled(),
    disabledPlugins.ApolloServerPluginUsageReportingDisabled(),
  ];
}
