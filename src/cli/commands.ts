/**
 * The commands, in the order that help lists them. A new command is one file and one line here.
 */
import type { Command } from 'commander';
import { addCheck } from './commands/check.ts';
import { addFind } from './commands/find.ts';
import { addPath } from './commands/path.ts';
import { addQuery } from './commands/query.ts';
import { addServe } from './commands/serve.ts';
import { addStats } from './commands/stats.ts';
import type { Shell } from './shell.ts';

export const commands: readonly ((program: Command, shell: Shell) => void)[] = [
  addServe,
  addQuery,
  addFind,
  addPath,
  addStats,
  addCheck,
];
