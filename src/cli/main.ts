#!/usr/bin/env node
/**
 * The executable. The exit code is set, not forced, so that what was written into a pipe still arrives.
 */
import { runProgram } from './run-program.ts';
import { processTerminal } from './terminal.ts';

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await runProgram(process.argv.slice(2), processTerminal);
