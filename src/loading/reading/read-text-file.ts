/**
 * A file of facts as text, or the reason why it is none.
 *
 * Binary files, wrong encodings and minified dumps are told apart from data here, before a reader stumbles over them.
 */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Problem } from '../../base/problem.ts';
import { SourceFile } from '../../base/source-file.ts';
import { lineTooLong, noFile, unreadableFile, wrongEncoding } from './problems.ts';

/** Longest line, in characters, that a file of facts may have. */
export const LONGEST_LINE = 1_000_000;

/** The most bytes that a packed file may have once it is unpacked: some kilobytes can be made to hold gigabytes. */
const MOST_UNPACKED = 256 * 1024 * 1024;

/** What a shell gives a program to read, which ends when the shell says so. */
const GIVEN = /^\/dev\/(?:stdin|fd\/\d+)$|^\/proc\/self\/fd\//;

/** Reads a text file, packed with gzip where its name ends in `.gz`; `path` is kept as its name, as the person gave it. */
export function readTextFile(path: string): SourceFile | Problem {
  const file = readWholeText(path);
  const long = file instanceof SourceFile ? findLongLine(file.text) : undefined;
  if (!(file instanceof SourceFile) || long === undefined) return file;
  return lineTooLong(file.positionAt(long.start), long.length, LONGEST_LINE);
}

/** The same for a file of any form, which may be one long line; `refuse` looks at its bytes first. */
export function readWholeText(path: string, refuse?: (bytes: Buffer) => Problem | undefined): SourceFile | Problem {
  try {
    const kind = statSync(path);
    if (!kind.isFile() && !kind.isDirectory() && !GIVEN.test(path)) return noFile(path);
    const found = readFileSync(path);
    const refused = refuse?.(found);
    if (refused) return refused;
    const bytes = path.endsWith('.gz') ? gunzipSync(found, { maxOutputLength: MOST_UNPACKED }) : found;
    return isUtf8(bytes) ? new SourceFile(path, withLineEnds(bytes.toString('utf8'))) : wrongEncoding(path);
  } catch (error) {
    // Also where it is longer than any string can be: about 512 MB.
    return unreadableFile(path, error);
  }
}

/** Without the mark at its beginning; lines that end as on old Macs, in a return alone, end as others do. */
function withLineEnds(text: string): string {
  const start = text.startsWith('\ufeff') ? text.slice(1) : text;
  return start.includes('\r') && !start.includes('\n') ? start.replaceAll('\r', '\n') : start;
}

/** A line that is longer than one may be. */
export function findLongLine(text: string): { start: number; length: number } | undefined {
  if (text.length <= LONGEST_LINE) return undefined;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end - start > LONGEST_LINE) return { start, length: end - start };
    start = end + 1;
  }
  return undefined;
}
