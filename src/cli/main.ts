#!/usr/bin/env node
/**
 * The executable. The exit code is set, not forced, so that what was written into a pipe still arrives.
 */
import { cutShort } from './problems.ts';
import { runProgram } from './run-program.ts';
import { processTerminal } from './terminal.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no failure.
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`${cutShort(error)}\n`);
  process.exit(1);
});

process.exitCode = await runProgram(process.argv.slice(2), processTerminal);
