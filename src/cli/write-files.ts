/**
 * Files written whole or not at all: to a name beside the wanted one, which takes its place when all is written.
 *
 * A full disk, a signal or a fault in the middle leaves the old file as it was, and nothing beside it; what is left when a
 * process is killed, the next one clears. What is no file, such as a pipe with a name, cannot be replaced and is written as
 * it is.
 */
import type { Stats } from 'node:fs';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { flushFolder, leftoversIn } from '../base/leftovers.ts';
import { cannotWrite, writeFault } from './problems.ts';
import type { Terminal } from './terminal.ts';

export interface FileToWrite {
  readonly path: string;
  /** Pieces of the content, made as they are written. */
  readonly pieces: Iterable<string | Uint8Array>;
}

/**
 * Writes all of the files, or none of them.
 * @throws KnowledgeError `cannot-write`
 */
export async function writeFiles(files: readonly FileToWrite[], { signals, exit }: Terminal): Promise<void> {
  const places: Place[] = [];
  const clear = (): Promise<unknown> => Promise.all(places.map(({ beside }) => beside && rm(beside, { force: true })));
  for (const signal of ['SIGINT', 'SIGTERM']) signals.on(signal, () => void clear().then(() => exit(130)));
  try {
    for (const { path, pieces } of files) {
      const place = await failingAt(path, () => placeOf(path));
      places.push(place);
      await writePieces(place, pieces, path);
    }
    for (const { beside, target } of places) if (beside) await failingAt(target, () => rename(beside, target));
    for (const folder of new Set(places.map((it) => dirname(it.target)))) flushFolder(folder);
  } finally {
    await clear();
  }
}

/** Writes one text, to a file that is named from where the terminal is. */
export const writeText = (file: string, text: string, terminal: Terminal): Promise<void> =>
  writeFiles([{ path: resolve(terminal.cwd, file), pieces: [text] }], terminal);

interface Place {
  /** The file itself, behind all links. */
  readonly target: string;
  /** Where it is written first; absent for what cannot be replaced. */
  readonly beside: string | undefined;
  readonly mode: number;
}

async function placeOf(path: string): Promise<Place> {
  const old: Stats | undefined = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!old) return { target: path, beside: await nameBeside(path), mode: 0o666 };
  const target = await realpath(path);
  // A folder is left to fail when it is opened.
  return { target, beside: old.isFile() ? await nameBeside(target) : undefined, mode: old.mode & 0o777 };
}

/** The name to write to first; what killed processes left of such names is gone then. */
async function nameBeside(path: string): Promise<string> {
  const [folder, start] = [dirname(path), `.${basename(path)}.`];
  for (const it of leftoversIn(folder, start)) if (it.endsWith('.tmp')) await rm(join(folder, it), { force: true });
  return join(folder, `${start}${process.pid}.tmp`);
}

async function writePieces(
  { target, beside, mode }: Place,
  pieces: FileToWrite['pieces'],
  path: string,
): Promise<void> {
  const file = await failingAt(path, () => (beside ? open(beside, 'wx', mode) : open(target, 'w')));
  try {
    for (const piece of pieces) await failingAt(path, () => file.writeFile(piece));
    // A pipe has nothing to flush.
    if (beside) await failingAt(path, () => file.sync());
  } finally {
    await file.close();
  }
}

/** Turns what the system says into a sentence; faults in making the content go on as they are. */
async function failingAt<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw cannotWrite(path, writeFault(error as NodeJS.ErrnoException));
  }
}
