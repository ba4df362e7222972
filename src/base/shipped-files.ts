/**
 * What the package ships beside its code.
 *
 * The same two steps up lead to the root from `src/base/` and from `dist/base/`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { KnowledgeError } from './knowledge-error.ts';

/** Where the code is. A bundle for CommonJS does not know its own address; it is taken to be the program that was started. */
export const here: string | URL = import.meta.url ?? pathToFileURL(process.argv[1] ?? '.');
const placeOf = (path: string): string => fileURLToPath(new URL(path, here));

/** What a folder must have to be taken for that of the package, and what is copied beside a bundle. */
const SHIPPED = ['schema.graphql', 'query.graphql', 'graph-data'];
const isPackage = (folder: string): boolean => SHIPPED.every((it) => existsSync(join(folder, it)));

export const packageFolder: string = ['../../', './'].map(placeOf).find(isPackage) ?? placeOf('../../');
export const ideFolder: string = join(packageFolder, 'ide', 'dist');
export const explorerFolder: string = join(packageFolder, 'explorer', 'dist');
export const queriesFolder: string = join(packageFolder, 'queries');
/** Folders of more facts, which are opened when they are asked for. */
export const packsFolder: string = join(packageFolder, 'packs');
/** What `diplograph init` copies. */
export const starterFolder: string = join(packageFolder, 'starter');
export const schemaFile: string = join(packageFolder, 'schema.graphql');
export const queryFile: string = join(packageFolder, 'query.graphql');
export const patternsFolder: string = join(packageFolder, 'graph-data', 'patterns');
export const dataFolder: string = join(packageFolder, 'graph-data');

/** The shipped facts as a snapshot. It lies with the compiled code, and nowhere while the sources are run. */
export const snapshotFile: string = placeOf('../shipped-graph.snapshot');

/** Throws `no-shipped-files` where they are not beside the code, as in a bundle; `file` is the one that is needed. */
export function checkShipped(file: string): void {
  if (existsSync(file)) return;
  throw new KnowledgeError(
    'no-shipped-files',
    `What the package ships is not here: "${file}". In a bundle, copy ${SHIPPED.join(', ')} beside it or leave the package out of it; or give a schema and data of your own.`,
  );
}

export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Where the build notes what it compiled. */
export const buildMarkFile: string = placeOf('../build-mark');

/** Tells one compilation of the code from another; empty while the sources are run. */
export function buildMark(): string {
  try {
    return readFileSync(buildMarkFile, 'utf8');
  } catch {
    return '';
  }
}
