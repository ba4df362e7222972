/**
 * What every command shares: the terminal, the options that all commands take, and the code it ends with.
 */
import type { Command } from 'commander';
import { readSettings, type SettingSources } from '../server/read-settings.ts';
import { commonSettings, settingSources } from './command-settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { type LocatedFiles, locateFiles } from './locate-files.ts';
import { refuseEmpty } from './options.ts';
import { makeOutput, type Output } from './output.ts';
import type { Terminal } from './terminal.ts';

export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** What a command works with once its options are read. */
export interface Workplace {
  readonly terminal: Terminal;
  readonly output: Output;
  readonly files: LocatedFiles;
  /** Where the settings of the server are found. */
  readonly sources: SettingSources;
  /** Whether the answer is for a program. */
  readonly json: boolean;
}

export class Shell {
  readonly terminal: Terminal;
  ended: ExitCode = exitCode.fine;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  /** An action for `command`: gives `work` its workplace and keeps the code it ends with. */
  run(command: Command, work: (workplace: Workplace) => Promise<ExitCode>): Promise<void> {
    refuseEmpty(command);
    const options = command.optsWithGlobals<CommonOptions>();
    const sources = settingSources(command, this.terminal);
    const workplace: Workplace = {
      terminal: this.terminal,
      output: makeOutput(this.terminal, options),
      files: locateFiles(readSettings(sources, commonSettings), this.terminal.cwd),
      sources,
      json: options.json === true,
    };
    return work(workplace).then((code) => {
      this.ended = code;
    });
  }
}

/** Examples for the head of `--help`: most people copy a line and change it. */
export function examples(...lines: readonly string[]): string {
  return `Examples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`;
}
