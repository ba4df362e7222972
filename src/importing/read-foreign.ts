/**
 * Files of other programs to a graph of theirs, or the problem that keeps them from being read.
 *
 * A new format is one file in `readers/` and one line in the list below.
 */
import { statSync } from 'node:fs';
import { extname } from 'node:path';
import type { Problem } from '../base/problem.ts';
import { SourceFile } from '../base/source-file.ts';
import { readWholeText } from '../loading/reading/read-text-file.ts';
import { type ForeignGraph, type ForeignReader, Malformed } from './foreign-graph.ts';
import { readJson } from './json-items.ts';
import {
  binaryFile,
  compressedFile,
  fileTooLarge,
  unclearImportFormat,
  unknownImportFormat,
  wrongNumberOfFiles,
} from './problems.ts';
import { csv } from './readers/csv.ts';
import { cytoscape } from './readers/cytoscape.ts';
import { followTheMoney } from './readers/follow-the-money.ts';
import { gexf } from './readers/gexf.ts';
import { graphml } from './readers/graphml.ts';
import { jsonLines } from './readers/json-lines.ts';
import { graphology, nodeLink } from './readers/node-link.ts';
import type { Given } from './workbook.ts';

/**
 * Bytes, of all files together. They become a text, and that a graph, which with its facts is six to ten times as
 * large in memory: Node has room for it unasked.
 */
const LARGEST = 200_000_000;

/** Those that are surer of what is theirs come first. */
const readers: readonly ForeignReader[] = [
  jsonLines,
  followTheMoney,
  gexf,
  graphml,
  cytoscape,
  graphology,
  nodeLink,
  csv,
];

const known: readonly string[] = [...readers.map((it) => it.name), 'xlsx'];

/** The reader of that name. Throws `unknown-import-format`. */
function getReader(name: string): ForeignReader {
  // Whatever program a table is for, its headers tell.
  const wanted = name.toLowerCase().replace(/^csv-.*$/, 'csv');
  const found = readers.find((it) => it.name === wanted || it.endings.includes(wanted));
  if (found) return found;
  throw unknownImportFormat(name, known);
}

/** How much of a text is looked at. */
const START = 4096;

/** The reader for a file, by its ending and else by its beginning. Throws `unknown-import-format`. */
function readerFor(file: SourceFile): ForeignReader {
  const ending = extname(file.name).slice(1).toLowerCase();
  const start = file.text.slice(0, START);
  const ended = readers.filter((it) => it.endings.includes(ending));
  const found = ended.length === 1 ? ended[0] : readers.find((it) => it.isLike(start, jsonOf(file)));
  if (found) return found;
  // What is broken is best told of by the reader that it is for.
  if (ending === 'json') return nodeLink;
  throw unclearImportFormat(file.name, known);
}

/** The value of a file that looks like JSON; undefined where it is none. */
function jsonOf(file: SourceFile): unknown {
  if (!/^\s*[[{]/.test(file.text.slice(0, START))) return undefined;
  try {
    return readJson(file, '');
  } catch {
    return undefined;
  }
}

export interface ReadForeign {
  /** Undefined where a file cannot be read or understood; nothing of it is then kept. */
  readonly graph: ForeignGraph | undefined;
  readonly problems: readonly Problem[];
  readonly files: ReadonlyMap<string, SourceFile>;
}

/**
 * Reads the files at these paths, and the texts at hand, in the format of that name or in the one that they look like.
 *
 * Throws `unknown-import-format` or `wrong-number-of-files`; what is wrong within the files is a problem.
 */
export function readForeign(given: readonly Given[], format?: string): ReadForeign {
  const paths = given.filter((it) => typeof it === 'string');
  const read = tooLarge(paths) ?? given.map((it) => (typeof it === 'string' ? readWhole(it) : it));
  const files = read.filter((it) => it instanceof SourceFile);
  const named = new Map(files.map((it) => [it.name, it]));
  const unreadable = read.filter((it): it is Problem => !(it instanceof SourceFile));
  if (unreadable.length > 0) return { graph: undefined, problems: unreadable, files: named };
  return readForeignTexts(files, format, given.length === paths.length);
}

/** The same for texts that are at hand: files, or the sheets of a workbook, of which there may be more. */
function readForeignTexts(files: readonly SourceFile[], format: string | undefined, areFiles: boolean): ReadForeign {
  const named = new Map(files.map((it) => [it.name, it]));
  const [first = new SourceFile('', '')] = files;
  const reader = areFiles ? (format === undefined ? readerFor(first) : getReader(format)) : csv;
  if (areFiles && files.length > reader.files) throw wrongNumberOfFiles(reader.title, reader.files, files.length);
  try {
    return { graph: reader.read(files), problems: [], files: named };
  } catch (error) {
    if (error instanceof Malformed) return { graph: undefined, problems: [error.problem], files: named };
    throw error;
  }
}

/** Told before anything is read. */
function tooLarge(paths: readonly string[]): Problem[] | undefined {
  const size = paths.reduce((sum, it) => sum + sizeOf(it), 0);
  return size > LARGEST ? [fileTooLarge(paths, size, LARGEST)] : undefined;
}

/** Bytes; none where there is no file, of which `readWhole` tells. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** A file as a text. Unlike a file of facts it may be one long line, as programs write them. */
function readWhole(path: string): SourceFile | Problem {
  const file = readWholeText(path, (bytes) => {
    const packed = archives.find(([, start]) => bytes.subarray(0, start.length).equals(Buffer.from(start)));
    return packed && compressedFile(path, packed[0]);
  });
  const nothing = file instanceof SourceFile ? file.text.indexOf('\0') : -1;
  return file instanceof SourceFile && nothing !== -1 ? binaryFile(file.positionAt(nothing)) : file;
}

/** How files begin that are packed. */
const archives: readonly (readonly [string, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 3, 4]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
];
