/**
 * `diplograph schema`: the query API as SDL, for code generators, linters and routers.
 */
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { GraphQLSchema } from 'graphql';
import type { SchemaKind } from '../../loading/entries/json-schema.ts';
import { printUpgraded } from '../../ontology/older-dialect.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { unknownSchemaKind } from '../problems.ts';
import { readOntologyFile } from '../read-ontology-file.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { writeText } from '../write-files.ts';

interface SchemaOptions {
  readonly subgraph?: boolean;
  readonly brief?: boolean;
  readonly upgrade?: boolean;
  readonly for?: string;
  readonly output?: string;
}

export function addSchema(program: Command, shell: Shell): void {
  program
    .command('schema')
    .summary('print the query API as SDL')
    .description(
      'Prints the schema of the GraphQL API that the ontology makes: what clients and their code generators read. With ' +
        '--subgraph it is a subgraph of Apollo Federation 2, in which every node type is an entity known by its id. With ' +
        '--for it is the JSON Schema of the files that people write, by which an editor completes and checks them.',
    )
    .option('--brief', 'the ontology and the forms of queries on a few pages of Markdown')
    .option('--upgrade', 'the ontology itself, as version 7 of the Neo4j GraphQL Library has it')
    .option('--subgraph', 'as a subgraph of Apollo Federation 2')
    .option(
      '--for <files>',
      'the JSON Schema of dossiers, mappings, sources, judgements, expectations, dataset, rules, patterns or config, for editors',
    )
    .option('-o, --output <file>', 'write to this file instead of stdout; it is replaced whole')
    .addHelpText(
      'before',
      examples(
        'diplograph schema -o api.graphql',
        'diplograph schema --brief',
        'diplograph schema --subgraph | rover …',
        'diplograph schema --for dossiers -o dossiers.schema.json',
      ),
    )
    .action((options: SchemaOptions, command: Command) =>
      shell.run(command, (workplace) => schema(options, workplace)),
    );
}

async function schema(
  { subgraph, brief, upgrade, for: kind, output: file }: SchemaOptions,
  workplace: Workplace,
): Promise<ExitCode> {
  if (kind === 'config') return printConfigSchema(file, workplace);
  const ontology = await readOntologyFile(workplace);
  if (!ontology) return exitCode.problems;
  if (kind === 'patterns') return printPatternSchema(file, ontology, workplace);
  if (kind !== undefined) return printJsonSchema(kind, file, ontology, workplace);
  const { printSchema } = await import('graphql');
  const { buildGraphSchema } = await import('../../graphql/schema/build-schema.ts');
  const { printSubgraph } = await import('../../graphql/schema/print-subgraph.ts');
  const api = (): GraphQLSchema => buildGraphSchema(ontology);
  const text = brief
    ? (await import('../../agents/tools/dataset.ts')).describeQueries(ontology)
    : upgrade
      ? printUpgraded(ontology.sdl)
      : subgraph
        ? printSubgraph(api(), ontology)
        : `${printSchema(api())}\n`;
  const { output, terminal, files } = workplace;
  if (file === undefined) output.data(text.trimEnd());
  else {
    await writeText(file, text, terminal);
    output.note(`${file} has the API of ${files.schema}.`);
  }
  return exitCode.fine;
}

/** The JSON Schema of the files of a kind, and the line by which an editor finds it. */
async function printJsonSchema(
  kind: string,
  file: string | undefined,
  ontology: Ontology,
  workplace: Workplace,
): Promise<ExitCode> {
  const { jsonSchemaOf, schemaKinds } = await import('../../loading/entries/json-schema.ts');
  if (!Object.hasOwn(schemaKinds, kind))
    throw unknownSchemaKind(kind, [...Object.keys(schemaKinds), 'patterns', 'config']);
  const schema = jsonSchemaOf(kind as SchemaKind, ontology);
  return writeSchema(kind, schema, schemaKinds[kind as SchemaKind], file, workplace);
}

/** The JSON Schema of the patterns by which articles are read. */
async function printPatternSchema(
  file: string | undefined,
  ontology: Ontology,
  workplace: Workplace,
): Promise<ExitCode> {
  const { patternSchema } = await import('../../reading/pattern-schema.ts');
  return writeSchema('patterns', patternSchema(ontology), 'patterns/*.yaml', file, workplace);
}

async function writeSchema(
  kind: string,
  schema: object,
  where: string,
  file: string | undefined,
  { output, terminal }: Workplace,
): Promise<ExitCode> {
  const text = JSON.stringify(schema, null, 2);
  if (file === undefined) output.data(text);
  else await writeText(file, `${text}\n`, terminal);
  const name = basename(file ?? `${kind}.schema.json`);
  output.note(`For an editor, begin ${where} with: # yaml-language-server: $schema=PATH/${name}`);
  return exitCode.fine;
}

/** The JSON Schema of `diplograph.config.json`. */
async function printConfigSchema(file: string | undefined, { output, terminal }: Workplace): Promise<ExitCode> {
  const { configSchema } = await import('../../server/config-schema.ts');
  const text = JSON.stringify(configSchema(), null, 2);
  if (file === undefined) output.data(text);
  else await writeText(file, `${text}\n`, terminal);
  output.note(
    `For an editor, write into diplograph.config.json: "$schema": "${basename(file ?? 'config.schema.json')}"`,
  );
  return exitCode.fine;
}
