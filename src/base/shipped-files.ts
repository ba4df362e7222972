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
export const queriesFolder: string = join(packageFolder, 'queries');
export const schemaFile: string = join(packageFolder, 'schema.graphql');
export const dataFolder: string = join(packageFolder, 'graph-data');

export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version;
}
