/**
 * `diplograph types`: the ontology as TypeScript, for programs that walk the graph.
 */
import type { Command } from 'commander';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { readOntologyFile } from '../read-ontology-file.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { writeText } from '../write-files.ts';

interface TypesOptions {
  readonly output?: string;
}

export function addTypes(program: Command, shell: Shell): void {
  program
    .command('types')
    .summary('print the ontology as TypeScript, for openGraph<Schema>()')
    .description(
      'Prints an interface for each node type and for what edges carry, and "Schema", which ties them: openGraph<Schema>() ' +
        'then knows the edge types, what they lead to, and every property. The file imports nothing.',
    )
    .option('-o, --output <file>', 'write to this file instead of stdout; it is replaced whole')
    .addHelpText('before', examples('diplograph types --schema mine.graphql -o types.ts', 'diplograph types | less'))
    .action((options: TypesOptions, command: Command) => shell.run(command, (workplace) => types(options, workplace)));
}

async function types({ output: file }: TypesOptions, workplace: Workplace): Promise<ExitCode> {
  const ontology = await readOntologyFile(workplace);
  if (!ontology) return exitCode.problems;
  const { output, files, terminal } = workplace;
  const { printTypes } = await import('../../ontology/print-types.ts');
  const text = printTypes(ontology);
  if (file === undefined) output.data(text.trimEnd());
  else {
    await writeText(file, text, terminal);
    output.note(`${file} has the types of ${files.schema}.`);
  }
  return exitCode.fine;
}
