/**
 * A view written in a format: the one door of this room, for programs, the command line and the server alike.
 */
import type { GraphView } from '../views/graph-view.ts';
import type { Format, TextFormat, WriteOptions } from './format.ts';
import { formats } from './formats.ts';
import { gatherText } from './gather-text.ts';
import { badFormatOption, unknownFormat, unknownPart } from './problems.ts';

/**
 * The format of that name, or of that ending where only one has it: `gexf`, `cytoscape` or `cyjs`.
 * @throws KnowledgeError `unknown-format`, with the nearest name
 */
export function getFormat(name: string): Format {
  const found = findFormat(name);
  if (found) return found;
  throw unknownFormat(
    name,
    formats.map((it) => it.name),
  );
}

/** The format of that name or ending, or undefined. */
export function findFormat(name: string): Format | undefined {
  const wanted = name.toLowerCase();
  const named = formats.find((it) => it.name === wanted);
  if (named) return named;
  const ending = formats.filter((it) => it.ending === wanted);
  return ending.length === 1 ? ending[0] : undefined;
}

export const isText = (format: Format): format is TextFormat => 'write' in format;

/**
 * The view in a format of text, in pieces of about 64 Ki characters that are made as they are asked for.
 *
 * The same view and options give the same text. Throws `unknown-format`, `unknown-part` or `bad-format-option`.
 * @example
 * const stream = Readable.from(writeGraph(graph.asOf('2024').view, 'gexf'))
 */
export function writeGraph(view: GraphView, format: string | Format, options: WriteOptions = {}): Iterable<string> {
  const chosen = typeof format === 'string' ? getFormat(format) : format;
  checkOptions(chosen, options);
  if (!isText(chosen)) throw badFormatOption(chosen.title, 'writeGraph', 'it is a picture, which drawGraph makes');
  return gatherText(chosen.write(view, options));
}

/** Refuses what the format would not heed: an option that does nothing is a mistake that nobody sees. */
export function checkOptions(format: Format, options: WriteOptions): void {
  const { title, parts = [] } = format;
  if (options.part !== undefined && !parts.includes(options.part)) throw unknownPart(title, options.part, parts);
  for (const name of Object.keys(options) as (keyof WriteOptions)[]) {
    if (options[name] === undefined || name === 'part' || name === 'sanitiser') continue;
    if (!format.options.includes(name)) throw badFormatOption(title, `"${name}"`, 'it has no such option');
  }
}
