/**
 * The last step of a build: drops what nobody can reach, notes what was compiled, and keeps the shipped facts ready.
 *
 * Facts under edit may be broken. That is printed and stops no build: the commands that find and mend the fault are built.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildMarkFile, packageFolder, snapshotFile } from '../base/shipped-files.ts';
import { openFolder } from '../opening/open-folder.ts';
import { printFailure } from '../server/problems.ts';

const compiled = resolve(import.meta.dirname, '..');
const files = readdirSync(compiled, { recursive: true, encoding: 'utf8' }).map((it) => join(compiled, it));

const known = reachableTypes();
for (const file of files) if (file.endsWith('.d.ts') && !known.has(file)) rmSync(file);

const hash = createHash('sha256');
for (const file of files.filter((it) => it.endsWith('.js')).sort()) hash.update(readFileSync(file));
writeFileSync(buildMarkFile, hash.digest('base64url'));

try {
  await openFolder({ cache: snapshotFile });
} catch (error) {
  process.stderr.write(`${printFailure(error)}\nBuilt all the same, without a graph kept ready.\n`);
}

/** The declarations that a program meets which imports the package: those of its entries, and what these import. */
function reachableTypes(): ReadonlySet<string> {
  const { exports } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { exports: unknown };
  // Wherever among the conditions of an entry they stand.
  const entries = JSON.stringify(exports).matchAll(/"(\.[^"]+\.d\.c?ts)"/g);
  const found = new Set([...entries].map(([, it = '']) => join(packageFolder, it)));
  for (const file of found) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)\.[jt]s['"]/g)) {
      found.add(join(dirname(file), `${name}.d.ts`));
    }
  }
  return found;
}
