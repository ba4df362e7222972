/**
 * A file written whole or not at all: under another name beside it, which then becomes its own.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { unwritableFile } from './problems.ts';

/** @throws Misuse `unwritable-file` */
export async function writeWhole(file: string, text: string, cwd: string): Promise<void> {
  const path = resolve(cwd, file);
  const fresh = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(fresh, text, { flag: 'wx' });
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw unwritableFile(file, (error as Error).message);
  }
}
