/**
 * `diplograph serve`: the graph over HTTP, until a signal ends it.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import type { FastifyBaseLogger } from 'fastify';
import type { ServerConfig } from '../../server/config.ts';
import type { Metrics } from '../../server/metrics.ts';
import { readSettings } from '../../server/read-settings.ts';
import type { ReplaceableGraph, ServedGraph } from '../../server/served-graph.ts';
import { optionName, type ServerSettings, type SettingKey } from '../../server/settings.ts';
import { addSettings, serverSettings } from '../command-settings.ts';
import { counted } from '../counted.ts';
import { exitCode } from '../exit-code.ts';
import type { LocatedFiles } from '../locate-files.ts';
import type { Output } from '../output.ts';
import { engineWithoutAddress, noSuchFolder, settingWithoutEngine } from '../problems.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import type { Terminal } from '../terminal.ts';

export function addServe(program: Command, shell: Shell): void {
  addSettings(
    program
      .command('serve')
      .summary('serve the graph over HTTP: GraphQL, and a query editor for browsers')
      .description(
        'Serves the graph over HTTP at /graphql, where browsers find a query editor with example questions.',
      ),
    serverSettings,
  )
    .addHelpText(
      'before',
      examples(
        'diplograph serve',
        'diplograph serve --watch --port 8080',
        'diplograph serve --host 0.0.0.0 --limit maxDepth=20',
        'diplograph serve --engine neo4j --uri bolt://localhost:7687',
      ),
    )
    .action((_options: unknown, command: Command) => shell.run(command, serve));
}

/**
 * How much V8 lets the heap grow before it collects, in percent of what lives. Its own measure goes by the memory of the
 * machine, up to four times what lives; under a mixed load this one takes a third less memory at the same speed.
 */
const HEAP_GROWTH_PERCENT = 40;

async function serve({ terminal, output, files, json, sources }: Workplace): Promise<0> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
  const settings = readSettings(sources);
  const { readConfig } = await import('../../server/config.ts');
  const config = readConfig(settings);
  const queries = existingFolder('queries', settings.queries, terminal.cwd) ?? files.queries;
  const onlyDocuments = existingFolder('onlyDocuments', settings.onlyDocuments, terminal.cwd);
  const log = await startLog(config, terminal, output);
  const say = log.logger ? log.note : output.note;

  const { holdGraph, summaryOf } = await import('../../server/served-graph.ts');
  const graph = holdGraph(await openServed(settings, config, files, terminal, log));
  const metrics = settings.metricsPort === undefined ? undefined : await startMetrics(graph, [queries, onlyDocuments]);

  const { createServer } = await import('../../server/create-server.ts');
  const server = await createServer({
    ...{ graph, config, print: log.problem },
    ...(log.logger && { logger: log.logger }),
    ...(metrics && { metrics }),
    ...(queries !== undefined && { queries }),
    patterns: join(files.data, 'patterns'),
    ...(settings.proposals !== undefined && { proposals: resolve(terminal.cwd, settings.proposals) }),
    ...(onlyDocuments !== undefined && { onlyDocuments }),
  });
  if (metrics && settings.metricsPort !== undefined) {
    const { serveMetrics } = await import('../../server/metrics.ts');
    const at = await serveMetrics(server, metrics, settings.metricsHost ?? config.host, settings.metricsPort);
    say(`Metrics are at ${at}/metrics.`);
  }
  const { startListening } = await import('../../server/start-listening.ts');
  const address = await startListening(server, config.host, config.port);

  const { closeOnSignals } = await import('../../server/shutdown.ts');
  const { signals, exit } = terminal;
  const reloading = { settings, files, graph, signals, log, ...(metrics && { metrics }) };
  const reloader = settings.engine === 'neo4j' ? { close: () => {} } : await startReloading(reloading);
  closeOnSignals(server, { signals, exit, print: say, before: () => reloader.close() });

  const { nodes, edges } = summaryOf(graph.current());
  say(
    `${counted(nodes, 'node')} and ${counted(edges, 'edge')} from ${settings.engine === 'neo4j' ? settings.uri : files.data}. Ctrl-C stops.`,
  );
  const url = `${address}/graphql`;
  output.data(json ? JSON.stringify({ url, nodes, edges }) : config.ide && onlyDocuments === undefined ? address : url);
  return exitCode.fine;
}

