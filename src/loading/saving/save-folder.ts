/**
 * A folder of facts put in its place whole, or not at all.
 *
 * Everything is written beside the folder under another name and flushed to disk; then the two change names. Whatever
 * fails before that leaves the folder as it was, and no reader ever sees half of it.
 */
import { cp, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { folderHasFacts, notAFolder } from '../problems.ts';

/** What a folder of facts is made of; everything else in a folder is kept when facts are replaced. */
const factNames: ReadonlySet<string> = new Set(['sources.yaml', 'judgements.yaml', 'rules.yaml', 'dossiers', 'tables']);

/**
 * Writes the folder; `texts` by their paths below it. A folder that has facts already is left alone unless `replace`
 * is true: its facts are then gone, and its other files stay.
 *
 * Throws `folder-has-facts` or `not-a-folder`, and what the file system says.
 */
export async function saveFolder(folder: string, texts: ReadonlyMap<string, string>, replace: boolean): Promise<void> {
  const target = resolve(folder);
  const present = await namesIn(target, folder);
  const facts = present?.filter((it) => factNames.has(it)) ?? [];
  if (facts.length > 0 && !replace) throw folderHasFacts(folder, facts);
  await mkdir(dirname(target), { recursive: true });
  const fresh = await mkdtemp(join(dirname(target), `.${basename(target)}-saving-`));
  try {
    for (const [path, text] of texts) await writeFlushed(join(fresh, path), text);
    for (const name of present ?? []) {
      if (factNames.has(name)) continue;
      await cp(join(target, name), join(fresh, name), { recursive: true, verbatimSymlinks: true });
    }
    await putInPlace(fresh, target, present !== undefined);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** The names in a folder; undefined when there is none. */
async function namesIn(target: string, folder: string): Promise<string[] | undefined> {
  try {
    if (!(await stat(target)).isDirectory()) throw notAFolder(folder);
    return await readdir(target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeFlushed(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Two renames: between them the old folder is under another name, and comes back if the second fails. */
async function putInPlace(fresh: string, target: string, exists: boolean): Promise<void> {
  if (!exists) return rename(fresh, target);
  const old = `${fresh}-old`;
  await rename(target, old);
  try {
    await rename(fresh, target);
  } catch (error) {
    await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
