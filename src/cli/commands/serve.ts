/**
 * `diplograph serve`: the graph over HTTP, until a signal ends it.
 */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import type { Command } from 'commander';
import { readSettings } from '../../server/read-settings.ts';
import type { ReplaceableGraph, ServedGraph } from '../../server/served-graph.ts';
import { optionName, type ServerSettings, type SettingKey } from '../../server/settings.ts';
import { addSettings, serverSettings } from '../command-settings.ts';
import { counted } from '../counted.ts';
import { exitCode } from '../exit-code.ts';
import type { LocatedFiles } from '../locate-files.ts';
import { noSuchFolder } from '../problems.ts';
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
      ),
    )
    .action((_options: unknown, command: Command) => shell.run(command, serve));
}

async function serve({ terminal, output, files, json, sources }: Workplace): Promise<0> {
  const settings = readSettings(sources);
  const { readConfig } = await import('../../server/config.ts');
  const config = readConfig(settings);
  const queries = existingFolder('queries', settings.queries, terminal.cwd) ?? files.queries;
  const onlyDocuments = existingFolder('onlyDocuments', settings.onlyDocuments, terminal.cwd);
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
  const reloader = await startReloading(settings, files, graph, signals, print);
  closeOnSignals(server, { signals, exit, print: output.note, before: () => reloader.close() });

  const { nodes, edges } = summaryOf(graph.current());
  output.note(`${counted(nodes, 'node')} and ${counted(edges, 'edge')} from ${files.data}. Ctrl-C stops.`);
  const url = `${address}/graphql`;
  output.data(json ? JSON.stringify({ url, nodes, edges }) : config.ide && onlyDocuments === undefined ? address : url);
  return exitCode.fine;
}

/** Reads the files again on SIGHUP, and with `--watch` when they change: in a thread, so that questions never wait. */
async function startReloading(
  { watch }: ServerSettings,
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

function existingFolder(key: SettingKey, path: string | undefined, cwd: string): string | undefined {
  if (path === undefined || existsSync(path)) return path;
  throw noSuchFolder(`--${optionName(key)}`, relative(cwd, path));
}
