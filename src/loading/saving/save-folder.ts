/**
 * A folder of facts put in its place whole, or not at all.
 *
 * Everything is written beside the folder under another name and flushed to disk; then the two change names. Whatever
 * fails before that leaves the folder as it was, no reader ever sees half of it, and what is not of facts stays. What a
 * process left that was killed meanwhile is cleared by the next one.
 */
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { KnowledgeError } from '../../base/knowledge-error.ts';
import { flushFolder, leftoversIn } from '../../base/leftovers.ts';
import { folderHasFacts, folderOfOthers, notAFolder, notSaved } from '../problems.ts';

/** What lies at the top of a folder of facts and is replaced. */
const factFiles: ReadonlySet<string> = new Set(['sources.yaml', 'judgements.yaml', 'rules.yaml']);
/** Folders of facts, and which of their files these are. */
const factFolders: ReadonlyMap<string, RegExp> = new Map([
  ['dossiers', /\.yaml$/],
  ['tables', /\.(?:csv(?:\.gz)?|map\.yaml)$/],
]);
/** What lies beside facts, and makes no folder one of another kind. */
const BESIDE_FACTS = /^\.|\.(?:md|txt)$|^(?:dataset|expectations)\.yaml$|^(?:licen[cs]e|readme|changelog)$/i;

/**
 * Writes the folder; `texts` by their paths below it. A folder that has facts already is left alone unless `replace`
 * is true: its facts are then gone, and its other files stay.
 *
 * Throws `folder-has-facts`, `folder-of-others` where it holds something else than facts, `not-a-folder`, and
 * `not-saved` with what the file system says.
 */
export async function saveFolder(folder: string, texts: ReadonlyMap<string, string>, replace: boolean): Promise<void> {
  try {
    await save(folder, texts, replace);
  } catch (error) {
    throw error instanceof KnowledgeError ? error : notSaved(folder, error);
  }
}

async function save(folder: string, texts: ReadonlyMap<string, string>, replace: boolean): Promise<void> {
  // A link to a folder stays a link.
  const target = await realpath(folder).catch(() => resolve(folder));
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  await clearLeftovers(target);
  const mode = await modeOf(target, folder);
  const present = mode === undefined ? [] : await readdir(target);
  const facts = present.filter((it) => factFiles.has(it) || factFolders.has(it));
  if (facts.length > 0 && !replace) throw folderHasFacts(folder, facts);
  const others = present.filter((it) => !BESIDE_FACTS.test(it));
  if (facts.length === 0 && others.length > 0) throw folderOfOthers(folder, others);
  const fresh = await mkdtemp(join(parent, `${leftoverName(target)}${process.pid}-`));
  try {
    for (const [path, text] of texts) await writeFlushed(join(fresh, path), text);
    for (const name of present) if (!factFiles.has(name)) await copyOthers(target, fresh, name);
    if (mode !== undefined) await chmod(fresh, mode);
    for (const it of await foldersIn(fresh)) flushFolder(it);
    await putInPlace(fresh, target, mode !== undefined);
    flushFolder(parent);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** The mode of a folder; undefined when there is none. */
async function modeOf(target: string, folder: string): Promise<number | undefined> {
  try {
    const found = await stat(target);
    if (!found.isDirectory()) throw notAFolder(folder);
    return found.mode & 0o7777;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Copies what is not of facts: of a folder of facts, the files that nothing reads. */
async function copyOthers(target: string, fresh: string, name: string): Promise<void> {
  const isFact = factFolders.get(name);
  const copy = (path: string): Promise<void> =>
    cp(join(target, path), join(fresh, path), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  if (!isFact || !(await stat(join(target, name))).isDirectory()) {
    await copy(name);
    return;
  }
  const found = await readdir(join(target, name), { recursive: true, withFileTypes: true });
  for (const it of found) {
    const path = join(it.parentPath, it.name).slice(target.length + 1);
    if (!it.isDirectory() && !isFact.test(it.name)) await copy(path);
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

async function foldersIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return [folder, ...found.filter((it) => it.isDirectory()).map((it) => join(it.parentPath, it.name))];
}

/** Two renames: between them the old folder is under another name, and comes back if the second fails. */
async function putInPlace(fresh: string, target: string, exists: boolean): Promise<void> {
  if (!exists) return rename(fresh, target);
  const old = `${fresh}${OLD}`;
  await rename(target, old);
  try {
    await rename(fresh, target);
  } catch (error) {
    await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

const OLD = '-old';
const leftoverName = (target: string): string => `.${basename(target)}-saving-`;

/** Clears what processes left that are no more; a folder that had just lost its name gets it back. */
async function clearLeftovers(target: string): Promise<void> {
  const [parent, start] = [dirname(target), leftoverName(target)];
  for (const name of leftoversIn(parent, start)) {
    const isMissing = !existsSync(target);
    if (name.endsWith(OLD) && isMissing) await rename(join(parent, name), target);
    else await rm(join(parent, name), { recursive: true, force: true });
  }
}
