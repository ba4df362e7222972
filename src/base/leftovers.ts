/**
 * What a process leaves behind that is killed while it writes: files and folders under another name, with its number.
 */
import { readdirSync } from 'node:fs';

/** The names in a folder that are `start`, the number of a process that is no more, and anything else. */
export function leftoversIn(folder: string, start: string): string[] {
  return readdirSync(folder).filter((name) => {
    const id = name.startsWith(start) ? /^\d+/.exec(name.slice(start.length))?.[0] : undefined;
    return id !== undefined && !isAlive(Number(id));
  });
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
