/**
 * `diplograph serve`: the graph over HTTP, until a signal ends it.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ServerSettings } from '../../server/config.ts';
import type { ReplaceableGraph, ServedGraph } from '../../server/served-graph.ts';
import { counted } from '../counted.ts';
import { exitCode } from '../exit-code.ts';
import type { LocatedFiles } from '../locate-files.ts';
import { readNames } from '../options.ts';
import { noSuchFolder } from '../problems.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import type { Terminal } from '../terminal.ts';

interface ServeOptions extends ServerSettings {
  readonly queries?: string;
  readonly onlyDocuments?: string;
  readonly watch?: boolean;
}

export function addServe(program: Command, shell: Shell): void {
  program
    .command('serve')
    .summary('serve the graph over HTTP: GraphQL, and a query editor for browsers')
    .description('Serves the graph over HTTP at /graphql, where browsers find a query editor with example questions.')
    .option('--port <number>', 'the port; 0 takes any free one (default: PORT, else 4000)')
    .option('--host <address>', 'the address; 0.0.0.0 opens it to every network (default: HOST, else localhost)')
    .option('--allow-host <name>', 'a name to answer for, such as that of a proxy; * for any', readNames)
    .option('--watch', 'read the graph again when its files change')
    .option('--log', 'log each request on stderr')
    .option('--queries <folder>', 'example queries for the editor (default: queries beside the schema)')
    .option('--mcp', 'let language models ask at /mcp (Model Context Protocol)')
    .option('--no-ide', 'no pages for browsers: neither the explorer nor the query editor')
    .option('--no-index', 'ask search engines to leave the pages alone')
    .option('--frame-ancestors <site>', 'a site that may show views in frames; self, * for any', readNames)
    .option('--no-introspection', 'do not let clients read the schema')
    .option(
      '--only-documents <folder>',
      'answer the queries in this folder and no others, by text or by hash; no editor',
    )
    .option('--limit <name=number>', 'raise or lower a limit; an answer that reached one names it', readNames)
    .addHelpText(
      'before',
      examples(
        'diplograph serve',
        'diplograph serve --watch --port 8080',
        'diplograph serve --host 0.0.0.0 --limit maxDepth=20',
      ),
    )
    .action((options: ServeOptions, command: Command) => shell.run(command, (workplace) => serve(options, workplace)));
}

async function serve(options: ServeOptions, { terminal, output, files, json }: Workplace): Promise<0> {
  const { readConfig } = await import('../../server/config.ts');
  const config = readConfig(options, terminal.env);
  const queries =
    options.queries === undefined ? files.queries : existingFolder('--queries', options.queries, terminal.cwd);
  const { onlyDocuments: only } = options;
  const onlyDocuments = only === undefined ? undefined : existingFolder('--only-documents', only, terminal.cwd);
  const print = (text: string): void => output.problem(text);

  const { openFolder } = await import('../../opening/open-folder.ts');
  const { holdGraph, summaryOf } = await import('../../server/served-graph.ts');
  const graph = holdGraph(await openFolder(files));

  const { createServer } = await import('../../server/create-server.ts');
  const folders = {
    ...(queries !== undefined && { queries }),
    ...(onlyDocuments !== undefined && { onlyDocuments }),
  };
  const server = await createServer({ graph, config, print, ...folders });
  const { startListening } = await import('../../server/start-listening.ts');
  const address = await startListening(server, config.host, config.port);

  const { closeOnSignals } = await import('../../server/shutdown.ts');
  const { signals, exit } = terminal;
  const reloader = await startReloading(options, files, graph, signals, print);
  closeOnSignals(server, { signals, exit, print: output.note, before: () => reloader.close() });

  const { nodes, edges } = summaryOf(graph.current());
  output.note(`${counted(nodes, 'node')} and ${counted(edges, 'edge')} from ${files.data}. Ctrl-C stops.`);
  const url = `${address}/graphql`;
  output.data(json ? JSON.stringify({ url, nodes, edges }) : config.ide && onlyDocuments === undefined ? address : url);
  return exitCode.fine;
}

/** Reads the files again on SIGHUP, and with `--watch` when they change: in a thread, so that questions never wait. */
async function startReloading(
  { watch }: ServeOptions,
  files: LocatedFiles,
  graph: ReplaceableGraph,
  signals: Terminal['signals'],
  print: (text: string) => void,
): Promise<{ close(): void }> {
  const { makeReloader } = await import('../../server/reload-graph.ts');
  const load = async (signal: AbortSignal): Promise<ServedGraph> => {
    const { openInThread } = await import('../../opening/open-in-thread.ts');
    return openInThread({ ...files, signal, ontology: graph.current().view.graph.ontology });
  };
  const reloader = makeReloader({ graph, load, print });
  signals.on('SIGHUP', reloader.reload);
  if (!watch) return reloader;
  const { watchFiles } = await import('../../server/watch-files.ts');
  const watched = watchFiles([files.schema, files.data], reloader.reload);
  return {
    close: () => {
      watched.close();
      reloader.close();
    },
  };
}

function existingFolder(option: string, folder: string, cwd: string): string {
  const path = resolve(cwd, folder);
  if (existsSync(path)) return path;
  throw noSuchFolder(option, folder);
}
