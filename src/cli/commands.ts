/**
 * The commands, in the order that help lists them. A new command is one file and one line here.
 */
import type { Command } from 'commander';
import { addAround } from './commands/around.ts';
import { addCheck } from './commands/check.ts';
import { addConflicts } from './commands/conflicts.ts';
import { addExport } from './commands/export.ts';
import { addFind } from './commands/find.ts';
import { addImport } from './commands/import.ts';
import { addPath } from './commands/path.ts';
import { addQuery } from './commands/query.ts';
import { addRetract } from './commands/retract.ts';
import { addSchema } from './commands/schema.ts';
import { addServe } from './commands/serve.ts';
import { addStats } from './commands/stats.ts';
import { addTimeline } from './commands/timeline.ts';
import { addTypes } from './commands/types.ts';
import { addWhy } from './commands/why.ts';
import type { Shell } from './shell.ts';

export const commands: readonly ((program: Command, shell: Shell) => void)[] = [
  addServe,
  addQuery,
  addFind,
  addPath,
  addExport,
  addImport,
  addAround,
  addTimeline,
  addWhy,
  addConflicts,
  addRetract,
  addStats,
  addCheck,
  addTypes,
  addSchema,
];
