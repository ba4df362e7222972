/**
 * `diplograph schema`: the query API as SDL, for code generators, linters and routers.
 */
import { basename } from 'node:path';
import type { Command } from 'commander';
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

async function schema(options: SchemaOptions, workplace: Workplace): Promise<ExitCode> {
  const { output, terminal, files } = workplace;
  const { for: kind, output: file } = options;
  const ontology = kind === 'config' ? undefined : await readOntologyFile(workplace);
  if (kind !== 'config' && !ontology) return exitCode.problems;
  const text = kind === undefined ? await apiText(options, ontology as Ontology) : undefined;
  const { schema, where } = kind === undefined ? {} : await jsonSchemaFor(kind, ontology as Ontology);
  const whole = text ?? `${JSON.stringify(schema, null, 2)}\n`;
  if (file === undefined) output.data(whole.trimEnd());
  else await writeText(file, whole, terminal);
  const name = basename(file ?? `${kind}.schema.json`);
  if (kind === 'config') output.note(`For an editor, write into diplograph.config.json: "$schema": "${name}"`);
  else if (where !== undefined)
    output.note(`For an editor, begin ${where} with: # yaml-language-server: $schema=PATH/${name}`);
  else if (file !== undefined) output.note(`${file} has the API of ${files.schema}.`);
  return exitCode.fine;
}

async function apiText({ subgraph, brief, upgrade }: SchemaOptions, ontology: Ontology): Promise<string> {
  if (brief) return (await import('../../agents/tools/dataset.ts')).describeQueries(ontology);
  if (upgrade) return printUpgraded(ontology.sdl);
  const { buildGraphSchema } = await import('../../graphql/schema/build-schema.ts');
  const api = buildGraphSchema(ontology);
  if (subgraph) return (await import('../../graphql/schema/print-subgraph.ts')).printSubgraph(api, ontology);
  return `${(await import('graphql')).printSchema(api)}\n`;
}

/** The JSON Schema of the files of a kind, and which files of a folder these are. */
async function jsonSchemaFor(kind: string, ontology: Ontology): Promise<{ schema: object; where?: string }> {
  if (kind === 'config') return { schema: (await import('../../server/config-schema.ts')).configSchema() };
  if (kind === 'patterns') {
    const { patternSchema } = await import('../../reading/pattern-schema.ts');
    return { schema: patternSchema(ontology), where: 'patterns/*.yaml' };
  }
  const { jsonSchemaOf, schemaKinds } = await import('../../loading/entries/json-schema.ts');
  if (!Object.hasOwn(schemaKinds, kind))
    throw unknownSchemaKind(kind, [...Object.keys(schemaKinds), 'patterns', 'config']);
  return { schema: jsonSchemaOf(kind as SchemaKind, ontology), where: schemaKinds[kind as SchemaKind] };
}
