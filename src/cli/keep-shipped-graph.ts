/**
 * The last step of a build: notes what was compiled, and keeps the shipped facts ready to be opened beside it.
 *
 * Facts under edit may be broken. That is told and stops no build: the commands that find and mend the fault are built.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMarkFile, snapshotFile } from '../base/shipped-files.ts';
import { openFolder } from '../opening/open-folder.ts';
import { printFailure } from '../server/problems.ts';

const compiled = join(import.meta.dirname, '..');
const hash = createHash('sha256');
const files = readdirSync(compiled, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.js'));
for (const file of files.sort()) hash.update(readFileSync(join(compiled, file)));
writeFileSync(buildMarkFile, hash.digest('base64url'));

try {
  await openFolder({ cache: snapshotFile });
} catch (error) {
  process.stderr.write(`${printFailure(error)}\nBuilt all the same, without a graph kept ready.\n`);
}
