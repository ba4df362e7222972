/**
 * The command line as a function: arguments and a terminal in, an exit code out.
 *
 * Each command imports what it needs when it runs; `diplograph --help` loads none of the graph.
 */
import { Command, CommanderError } from 'commander';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { packageVersion } from '../base/shipped-files.ts';
import { printFailure } from '../server/problems.ts';
import { commands } from './commands.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { isMisuse } from './misuse.ts';
import { examples, Shell } from './shell.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command; `arguments_` are those behind the program's name. Never throws. */
export async function runProgram(arguments_: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const shell = new Shell(terminal);
  try {
    await makeProgram(shell).parseAsync([...arguments_], { from: 'user' });
    return shell.ended;
  } catch (error) {
    return reportFailure(error, terminal);
  }
}

/** The program with all its commands, as the documentation tests read it too. */
export function makeProgram(shell: Shell): Command {
  const { stdout, stderr } = shell.terminal;
  const program = new Command('diplograph')
    .description('A typed, dated, sourced knowledge graph of diplomacy: check it, serve it, ask it.')
    .version(packageVersion(), '--version', 'print the version')
    .option('--data <folder>', 'the facts (default: ./graph-data beside ./schema.graphql, else the shipped ones)')
    .option('--schema <file>', 'the ontology (default: ./schema.graphql beside ./graph-data, else the shipped one)')
    .option('--cache <file>', 'keep the graph in this file, to have it at once the next time')
    .option('--json', 'answer in JSON, for programs')
    .option('-q, --quiet', 'say nothing but the answer and what went wrong')
    .option('--no-color', 'no colours; NO_COLOR says the same')
    .configureHelp({ showGlobalOptions: true })
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'before',
      examples('diplograph serve', 'diplograph find "Spolaric"', 'diplograph path Brazil "Kate Forbes"'),
    )
    .addHelpText('after', '\n`diplograph <command> --help` has examples for each command.')
    .showHelpAfterError('Run it with --help for examples.')
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .exitOverride();
  for (const addCommand of commands) addCommand(program, shell);
  return program;
}

function reportFailure(error: unknown, { stderr }: Terminal): ExitCode {
  // Commander has said what was wrong already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.misuse;
  stderr.write(`${printFailure(error)}\n`);
  if (isMisuse(error)) return exitCode.misuse;
  if (!(error instanceof KnowledgeError)) {
    stderr.write('This is a fault in Diplograph, not in what you did. Please report it with the lines above.\n');
  }
  return exitCode.problems;
}
