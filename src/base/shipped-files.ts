/**
 * What the package ships beside its code.
 *
 * The same two steps up lead to the root from `src/base/` and from `dist/base/`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageFolder: string = fileURLToPath(new URL('../../', import.meta.url));
export const ideFolder: string = join(packageFolder, 'ide', 'dist');
export const explorerFolder: string = join(packageFolder, 'explorer', 'dist');
export const queriesFolder: string = join(packageFolder, 'queries');
export const schemaFile: string = join(packageFolder, 'schema.graphql');
export const dataFolder: string = join(packageFolder, 'graph-data');

/** The shipped facts as a snapshot. It lies with the compiled code, and nowhere while the sources are run. */
export const snapshotFile: string = fileURLToPath(new URL('../shipped-graph.snapshot', import.meta.url));

export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Where the build notes what it compiled. */
export const buildMarkFile: string = fileURLToPath(new URL('../build-mark', import.meta.url));

/** Tells one compilation of the code from another; empty while the sources are run. */
export function buildMark(): string {
  try {
    return readFileSync(buildMarkFile, 'utf8');
  } catch {
    return '';
  }
}
