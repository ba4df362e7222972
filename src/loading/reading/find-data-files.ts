/**
 * The files of a folder of facts, told apart by where they lie.
 *
 * They are sorted by name, so that problems, numbers and answers are the same on every machine.
 */
import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../base/problem.ts';
import {
  circularLink,
  ignoredFile,
  ignoredInOverlay,
  lonelyFile,
  noFacts,
  noFile,
  unreadableFile,
} from './problems.ts';

export interface DataFile {
  readonly kind: 'about' | 'sources' | 'dossier' | 'judgements' | 'expectations';
  readonly path: string;
}

/** A table and the mapping that says what its rows mean. */
export interface TableFile {
  readonly kind: 'table';
  readonly path: string;
  readonly map: string;
}

export interface DataFiles {
  readonly files: readonly (DataFile | TableFile)[];
  readonly problems: readonly Problem[];
}

/** What tables are called. */
export const TABLE: RegExp = /\.csv(?:\.gz)?$/;

/** What the files of a folder of facts are called; what is packed elsewhere than in `tables` may be anything. */
export const FACT_FILE: RegExp = /\.(?:ya?ml|csv)$|^tables\/.*\.csv\.gz$/;

/**
 * Finds `dataset.yaml`, `sources.yaml`, `judgements.yaml`, `expectations.yaml`, `dossiers/**.yaml`, and `tables/**.csv`,
 * which may be packed as `.csv.gz`, with their `.map.yaml`. What the whole graph is called and which rules it has, the first folder says: an overlay is
 * told that nobody reads its own.
 */
export function findDataFiles(folder: string, isOverlay = false): DataFiles {
  const problems: Problem[] = [];
  const files: (DataFile | TableFile)[] = [];
  const found = listFiles(folder, problems);
  const all = new Set(found);
  for (const name of found) {
    const path = join(folder, name);
    if (isOverlay && (name === 'dataset.yaml' || name === 'rules.yaml')) problems.push(ignoredInOverlay(path));
    else if (name === 'dataset.yaml') files.push({ kind: 'about', path });
    else if (name === 'sources.yaml') files.push({ kind: 'sources', path });
    else if (name === 'judgements.yaml') files.push({ kind: 'judgements', path });
    else if (name === 'expectations.yaml') files.push({ kind: 'expectations', path });
    else if (name.startsWith('dossiers/') && name.endsWith('.yaml')) files.push({ kind: 'dossier', path });
    else if (name.startsWith('tables/') && TABLE.test(name)) {
      const map = name.replace(TABLE, '.map.yaml');
      if (all.has(map)) files.push({ kind: 'table', path, map: join(folder, map) });
      else problems.push(lonelyFile(path, join(folder, map), 'says what its rows mean'));
    } else if (name.startsWith('tables/') && name.endsWith('.map.yaml')) {
      const table = name.replace(/\.map\.yaml$/, '.csv');
      if (!all.has(table) && !all.has(`${table}.gz`))
        problems.push(lonelyFile(path, join(folder, table), 'holds its rows'));
    } else if (FACT_FILE.test(name) && name !== 'rules.yaml' && !name.startsWith('patterns/'))
      problems.push(ignoredFile(path));
  }
  if (files.length === 0 && problems.length === 0) problems.push(noFacts(folder));
  return { files, problems };
}

/**
 * Names of all files below a folder, with `/` between their parts, sorted; hidden ones are left out. Links are followed,
 * each folder once. What cannot be read, pipes and devices among it, is added to `problems`.
 */
export function listFiles(folder: string, problems: Problem[]): string[] {
  return filesBelow(folder, '', new Set(), problems);
}

/** `around` are the folders that one is in, by their real names: a link to one of them would lead in a circle. */
function filesBelow(folder: string, below: string, around: ReadonlySet<string>, problems: Problem[]): string[] {
  const path = join(folder, below);
  try {
    const real = realpathSync(path);
    if (around.has(real)) {
      problems.push(circularLink(path));
      return [];
    }
    const within = new Set([...around, real]);
    return readdirSync(path, { withFileTypes: true })
      .filter((it) => !it.name.startsWith('.'))
      .flatMap((it) => {
        const name = below === '' ? it.name : `${below}/${it.name}`;
        const found = it.isSymbolicLink() ? targetOf(join(folder, name)) : it;
        if (found instanceof Error) {
          if (isOfFacts(name)) problems.push(unreadableFile(join(folder, name), found));
          return [];
        }
        if (found.isDirectory()) return filesBelow(folder, name, within, problems);
        if (found.isFile()) return [name];
        if (isOfFacts(name)) problems.push(noFile(join(folder, name)));
        return [];
      })
      .sort();
  } catch (error) {
    problems.push(unreadableFile(path, error));
    return [];
  }
}

/** Whether a name is one that facts have; others may lie about as they like. */
const isOfFacts = (name: string): boolean => /^(?:dossiers|tables)(?:\/|$)/.test(name) || FACT_FILE.test(name);

function targetOf(path: string): Stats | Error {
  try {
    return statSync(path);
  } catch (error) {
    return error as Error;
  }
}
