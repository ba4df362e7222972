/**
 * What a graph was made of, as one short text: equal keys promise equal graphs.
 *
 * The key is the hash of the schema, of every file that could hold facts or rules, and of the program that reads them.
 * Times of files say less and lie at times: a checkout, a copy or a clock that was set changes them, and an edit within
 * one tick does not.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../base/problem.ts';
import { buildMark, packageVersion } from '../base/shipped-files.ts';
import type { GraphDataPlace } from '../loading/load-graph-data.ts';
import { FACT_FILE, listFiles } from '../loading/reading/find-data-files.ts';
import { rawBytesOf } from '../loading/reading/table-text.ts';

/** The key of a schema and a folder of facts, wherever they lie; undefined when one of them cannot be read. */
export function folderKey({ schema, data, overlays = [] }: GraphDataPlace): string | undefined {
  const hash = createHash('sha256');
  const add = (name: string, path: string): void => {
    hash.update(`${JSON.stringify([name, statSync(path).size])}\n`);
    for (const bytes of rawBytesOf(path)) hash.update(bytes);
  };
  const unreadable: Problem[] = [];
  const names = [data, ...overlays].map((folder) => ({
    folder,
    files: listFiles(folder, unreadable).filter((it) => FACT_FILE.test(it)),
  }));
  if (unreadable.length > 0) return undefined;
  hash.update(`${packageVersion()} ${buildMark()}\n`);
  try {
    add('schema', schema);
    for (const [i, { folder, files }] of names.entries()) {
      for (const name of files) add(`data${i === 0 ? '' : i}/${name}`, join(folder, name));
    }
  } catch {
    return undefined;
  }
  return hash.digest('base64url');
}
