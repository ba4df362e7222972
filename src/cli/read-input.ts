/**
 * What a command is given to read: a file that was named, or standard input.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readFault, unreadableInput } from './problems.ts';
import type { Workplace } from './shell.ts';

/** The bytes of a file. Throws `unreadable-input`. */
export async function readNamedFile(name: string, { terminal }: Pick<Workplace, 'terminal'>): Promise<Buffer> {
  try {
    return await readFile(resolve(terminal.cwd, name));
  } catch (error) {
    throw unreadableInput(name, readFault(error as NodeJS.ErrnoException));
  }
}

/** The same, or of standard input where the name is `-`. */
export async function readInput(name: string, workplace: Pick<Workplace, 'terminal' | 'output'>): Promise<Buffer> {
  const { terminal, output } = workplace;
  if (name !== '-') return readNamedFile(name, workplace);
  if (terminal.stdin.isTTY) output.note('Reading from the terminal; Ctrl-D ends.');
  return buffer(terminal.stdin);
}
