/**
 * The folder for whatever is temporary in a run of the tests, and where the shipped facts lie as a snapshot.
 *
 * Tests write thousands of small files, which are flushed; where the system has a folder in memory, they lie there. The
 * snapshot stays from one run to the next while the code that makes it is the same.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const ENOUGH = 2 ** 30;
const inMemory = '/dev/shm';
const root = resolve(import.meta.dirname, '../..');

/** Where the folders of runs lie. */
export const place: string = existsSync(inMemory) && roomIn(inMemory) > ENOUGH ? inMemory : tmpdir();
/** What their names begin with; the number of the process follows. */
export const START = 'diplograph-tests-';
/** Where `tmpdir()` lies for the tests of this run. */
export const runFolder: string = join(place, `${START}${process.pid}`);
/** Where snapshots of the shipped facts stay. */
export const snapshots: string = join(root, 'node_modules/.cache/diplograph-tests');
/** The shipped facts, as the built package has them. */
export const snapshot: string = join(snapshots, `${hashOfReaders()}.snapshot`);

function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** One text for all the code that a snapshot depends on, beside the facts themselves: these are part of its key. */
function hashOfReaders(): string {
  const hash = createHash('sha256');
  for (const part of ['base', 'ontology', 'facts', 'store', 'filters', 'views', 'rules', 'loading', 'opening']) {
    const files = readdirSync(join(root, 'src', part), { recursive: true, encoding: 'utf8' }).filter((it) =>
      it.endsWith('.ts'),
    );
    for (const file of files.sort())
      hash.update(`${part}/${file}\n`).update(readFileSync(join(root, 'src', part, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Changes a source on its way into the tests. Throws where it has not what is to be changed. */
function changed(code: string, what: RegExp, to: string): string {
  if (!what.test(code)) throw new Error(`The sources have no ${what}, which the tests replace.`);
  return code.replace(what, to);
}

/**
 * Lets the sources find the snapshot, as the compiled code finds its own, and has a folder of facts that several tests open
 * opened once (`opened-once.ts`).
 */
export const sharedFacts: Plugin = {
  name: 'shared-facts',
  transform(code, id) {
    if (id.endsWith('/src/base/shipped-files.ts'))
      return changed(code, /(?<=snapshotFile\b.*= )placeOf\(.*?\)/, JSON.stringify(snapshot));
    if (!id.endsWith('/src/opening/open-folder.ts')) return undefined;
    const once = join(import.meta.dirname, 'opened-once.ts');
    return `import { openedOnce } from ${JSON.stringify(once)};\n${changed(code, /export async function openFolder\(/, 'async function openFolderAnew(')}
      export const openFolder = openedOnce(openFolderAnew, folderPlace);`;
  },
};
