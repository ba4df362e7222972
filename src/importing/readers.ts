/**
 * The formats that are read, and which of them a file is of. A new one is one file and one line here.
 */
import { extname } from 'node:path';
import type { SourceFile } from '../base/source-file.ts';
import type { ForeignReader } from './foreign-graph.ts';
import { unclearImportFormat, unknownImportFormat } from './problems.ts';
import { csvPair } from './readers/csv-pair.ts';
import { cytoscape } from './readers/cytoscape.ts';
import { gexf } from './readers/gexf.ts';
import { graphml } from './readers/graphml.ts';
import { jsonLines } from './readers/json-lines.ts';
import { graphology, nodeLink } from './readers/node-link.ts';

/** Those that are surer of what is theirs come first. */
const readers: readonly ForeignReader[] = [jsonLines, gexf, graphml, cytoscape, graphology, nodeLink, csvPair];

const known: readonly string[] = readers.map((it) => it.name);

/** The reader of that name. Throws `unknown-import-format`. */
export function getReader(name: string): ForeignReader {
  // Whatever program a table is for, its headers tell.
  const wanted = name.toLowerCase().replace(/^csv-.*$/, 'csv');
  const found = readers.find((it) => it.name === wanted || it.endings.includes(wanted));
  if (found) return found;
  throw unknownImportFormat(name, known);
}

/** How much of a text is looked at. */
const START = 4096;

/** The reader for a file, by its ending and else by its beginning. Throws `unknown-import-format`. */
export function readerFor(file: SourceFile): ForeignReader {
  const ending = extname(file.name).slice(1).toLowerCase();
  const start = file.text.slice(0, START);
  const found = readers.find((it) => it.endings.includes(ending)) ?? readers.find((it) => it.isLike(start));
  if (found) return found;
  throw unclearImportFormat(file.name, known);
}
