/**
 * Text from a file, or from standard input when the name is `-`.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { unreadableInput } from './problems.ts';
import type { Workplace } from './shell.ts';

/** @throws Misuse `unreadable-input` */
export async function readInput(file: string, { terminal, output }: Workplace): Promise<string> {
  if (file === '-') {
    if (terminal.stdin.isTTY) output.note('Reading from the terminal; Ctrl-D ends.');
    return text(terminal.stdin);
  }
  try {
    return await readFile(resolve(terminal.cwd, file), 'utf8');
  } catch (error) {
    throw unreadableInput(file, reasonOf(error as NodeJS.ErrnoException));
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'it may not be read';
  return message;
}
