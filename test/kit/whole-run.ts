/**
 * What is made once for a run of the tests, and gone after it: the folder for whatever is temporary, and the shipped facts
 * as a snapshot.
 *
 * Tests write thousands of small files, which are flushed; where the system has a folder in memory, they lie there. The
 * snapshot is what the built package has: commands and examples read it, and not the texts each time anew. That it is the
 * graph of the texts is what `test/opening/open-folder.test.ts` holds.
 */
import { existsSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { leftoversIn } from '../../src/base/leftovers.ts';

const ENOUGH = 2 ** 30;
const inMemory = '/dev/shm';
const place = existsSync(inMemory) && roomIn(inMemory) > ENOUGH ? inMemory : tmpdir();
const START = 'diplograph-tests-';

/** Where `tmpdir()` lies for the tests. */
export const temporary: string = join(place, `${START}${process.pid}`);
const snapshot = join(temporary, 'shipped-graph.snapshot');

function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Lets the sources find the snapshot, as the compiled code finds its own. */
export const shippedSnapshot: Plugin = {
  name: 'shipped-snapshot',
  transform: (code, id) =>
    id.endsWith('/src/base/shipped-files.ts')
      ? code.replace(/(?<=snapshotFile\b.*= )placeOf\(.*?\)/, JSON.stringify(snapshot))
      : undefined,
};

/** Before all tests. A run that names its files makes no snapshot, for that takes longer than a few files do. */
export async function setup({ vitest }: { vitest: { filenamePattern?: string[] } }): Promise<void> {
  for (const name of leftoversIn(place, START)) rmSync(join(place, name), { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  if (vitest.filenamePattern !== undefined) return;
  const { snapshotFile } = await import('../../src/base/shipped-files.ts');
  if (snapshotFile !== snapshot) throw new Error('The sources look for the snapshot elsewhere.');
  const { openFolder } = await import('../../src/opening/open-folder.ts');
  await openFolder({ cache: snapshot });
}

/** After all tests. */
export const teardown = (): void => rmSync(temporary, { recursive: true, force: true });
