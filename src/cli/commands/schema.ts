/**
 * `diplograph schema`: the query API as SDL, for code generators, linters and routers.
 */
import type { Command } from 'commander';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { readOntologyFile } from '../read-ontology-file.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { writeWhole } from '../write-whole.ts';

interface SchemaOptions {
  readonly subgraph?: boolean;
  readonly output?: string;
}

export function addSchema(program: Command, shell: Shell): void {
  program
    .command('schema')
    .summary('print the query API as SDL')
    .description(
      'Prints the schema of the GraphQL API that the ontology makes: what clients and their code generators read. With\n' +
        '--subgraph it is a subgraph of Apollo Federation 2, in which every node type is an entity known by its id.',
    )
    .option('--subgraph', 'as a subgraph of Apollo Federation 2')
    .option('-o, --output <file>', 'write to this file instead of stdout; it is replaced whole')
    .addHelpText('before', examples('diplograph schema -o api.graphql', 'diplograph schema --subgraph | rover …'))
    .action((options: SchemaOptions, command: Command) =>
      shell.run(command, (workplace) => schema(options, workplace)),
    );
}

async function schema({ subgraph, output: file }: SchemaOptions, workplace: Workplace): Promise<ExitCode> {
  const ontology = await readOntologyFile(workplace);
  if (!ontology) return exitCode.problems;
  const { printSchema } = await import('graphql');
  const { buildGraphSchema } = await import('../../graphql/schema/build-schema.ts');
  const { printSubgraph } = await import('../../graphql/schema/print-subgraph.ts');
  const api = buildGraphSchema(ontology);
  const text = subgraph ? printSubgraph(api, ontology) : `${printSchema(api)}\n`;
  const { output, terminal, files } = workplace;
  if (file === undefined) output.data(text.trimEnd());
  else {
    await writeWhole(file, text, terminal.cwd);
    output.note(`${file} has the API of ${files.schema}.`);
  }
  return exitCode.fine;
}
