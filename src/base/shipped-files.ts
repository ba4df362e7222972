/**
 * What the package ships beside its code.
 *
 * The same two steps up lead to the root from `src/base/` and from `dist/base/`.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageFolder: string = fileURLToPath(new URL('../../', import.meta.url));
export const ideFolder: string = join(packageFolder, 'ide', 'dist');
export const queriesFolder: string = join(packageFolder, 'queries');
export const schemaFile: string = join(packageFolder, 'schema.graphql');
export const dataFolder: string = join(packageFolder, 'graph-data');

/** The shipped facts as a snapshot. It lies with the compiled code, and nowhere while the sources are run. */
export const snapshotFile: string = fileURLToPath(new URL('../shipped-graph.snapshot', import.meta.url));

export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Tells one compilation of the code from another; empty while the sources are run. */
export function buildMark(): string {
  try {
    const notes = readFileSync(new URL('../.tsbuildinfo', import.meta.url));
    return createHash('sha256').update(notes).digest('base64url');
  } catch {
    return '';
  }
}