/** The graph of the folder, or the connection to one that is elsewhere. */
async function openServed(
  settings: ServerSettings,
  config: ServerConfig,
  files: LocatedFiles,
  terminal: Terminal,
  log: ServerLog,
): Promise<ServedGraph> {
  const { uri, database, namespace } = settings;
  if (settings.engine !== 'neo4j') {
    const idle = Object.entries({ uri, database, namespace }).find(([, value]) => value !== undefined);
    if (idle) throw settingWithoutEngine(idle[0]);
    return openTold(files, terminal, log);
  }
  if (uri === undefined) throw engineWithoutAddress();
  const { connectGraph } = await import('../../neo4j/connect-graph.ts');
  const { limits } = config;
  return connectGraph({ uri, database, namespace, limits, maxMilliseconds: limits.maxMilliseconds });
}

/**
 * The graph from its snapshot, or else read from its texts in a thread, whose memory goes when it is done; after a second it is
 * told that this goes on: on a terminal in one line that counts, in a log every ten seconds.
 */
async function openTold(files: LocatedFiles, { stderr }: Terminal, log: ServerLog): Promise<ServedGraph> {
  const { openCached } = await import('../../opening/open-folder.ts');
  const cached = openCached(files);
  if (cached) return cached;
  const { openInThread } = await import('../../opening/open-in-thread.ts');
  const isLine = stderr.isTTY === true && !log.logger;
  const started = performance.now();
  const tell = (): void => {
    const seconds = Math.round((performance.now() - started) / 1000);
    const text = `Reading ${files.data} … ${seconds} s`;
    if (isLine) stderr.write(`\r${text}`);
    else if (seconds % 10 === 1) log.note(text);
  };
  const timer = setInterval(tell, 1000);
  try {
    return await openInThread(files);
  } finally {
    clearInterval(timer);
    if (isLine && performance.now() - started > 1000) stderr.write('\r\u001b[K');
  }
}

interface ServerLog {
  /** What an operator likes to know. */
  readonly note: (text: string) => void;
  /** What went wrong. */
  readonly problem: (text: string) => void;
  /** Where requests are logged in JSON. */
  readonly logger?: FastifyBaseLogger;
}

async function startLog({ logFormat }: ServerConfig, { stderr }: Terminal, output: Output): Promise<ServerLog> {
  // A reload is told with --quiet too: it is what somebody waits for who changed a file.
  if (logFormat === 'text') return { note: output.problem, problem: output.problem };
  const { jsonLog } = await import('../../server/request-log.ts');
  const logger = jsonLog(stderr);
  return { logger, note: (text) => logger.info(text), problem: (text) => logger.error(text) };
}

/** Metrics that tell the operations of these folders apart. */
async function startMetrics(graph: ReplaceableGraph, folders: readonly (string | undefined)[]): Promise<Metrics> {
  const { makeMetrics } = await import('../../server/metrics.ts');
  const { readExampleQueries } = await import('../../server/query-editor.ts');
  const documents = await Promise.all(folders.map(readExampleQueries));
  return makeMetrics({ graph, operations: documents.flat().map((it) => it.name) });
}

interface Reloading {
  readonly settings: ServerSettings;
  readonly files: LocatedFiles;
  readonly graph: ReplaceableGraph;
  readonly signals: Terminal['signals'];
  readonly log: ServerLog;
  readonly metrics?: Metrics;
}

/** Reads the files again on SIGHUP, and with `--watch` when they change: in a thread, so that questions never wait. */
async function startReloading(reloading: Reloading): Promise<{ close(): void }> {
  const { settings, files, graph, signals, log, metrics } = reloading;
  const { makeReloader } = await import('../../server/reload-graph.ts');
  const load = async (signal: AbortSignal): Promise<ServedGraph> => {
    const { openInThread } = await import('../../opening/open-in-thread.ts');
    return openInThread({ ...files, signal, ontology: graph.current().view.graph.ontology });
  };
  const reloader = makeReloader({
    ...{ graph, load },
    note: log.note,
    problem: log.problem,
    ...(metrics && { onLoaded: metrics.reloaded }),
  });
  signals.on('SIGHUP', reloader.reload);
  if (!settings.watch) return reloader;
  const { folderPlace } = await import('../../opening/open-folder.ts');
  const { schema, data, overlays } = folderPlace(files);
  const { watchFiles } = await import('../../server/watch-files.ts');
  const watched = watchFiles([schema, data, ...(overlays ?? [])], reloader.reload);
  return {
    close: () => {
      watched.close();
      reloader.close();
    },
  };
}

function existingFolder(key: SettingKey, path: string | undefined, cwd: string): string | undefined {
  if (path === undefined || existsSync(path)) return path;
  throw noSuchFolder(`--${optionName(key)}`, relative(cwd, path));
}
