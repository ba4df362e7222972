/**
 * The folder for whatever is temporary in a run of the tests, and the snapshot of the shipped facts in it.
 *
 * Tests write thousands of small files, which are flushed; where the system has a folder in memory, they lie there.
 */
import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const ENOUGH = 2 ** 30;
const inMemory = '/dev/shm';

/** Where the folders of runs lie. */
export const place: string = existsSync(inMemory) && roomIn(inMemory) > ENOUGH ? inMemory : tmpdir();
/** What their names begin with; the number of the process follows. */
export const START = 'diplograph-tests-';
/** Where `tmpdir()` lies for the tests of this run. */
export const runFolder: string = join(place, `${START}${process.pid}`);
/** The shipped facts, as the built package has them. */
export const snapshot: string = join(runFolder, 'shipped-graph.snapshot');

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
