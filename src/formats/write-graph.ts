/**
 * A view written in a format: the one door of this room, for programs, the command line and the server alike.
 */
import { badTextOption } from '../base/text-options.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { Format, TextFormat, WriteOptions } from './format.ts';
import { png, svg } from './picture/svg.ts';
import { gatherText } from './pieces.ts';
import { notPicture, notText, unknownFormat, unknownPart } from './problems.ts';
import { jsonLd } from './rdf/json-ld.ts';
import { nQuads, turtle } from './rdf/turtle.ts';
import { csv, csvGephi, csvNeo4j } from './write/csv.ts';
import { cx2 } from './write/cx2.ts';
import { cypher } from './write/cypher.ts';
import { cytoscape } from './write/cytoscape.ts';
import { dot } from './write/dot.ts';
import { gexf } from './write/gexf.ts';
import { graphml } from './write/graphml.ts';
import { jsonLines } from './write/json-lines.ts';
import { graphology, nodeLink } from './write/node-link.ts';

export { TextSanitiser } from './escapes.ts';
// This file is what `diplograph/formats` names, so what belongs to writing can be had from here too.
export type { Format, PictureFormat, Positions, TextFormat, WriteOptions } from './format.ts';
export { layOut } from './layout/lay-out.ts';

/** The formats, in the order in which help and documentation list them. A new one is one file and one line here. */
export const formats: readonly Format[] = [
  gexf,
  graphml,
  cytoscape,
  cx2,
  dot,
  nodeLink,
  graphology,
  csv,
  csvGephi,
  csvNeo4j,
  cypher,
  jsonLines,
  jsonLd,
  turtle,
  nQuads,
  svg,
  png,
];

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
 * The same view and options give the same text. Throws `unknown-format`, `unknown-part`, `bad-option`,
 * or `not-text` for a picture of points.
 * @example
 * const stream = Readable.from(writeGraph(graph.asOf('2024').view, 'gexf'))
 */
export function writeGraph(view: GraphView, format: string | Format, options: WriteOptions = {}): Iterable<string> {
  const chosen = typeof format === 'string' ? getFormat(format) : format;
  checkOptions(chosen, options);
  if (!isText(chosen)) throw notText(chosen.title);
  return gatherText(chosen.write(view, options));
}

/**
 * The view as a picture of points: the bytes of a file.
 *
 * Throws `unknown-format`, `bad-option`, `not-a-picture`, or what keeps the picture from being drawn.
 */
export async function drawGraph(
  view: GraphView,
  format: string | Format,
  options: WriteOptions = {},
): Promise<Uint8Array> {
  const chosen = typeof format === 'string' ? getFormat(format) : format;
  checkOptions(chosen, options);
  if (isText(chosen)) throw notPicture(chosen.title);
  return chosen.draw(view, options);
}

/** What options may say, where they may not say anything. */
const allowed: Readonly<Partial<Record<keyof WriteOptions, readonly string[]>>> = {
  gexfVersion: ['1.3', '1.2'],
  edgesKey: ['links', 'edges'],
  theme: ['light', 'dark'],
};

/** Refuses what the format would not heed: an option that does nothing is a mistake that nobody sees. */
export function checkOptions(format: Format, options: WriteOptions): void {
  const { title, parts = [] } = format;
  if (options.part !== undefined && !parts.includes(options.part)) throw unknownPart(title, options.part, parts);
  for (const name of Object.keys(options) as (keyof WriteOptions)[]) {
    const value = options[name];
    if (value === undefined || name === 'part' || name === 'sanitiser') continue;
    if (!format.options.includes(name)) throw badTextOption(wordOf(name), `${title} has no such option; leave it out`);
    const values = allowed[name];
    if (values && !values.includes(String(value))) {
      throw badTextOption(wordOf(name), `"${value}" is not one of ${values.join(', ')}`);
    }
  }
}

/** An option as people write it: `gexf-version`. */
const wordOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
