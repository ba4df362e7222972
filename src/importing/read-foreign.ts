/**
 * Files of other programs to a graph of theirs, or the problem that keeps them from being read.
 */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { Problem } from '../base/problem.ts';
import { SourceFile } from '../base/source-file.ts';
import { unreadableFile, wrongEncoding } from '../loading/problems.ts';
import { type ForeignGraph, Malformed } from './foreign-graph.ts';
import { fileTooLarge, wrongNumberOfFiles } from './problems.ts';
import { getReader, readerFor } from './readers.ts';

/** Bytes. A file becomes a text, and that a graph, which is five to ten times as large in memory. */
const LARGEST_FILE = 100_000_000;

export interface ReadForeign {
  /** Undefined where a file cannot be read or understood; nothing of it is then kept. */
  readonly graph: ForeignGraph | undefined;
  readonly problems: readonly Problem[];
  readonly files: ReadonlyMap<string, SourceFile>;
}

/**
 * Reads the files at these paths, in the format of that name or in the one that they look like.
 *
 * Throws `unknown-import-format` or `wrong-number-of-files`; what is wrong within the files is a problem.
 */
export function readForeign(paths: readonly string[], format?: string): ReadForeign {
  const read = paths.map(readWhole);
  const files = read.filter((it) => it instanceof SourceFile);
  const named = new Map(files.map((it) => [it.name, it]));
  const unreadable = read.filter((it): it is Problem => !(it instanceof SourceFile));
  if (unreadable.length > 0) return { graph: undefined, problems: unreadable, files: named };
  return readForeignTexts(files, format);
}

/** The same for texts that are at hand. */
function readForeignTexts(files: readonly SourceFile[], format?: string): ReadForeign {
  const named = new Map(files.map((it) => [it.name, it]));
  const [first = new SourceFile('', '')] = files;
  const reader = format === undefined ? readerFor(first) : getReader(format);
  if (files.length !== reader.files) throw wrongNumberOfFiles(reader.title, reader.files, files.length);
  try {
    return { graph: reader.read(files), problems: [], files: named };
  } catch (error) {
    if (error instanceof Malformed) return { graph: undefined, problems: [error.problem], files: named };
    throw error;
  }
}

/** A file as a text. Unlike a file of facts it may be one long line, as programs write them. */
function readWhole(path: string): SourceFile | Problem {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE) return fileTooLarge(path, size, LARGEST_FILE);
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) return wrongEncoding(path);
    const text = bytes.toString('utf8');
    return new SourceFile(path, text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    return unreadableFile(path, error);
  }
}
