/**
 * `diplograph import`: what another program wrote, taken into the graph: first shown, then written on request.
 */
import { existsSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { isError } from '../../base/problem.ts';
import type { SourceFile } from '../../base/source-file.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Import, ImportOptions } from '../../graph/import-graph.ts';
import type { AnyOntology } from '../../ontology/typed-ontology.ts';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { dossierOnlyAdds, unclearMapping, unclearTarget } from '../problems.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

interface ImportWords extends ImportOptions {
  readonly alone?: boolean;
  readonly columns?: boolean;
  readonly dryRun?: boolean;
  readonly output?: string;
  readonly replace?: boolean;
}

export function addImport(program: Command, shell: Shell): void {
  program
    .command('import')
    .summary('take in a graph that another program wrote')
    .description(
      'Reads GEXF, GraphML, Cytoscape.js JSON, graphology and node-link JSON, JSON Lines, FollowTheMoney, tables of CSV or ' +
        'an Excel workbook, and shows what it would add to the graph, change in it, and what is refused. Nothing is ' +
        'written without -o, or when anything is refused; the exit code is then 1.',
    )
    .argument('<files...>', 'a file; of CSV also two, nodes and edges')
    .option(
      '-f, --format <format>',
      'gexf, graphml, cytoscape, graphology, node-link, jsonl, ftm, csv; else by the file',
    )
    .option('--columns', 'list what the file offers to a mapping, and do nothing else')
    .option('--mapping <file>', 'what its nodes and edges mean; without one its own names are taken')
    .option('--source <id>', 'the source that new statements cite, where they cite none')
    .option('--alone', 'into a graph with nothing in it yet')
    .option('-o, --output <target>', 'a folder of facts, a dossier.yaml of what is new, or a graph.jsonl')
    .option('--replace', 'put the facts in the place of those that the folder has')
    .option('--dry-run', 'write nothing, whatever -o says')
    .addHelpText(
      'before',
      examples(
        'diplograph import network.gexf --mapping network.map.yaml --source source:my-study',
        'diplograph import nodes.csv edges.csv --source source:my-study -o graph-data/dossiers/my-study.yaml',
        'diplograph import graph.jsonl --alone -o my-facts/',
      ),
    )
    .action((files: string[], words: ImportWords, command: Command) =>
      shell.run(command, (workplace) => take(files, words, workplace)),
    );
}

async function take(paths: readonly string[], words: ImportWords, workplace: Workplace): Promise<ExitCode> {
  const { terminal, output, json } = workplace;
  if (words.columns) return showColumns(paths, words, workplace);
  const { openImport } = await import('../../graph/import-graph.ts');
  const { format, mapping, source } = words;
  const pathOf = pathIn(terminal.cwd);
  const sheet =
    paths.length === 1 && mapping === undefined && format === undefined
      ? await openSheet(pathOf(paths[0] ?? ''))
      : undefined;
  if (sheet) return draft(sheet, paths[0] ?? '', words, workplace);
  const taken = await openImport(await openBase(words.alone === true, workplace), paths.map(pathOf), {
    ...(format !== undefined && { format }),
    ...(mapping !== undefined && { mapping: pathOf(mapping) }),
    ...(source !== undefined && { source }),
  });
  const stands = !taken.problems.some(isError);
  const target = words.dryRun || !stands ? undefined : words.output;
  const written = target === undefined ? undefined : await write(taken, paths, target, words, workplace);

  if (json) output.json(inJson(taken, written));
  else {
    const { printImport } = await import('../print-import.ts');
    output.data(printImport(taken, output));
  }
  if (written !== undefined) output.note(written);
  else output.note(stands ? 'Nothing was written; -o says where to.' : 'Nothing was written: mend what was refused.');
  return stands ? exitCode.fine : exitCode.problems;
}

/** A table that says itself what its columns mean is no sheet. */
async function openSheet(path: string): Promise<SourceFile | undefined> {
  if (!/\.(?:csv|tsv)$/i.test(path)) return undefined;
  const { SourceFile } = await import('../../base/source-file.ts');
  const { readTextFile } = await import('../../loading/reading/read-text-file.ts');
  const { isSheet } = await import('../../importing/read-sheet.ts');
  const file = readTextFile(path);
  return file instanceof SourceFile && isSheet(file) ? file : undefined;
}

/** Shows what a curator's sheet seems to say, and writes the mapping that is drafted of it on request. */
async function draft(file: SourceFile, path: string, words: ImportWords, workplace: Workplace): Promise<ExitCode> {
  const { terminal, output, json } = workplace;
  const { readSheet } = await import('../../importing/read-sheet.ts');
  const { draftMapping } = await import('../../importing/draft-mapping.ts');
  const { Malformed } = await import('../../importing/foreign-graph.ts');
  const { missingNames, printSheet } = await import('../print-import.ts');
  const { view } = await openBase(words.alone === true, workplace);
  try {
    const sheet = readSheet(file, view);
    const mapping = draftMapping(sheet, view.ontology, basename(path));
    if (json) {
      const columns = sheet.columns.map((it) => ({
        name: it.name,
        kind: it.kind,
        type: it.type,
        found: Object.fromEntries(it.found),
        notFound: missingNames(it).map(([text]) => text),
      }));
      output.json({ ok: true, rows: sheet.rows, columns, mapping });
    } else output.data(printSheet(sheet, mapping, output));
    const target = words.dryRun ? undefined : words.output;
    if (target === undefined) {
      output.note(
        `Nothing was written. -o ${basename(path).replace(/\.\w+$/, '.map.yaml')} writes the mapping, for you to correct.`,
      );
    } else if (!target.endsWith('.map.yaml')) throw unclearMapping(target);
    else {
      const { writeText } = await import('../write-files.ts');
      await writeText(target, mapping, terminal);
      output.note(
        `${target} is a draft. Correct it, put it with the sheet into "tables" of your facts, and run: diplograph check`,
      );
    }
    return exitCode.fine;
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const { printProblems } = await import('../../base/problem-list.ts');
    if (json) output.json({ ok: false, problems: [error.problem] });
    else output.data(printProblems([error.problem], new Map([[file.name, file]])));
    return exitCode.problems;
  }
}

async function showColumns(
  paths: readonly string[],
  { format }: ImportWords,
  { terminal, output, json }: Workplace,
): Promise<ExitCode> {
  const { openWorkbooks } = await import('../../importing/workbook.ts');
  const { readForeign } = await import('../../importing/read-foreign.ts');
  const { graph, problems, files } = readForeign(await openWorkbooks(paths.map(pathIn(terminal.cwd))), format);
  if (!graph) {
    const { printProblems } = await import('../../base/problem-list.ts');
    if (json) output.json({ ok: false, problems });
    else output.data(printProblems(problems, files, 0));
    return exitCode.problems;
  }
  const { offeredColumns } = await import('../../importing/foreign-rows.ts');
  const offered = offeredColumns(graph);
  if (json) output.json({ ok: true, ...offered });
  else {
    const { printColumns } = await import('../print-import.ts');
    output.data(printColumns(offered, output));
  }
  return exitCode.fine;
}

/** Problems name files as they were typed. */
const pathIn =
  (folder: string) =>
  (path: string): string =>
    folder === process.cwd() ? path : resolve(folder, path);

async function openBase(alone: boolean, { files }: Workplace): Promise<Graph<AnyOntology>> {
  const { openGraph } = await import('../../open-graph.ts');
  const { queries: _, ...place } = files;
  if (!alone) return openGraph(place);
  const rules = join(files.data, 'rules.yaml');
  return openGraph({ schema: files.schema, nodes: [], ...(existsSync(rules) && { rules }) });
}

/** Writes what was taken in, and says what was written. */
async function write(
  taken: Import<Graph<AnyOntology>>,
  paths: readonly string[],
  target: string,
  { replace = false }: ImportWords,
  { terminal }: Workplace,
): Promise<string> {
  const ending = extname(target).slice(1).toLowerCase();
  if (ending === 'yaml' || ending === 'yml') {
    const { writeText } = await import('../write-files.ts');
    await writeText(target, await dossierOf(taken, paths, target), terminal);
    return `${target} is a dossier of what is new.`;
  }
  const graph = taken.commit();
  const size = `${counted(graph.nodeCount, 'node')} and ${counted(graph.edgeCount, 'edge')}`;
  if (ending === '' || target.endsWith('/')) {
    await graph.save(resolve(terminal.cwd, target), { replace });
    return `${target} is a folder of facts: ${size}, conclusions among them.`;
  }
  const { findFormat, isText, writeGraph } = await import('../../formats/write-graph.ts');
  const format = findFormat(ending);
  if (!format || !isText(format)) throw unclearTarget(target);
  const { writeFiles } = await import('../write-files.ts');
  await writeFiles([{ path: resolve(terminal.cwd, target), pieces: writeGraph(graph.view, format) }], terminal);
  return `${target} is the whole graph in ${format.title}: ${size}.`;
}

async function dossierOf(taken: Import<Graph<AnyOntology>>, paths: readonly string[], target: string): Promise<string> {
  const { nodes, edges, claims, redirects } = taken;
  const own = new Set(nodes.added.map((it) => it.id));
  const changed =
    nodes.changed.length + edges.changed.length + [...redirects.values()].filter((it) => !own.has(it)).length;
  if (changed > 0) throw dossierOnlyAdds(target, changed);
  const { printDossier } = await import('../../loading/saving/print-dossiers.ts');
  const { ontology } = taken.commit();
  return printDossier(ontology, `Imported from ${paths.map((it) => basename(it)).join(' and ')}`, {
    nodes: nodes.added,
    edges: edges.added,
    claims,
    redirects,
  });
}

function inJson(taken: Import<unknown>, written: string | undefined): Readonly<Record<string, unknown>> {
  const { draft: _, commit: __, files: ___, redirects, ...shown } = taken;
  return { ok: !taken.problems.some(isError), ...shown, redirects: Object.fromEntries(redirects), written };
}
