/**
 * What a process leaves behind that is killed while it writes: files and folders under another name, with its number.
 *
 * A number may be another process's by now, or one's own: in a container every program may be the same. So what is older
 * than this process and has its number, and what nobody has touched for a day, is left too.
 */
import { closeSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DAY = 86_400_000;

/** The names in a folder that are `start`, the number of a process that is no more, and anything else. */
export function leftoversIn(folder: string, start: string): string[] {
  return readdirSync(folder).filter((name) => {
    const id = name.startsWith(start) ? /^\d+/.exec(name.slice(start.length))?.[0] : undefined;
    return id !== undefined && isLeft(Number(id), join(folder, name));
  });
}

function isLeft(id: number, path: string): boolean {
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return false;
  const age = Date.now() - changed;
  return age > DAY || (id === process.pid ? age > process.uptime() * 1000 : !isAlive(id));
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Brings the names in a folder to the disk, as after a rename. Some systems cannot flush a folder, and need not. */
export function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // What was written stands all the same.
  }
}
