/**
 * What is made once for a run of the tests, and gone after it: its folder, and in it the shipped facts as a snapshot.
 *
 * Commands and examples read the snapshot, and not the texts each time anew. That it is the graph of the texts is what
 * `test/opening/open-folder.test.ts` holds.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { leftoversIn } from '../../src/base/leftovers.ts';
import { snapshotFile } from '../../src/base/shipped-files.ts';
import { openFolder } from '../../src/opening/open-folder.ts';
import { place, runFolder, START, snapshot } from './run-folder.ts';

/** Before all tests. A run of a file or two makes no snapshot, for that takes longer than they do. */
export async function setup({ vitest }: { vitest: { filenamePattern?: string[] } }): Promise<void> {
  for (const name of leftoversIn(place, START)) rmSync(join(place, name), { recursive: true, force: true });
  mkdirSync(runFolder, { recursive: true });
  if (vitest.filenamePattern !== undefined && vitest.filenamePattern.length < 3) return;
  if (snapshotFile !== snapshot) throw new Error('The sources look for the snapshot elsewhere.');
  await openFolder({ cache: snapshot });
}

/** After all tests. */
export const teardown = (): void => rmSync(runFolder, { recursive: true, force: true });
