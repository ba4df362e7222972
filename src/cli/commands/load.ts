/**
 * `diplograph load neo4j`: the facts, and what follows from them, written to a Neo4j.
 */
import { Argument, type Command } from 'commander';
import type { LoadProgress } from '../../neo4j/load-into-neo4j.ts';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

interface LoadOptions {
  readonly uri: string;
  readonly database?: string;
  readonly namespace?: string;
  readonly incremental?: true;
}

export function addLoad(program: Command, shell: Shell): void {
  program
    .command('load')
    .summary('write the graph to a Neo4j, to be served from there')
    .description(
      'Writes the facts and what follows from them to a Neo4j, in batches that tell how far they are. What was broken off ' +
        'goes on where it stopped; what is no more among the facts is taken out. User and password come from ' +
        'DIPLOGRAPH_NEO4J_USER and DIPLOGRAPH_NEO4J_PASSWORD, or from the file that DIPLOGRAPH_NEO4J_PASSWORD_FILE names.',
    )
    .addArgument(new Argument('<engine>', 'what to load').choices(['neo4j']))
    .requiredOption('--uri <address>', 'where it is: bolt://host:7687, or neo4j:// for a cluster')
    .option('--database <name>', "the database (default: the server's own)")
    .option('--namespace <label>', 'the label under which the graph lives (default: Diplograph)')
    .option('--incremental', 'write only what differs from what is there')
    .addHelpText(
      'before',
      examples(
        'diplograph load neo4j --uri bolt://localhost:7687',
        'diplograph load neo4j --uri bolt://localhost:7687 --incremental',
        'diplograph serve --engine neo4j --uri bolt://localhost:7687',
      ),
    )
    .action((_engine: string, options: LoadOptions, command: Command) =>
      shell.run(command, (workplace) => load(options, workplace)),
    );
}

async function load(options: LoadOptions, { terminal, output, files, json }: Workplace): Promise<ExitCode> {
  const { Neo4jConnection } = await import('../../neo4j/neo4j-connection.ts');
  const { loadIntoNeo4j } = await import('../../neo4j/load-into-neo4j.ts');
  const { openFolder } = await import('../../opening/open-folder.ts');
  const connection = await Neo4jConnection.open(options);
  try {
    const { view, about, rules } = await openFolder(files);
    const onProgress = tellProgress((text) => output.note(text), terminal.stderr.isTTY === true);
    const { incremental = false } = options;
    const summary = await loadIntoNeo4j(connection, view.graph, { about, rules, incremental, onProgress });
    const { nodes, edges, written, removed } = summary;
    if (json) output.json(summary);
    output.note(
      `${counted(nodes, 'node')} and ${counted(edges, 'edge')} at ${options.uri}: ${written} written, ${removed} taken out.`,
    );
    return exitCode.fine;
  } finally {
    await connection.close();
  }
}

/** A line each ten seconds, or each second where a person looks on. */
function tellProgress(note: (text: string) => void, watched: boolean): (progress: LoadProgress) => void {
  let last = performance.now();
  return ({ step, done, total }) => {
    if (performance.now() - last < (watched ? 1000 : 10_000)) return;
    last = performance.now();
    note(`${step}: ${done} of ${total}`);
  };
}
