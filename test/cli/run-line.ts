/**
 * A terminal in memory, and a command line run in it: as fast as a function call, as honest as a process.
 */
import { EventEmitter } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { runProgram } from '../../src/cli/run-program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

interface CapturedTerminal extends Terminal {
  written(stream: 'stdout' | 'stderr'): string;
}

export interface Surroundings {
  /** What is on standard input. */
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Where signals come from, for what runs until one ends it. */
  readonly signals?: EventEmitter;
}

function capturedTerminal({
  stdin = '',
  env = {},
  cwd = process.cwd(),
  signals = new EventEmitter(),
}: Surroundings = {}): CapturedTerminal {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written): Writable =>
    new Writable({
      decodeStrings: false,
      write: (text: string, _encoding, done) => {
        written[name] += text;
        done();
      },
    });
  return {
    stdin: Readable.from([stdin]),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env,
    cwd,
    signals,
    exit: () => {},
    written: (name) => written[name],
  };
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** @example await runLine(['find', 'Spolaric'], { cwd: folder }) */
export async function runLine(line: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const terminal = capturedTerminal(surroundings);
  const code = await runProgram(line, terminal);
  return { code, stdout: terminal.written('stdout'), stderr: terminal.written('stderr') };
}
