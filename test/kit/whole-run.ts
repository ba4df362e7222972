/**
 * What is made once for a run of the tests, and gone after it: its folder. The snapshot of the shipped facts stays.
 *
 * Commands and examples read the snapshot, and not the texts each time anew. That it is the graph of the texts is what
 * `test/opening/open-folder.test.ts` holds.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { leftoversIn } from '../../src/base/leftovers.ts';
import { snapshotFile } from '../../src/base/shipped-files.ts';
import { openFolder } from '../../src/opening/open-folder.ts';
import { place, runFolder, START, snapshot, snapshots } from './run-folder.ts';

/** Snapshots of other states of the code, such as those of a branch, that stay. */
const KEPT = 3;

/** Before all tests. In a run of some files alone, whoever first opens what is shipped makes the snapshot. */
export async function setup({ vitest }: { vitest: { filenamePattern?: string[] } }): Promise<void> {
  for (const name of leftoversIn(place, START)) rmSync(join(place, name), { recursive: true, force: true });
  for (const folder of [runFolder, snapshots]) mkdirSync(folder, { recursive: true });
  const changed = (name: string): number => statSync(join(snapshots, name)).mtimeMs;
  const others = readdirSync(snapshots).filter((it) => join(snapshots, it) !== snapshot);
  for (const name of others.sort((a, b) => changed(b) - changed(a)).slice(KEPT)) rmSync(join(snapshots, name));
  if (snapshotFile !== snapshot) throw new Error('The sources look for the snapshot elsewhere.');
  if (!vitest.filenamePattern?.length) await openFolder({ cache: snapshot });
}

/** After all tests. */
export const teardown = (): void => rmSync(runFolder, { recursive: true, force: true });
