/**
 * `diplograph rename`: another id for a node, in every file of a folder of facts.
 *
 * Ids stand in dossiers, tables, judgements, rules and comments, so texts are changed where they name the id, and all else
 * stays as it was written. What comes of that is read before anything is written: it must be the same facts under the new id.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Command } from 'commander';
import { KnowledgeError } from '../../base/knowledge-error.ts';
import type { Problem } from '../../base/problem.ts';
import { edgeId } from '../../facts/edge-id.ts';
import { nodeIdFault } from '../../facts/node-id.ts';
import { statedFacts } from '../../graph/stated-facts.ts';
import { FACT_FILE, listFiles } from '../../loading/reading/find-data-files.ts';
import { entryOfEdge, entryOfNode } from '../../loading/saving/entries-of-facts.ts';
import { type NewNames, renameInText, renameInValue } from '../../loading/saving/rename-in-text.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { exitCode } from '../exit-code.ts';
import type { LocatedFiles } from '../locate-files.ts';
import { badNewId, idTaken, plainWord, renameBreaks, renameNotWhole } from '../problems.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { writeFiles } from '../write-files.ts';

interface RenameOptions {
  readonly write?: boolean;
}

export function addRename(program: Command, shell: Shell): void {
  program
    .command('rename')
    .argument('<old>', 'the id of a node')
    .argument('<new>', 'the id that it is to have')
    .summary('give a node another id, in every file')
    .description(
      'Changes the id of a node wherever the folder of facts names it: dossiers, tables, judgements, rules, comments. Ids of ' +
        'edges that are made of it change with it. Shows what would change; nothing is written without --write.',
    )
    .option('--write', 'write it: all of the files, or none')
    .addHelpText('before', examples('diplograph rename official:j-smith official:jane-smith --write'))
    .action((old: string, next: string, options: RenameOptions, command: Command) =>
      shell.run(command, (workplace) => rename(old, next, options, workplace)),
    );
}

async function rename(old: string, next: string, options: RenameOptions, workplace: Workplace): Promise<0> {
  const { files, terminal, output, json } = workplace;
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { view } = await openFolder(files);
  view.getNode(old);
  if (!old.includes(':')) throw plainWord(old);
  const fault = nodeIdFault(next);
  if (fault !== undefined) throw badNewId(next, fault);
  if (view.graph.nodes.numberOf(next) !== undefined) throw idTaken(next, 'choose another one');

  const names = newNames(view, old, next);
  const changed = changedFiles(files.data, names);
  if (changed.length === 0) throw renameNotWhole(old, files.data, undefined);
  const after = await openChanged(files, changed);
  const [lost] = factLines(view, names).filter((it) => !after.has(it));
  if (lost !== undefined) throw renameNotWhole(old, files.data, lost);

  const shown = changed.map(({ path, count }) => ({ file: relative(terminal.cwd, resolve(files.data, path)), count }));
  if (json) output.json({ old, new: next, written: options.write === true, files: shown });
  else for (const { file, count } of shown) output.data(`${file}  ${count}`);
  if (options.write !== true) output.note('Nothing is written. Add --write.');
  else {
    const pieces = changed.map(({ path, bytes }) => ({
      path: resolve(terminal.cwd, files.data, path),
      pieces: [bytes],
    }));
    await writeFiles(pieces, terminal);
  }
  return exitCode.fine;
}

/** The new id of the node, and of each edge whose id is made of its ends. */
function newNames({ graph }: GraphView, old: string, next: string): NewNames {
  const names = new Map([[old, next]]);
  const { edges, nodes, ontology } = graph;
  for (let edge = 0; edge < edges.count; edge++) {
    const fact = edges.fact(edge, nodes.ids);
    if (fact.from !== old && fact.to !== old && fact.properties.at !== old) continue;
    const symmetric = ontology.edgeTypes.get(fact.type)?.symmetric ?? false;
    if (fact.id === edgeId(fact, symmetric)) names.set(fact.id, edgeId(renameInValue(fact, names), symmetric));
  }
  return names;
}

interface ChangedFile {
  /** Below the folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly count: number;
}

function changedFiles(folder: string, names: NewNames): ChangedFile[] {
  const unreadable: Problem[] = [];
  const changed: ChangedFile[] = [];
  for (const path of listFiles(folder, unreadable).filter((it) => FACT_FILE.test(it))) {
    const bytes = readFileSync(join(folder, path));
    const isPacked = path.endsWith('.gz');
    const { text, count } = renameInText((isPacked ? gunzipSync(bytes) : bytes).toString('utf8'), names);
    if (count > 0) changed.push({ path, bytes: isPacked ? gzipSync(text) : Buffer.from(text), count });
  }
  return changed;
}

/** The facts of a copy of the folder with the changes. Throws what is wrong with them, under the names of the folder. */
async function openChanged(files: LocatedFiles, changed: readonly ChangedFile[]): Promise<ReadonlySet<string>> {
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { cache: _, ...place } = files;
  const copy = mkdtempSync(join(tmpdir(), 'diplograph-rename-'));
  try {
    cpSync(files.data, copy, { recursive: true, dereference: true });
    for (const { path, bytes } of changed) writeFileSync(join(copy, path), bytes);
    return new Set(factLines((await openFolder({ ...place, data: copy })).view, new Map()));
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    throw renameBreaks(error, error.message.replaceAll(copy, files.data));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Every stated fact as a line, under the new names. */
function factLines(view: GraphView, names: NewNames): string[] {
  const { nodes, edges, claims, redirects } = statedFacts(view);
  const { ontology } = view.graph;
  const facts: readonly unknown[] = [
    ...nodes.map((it) => entryOfNode(ontology, it)),
    ...edges.map((it) => entryOfEdge(ontology, it)),
    ...claims,
    ...redirects,
  ];
  return facts.map((it) => JSON.stringify(renameInValue(it, names)));
}
