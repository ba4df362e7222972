/**
 * `diplograph export`: the graph, or a part of it, in a format that other programs read.
 */
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import type { GivenTexts } from '../../base/text-options.ts';
import type { Format, WriteOptions } from '../../formats/format.ts';
import { exportOptions } from '../../formats/read-export.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { counted } from '../counted.ts';
import { asMisuse, type ExitCode, exitCode } from '../exit-code.ts';
import { addTextOptions, givenTexts } from '../options.ts';
import type { Output } from '../output.ts';
import { partsNeedFile, saysNoFormat, takenFor } from '../problems.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import type { FileToWrite } from '../write-files.ts';

interface ExportOptions {
  readonly format?: string;
  readonly output?: string;
}

export function addExport(program: Command, shell: Shell): void {
  const command = program
    .command('export')
    .summary('write the graph in a format of other programs')
    .description(
      'Writes the graph, or a part of it, in a format that other programs read: the one that --format names, or the ' +
        'ending of the file. A format of several files writes name.nodes.csv and name.edges.csv for -o name.csv.',
    )
    .option('-f, --format <format>', 'gexf, graphml, cytoscape …; a wrong one is answered with all there are')
    .option('-o, --output <file>', 'where to; stdout without it, or with -');
  addTextOptions(command, exportOptions);
  command
    .addHelpText(
      'before',
      examples(
        'diplograph export -o diplomacy.gexf',
        'diplograph export -f svg --around Kazakhstan --via co-launched,joined > kazakhstan.svg',
        'diplograph export -f csv-neo4j --stated -o neo4j.csv',
      ),
    )
    .action((options: ExportOptions) =>
      shell.run(command, (workplace) => write(options, givenTexts(command, exportOptions), workplace)),
    );
}

async function write(wanted: ExportOptions, given: GivenTexts, workplace: Workplace): Promise<ExitCode> {
  const { terminal, output, files, json } = workplace;
  const target = wanted.output === '-' ? undefined : wanted.output;
  const format = await formatOf(wanted.format, target);
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { readExport } = await import('../../formats/read-export.ts');
  const { TextSanitiser } = await import('../../formats/escapes.ts');
  const whole = (await openFolder(files)).view;
  const { view, options } = await readExport(whole, format, await withIds(given, whole, output)).catch(
    (error: unknown) =>
      asMisuse(() => {
        throw error;
      }),
  );
  const sanitiser = new TextSanitiser();
  const pieces = (part = options.part): Promise<Pieces> =>
    piecesOf(format, view, { ...options, sanitiser, ...(part !== undefined && { part }) });

  const written: FileToWrite[] = [];
  if (target === undefined) {
    if (format.parts && options.part === undefined) throw partsNeedFile(format.title, format.parts);
    await writeTo(terminal.stdout, await pieces());
  } else {
    const parts = options.part === undefined ? format.parts : undefined;
    for (const part of parts ?? [undefined]) {
      written.push({ path: resolve(terminal.cwd, nameOfPart(target, part)), pieces: await pieces(part) });
    }
    const { writeFiles } = await import('../write-files.ts');
    await writeFiles(written, terminal);
  }

  const { replaced } = sanitiser;
  const { nodeCount: nodes, edgeCount: edges } = view;
  const paths = written.map(({ path }) => path);
  if (json && target !== undefined) output.json({ format: format.name, nodes, edges, replaced, files: paths });
  output.note(`${format.title}: ${counted(nodes, 'node')} and ${counted(edges, 'edge')}.`);
  if (replaced > 0)
    output.problem(`${counted(replaced, 'character')} that ${format.title} cannot hold became another.`);
  return exitCode.fine;
}

type Pieces = FileToWrite['pieces'];

async function piecesOf(format: Format, view: GraphView, options: WriteOptions): Promise<Pieces> {
  const { drawGraph, isText, writeGraph } = await import('../../formats/write-graph.ts');
  return isText(format) ? writeGraph(view, format, options) : [await drawGraph(view, format, options)];
}

/** The format that is named, or else that of the file's ending. */
async function formatOf(name: string | undefined, file: string | undefined): Promise<Format> {
  const { findFormat, getFormat } = await import('../../formats/write-graph.ts');
  if (name !== undefined) return getFormat(name);
  const ending = /[^/\\.]\.([^/\\.]+)$/.exec(file ?? '')?.[1];
  const format = ending === undefined ? undefined : findFormat(ending);
  if (format) return format;
  throw saysNoFormat(file);
}

/** The options, with ids where nodes were named, as everywhere. */
async function withIds(given: GivenTexts, view: GraphView, output: Output): Promise<GivenTexts> {
  if (given.around === undefined) return given;
  const { idMeant } = await import('../../answers/search.ts');
  const meant = (text: string): string => idMeant(view, text, (id, name) => output.note(takenFor(text, name, id)));
  return { ...given, around: asMisuse(() => [given.around ?? []].flat().map(meant)) };
}

/** `kaz.csv`, `nodes` → `kaz.nodes.csv`. */
function nameOfPart(file: string, part: string | undefined): string {
  if (part === undefined) return file;
  const [, stem = file, ending = '.csv'] = /^(.*[^/\\])(\.[^/\\.]+)$/s.exec(file) ?? [];
  return `${stem}.${part}${ending}`;
}

/** Writes pieces no faster than the stream takes them, so that a slow reader does not fill the memory. */
async function writeTo(stream: Writable, pieces: Pieces): Promise<void> {
  for (const piece of pieces) {
    if (stream.destroyed) return;
    if (!stream.write(piece)) await once(stream, 'drain');
  }
}
