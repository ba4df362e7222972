/**
 * `diplograph new`: a dossier of a new thing, with what may be said of it, ready to be filled in.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { nearest } from '../../base/did-you-mean.ts';
import { foldText } from '../../base/fold-text.ts';
import { nodeIdFault } from '../../facts/node-id.ts';
import type { NodeType, Ontology, Relation } from '../../ontology/ontology.ts';
import { exitCode } from '../exit-code.ts';
import { badNewId, idTaken, noSuchNodeType, sourceNotThere, wouldReplace } from '../problems.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { writeText } from '../write-files.ts';

interface NewOptions {
  readonly id?: string;
  readonly source?: string;
}

export function addNew(program: Command, shell: Shell): void {
  program
    .command('new')
    .argument('<type>', 'a type of node, such as conference')
    .argument('<name>', 'what it is called')
    .summary('begin a dossier of a new thing')
    .description(
      'Writes a dossier of a new node into the folder of facts. What else may be said of it, and which relations it may ' +
        'have, stand in it as comments. The facts stand as before, and the node is found at once.',
    )
    .option('--id <id>', 'its id (default: made of its type and name)')
    .option('--source <id>', 'the source of the dossier (default: said in a comment)')
    .addHelpText('before', examples('diplograph new conference "Second Lakes Conference" --source source:minutes-2025'))
    .action((type: string, name: string, options: NewOptions, command: Command) =>
      shell.run(command, (workplace) => newDossier(type, name, options, workplace)),
    );
}

async function newDossier(type: string, name: string, options: NewOptions, workplace: Workplace): Promise<0> {
  const { files, terminal, output } = workplace;
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { graph } = (await openFolder(files)).view;
  const nodeType = findType(type, graph.ontology);
  const { start, end } = graph.nodes.span(nodeType.name);
  const prefix = start < end ? (graph.nodes.ids[start] ?? '').split(':')[0] : nodeType.name.toLowerCase();
  const id = options.id ?? `${prefix}:${slugOf(name)}`;
  const fault = nodeIdFault(id);
  if (fault !== undefined) throw badNewId(id, fault);
  if (graph.nodes.numberOf(id) !== undefined) throw idTaken(id);
  const { source } = options;
  if (source !== undefined && graph.nodes.numberOf(source) === undefined) throw sourceNotThere(source, graph.nodes.ids);
  const file = join(files.data, 'dossiers', `${slugOf(name)}.yaml`);
  if (existsSync(resolve(terminal.cwd, file))) throw wouldReplace(files.data, [file]);
  await writeText(file, printDossier({ id, name, source }, nodeType), terminal);
  output.data(relative(terminal.cwd, resolve(terminal.cwd, file)));
  output.note(`${id} is there. \`diplograph check\` tells whether all stands.`);
  return exitCode.fine;
}

function findType(given: string, { nodeTypes }: Ontology): NodeType {
  const found = [...nodeTypes.values()].find((it) => it.name.toLowerCase() === given.toLowerCase());
  if (found) return found;
  throw noSuchNodeType(given, nearest(given, nodeTypes.keys()), [...nodeTypes.keys()]);
}

const slugOf = (name: string): string =>
  foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Properties that every node has, or that the dossier gives it. */
const COMMON: ReadonlySet<string> = new Set(['id', 'name', 'sources', 'locators']);

interface NewNode {
  readonly id: string;
  readonly name: string;
  readonly source: string | undefined;
}

function printDossier({ id, name, source }: NewNode, { name: type, properties, relations }: NodeType): string {
  const own = [...properties.values()].filter((it) => !COMMON.has(it.name));
  return `${[
    `title: ${JSON.stringify(name)}`,
    source === undefined
      ? '# source: source:…   # the id of a source, which all of this rests on'
      : `source: ${source}`,
    '',
    'nodes:',
    `  - id: ${id}`,
    `    type: ${type}`,
    `    name: ${JSON.stringify(name)}`,
    ...own.map((it) => `    # ${it.name}: ${it.list ? '[]' : ''}${remark(it.description)}`),
    '',
    '# edges:',
    ...[...relations.values()].map((it) => printRelation(id, it)),
  ].join('\n')}\n`;
}

function printRelation(id: string, { edgeType, direction, target, description }: Relation): string {
  const [from, to] = direction === 'IN' ? ['…', id] : [id, '…'];
  return `#   - { from: ${from}, edge: ${edgeType}, to: ${to} }${remark(description === '' ? target : `${target}: ${description}`)}`;
}

const remark = (text: string): string => (text === '' ? '' : `   # ${text.replace(/\s+/g, ' ')}`);
