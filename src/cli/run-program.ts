/**
 * The command line as a function: arguments and a terminal in, an exit code out.
 *
 * Each command imports what it needs when it runs; `diplograph --help` loads none of the graph.
 */
import { Command, CommanderError } from 'commander';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { packageVersion } from '../base/shipped-files.ts';
import { printFailure } from '../server/problems.ts';
import { addSettings, commonSettings } from './command-settings.ts';
import { commandGroups } from './commands.ts';
import { type ExitCode, exitCode, isMisuse } from './exit-code.ts';
import { examples, Shell } from './shell.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command; `arguments_` are those behind the program's name. Never throws. */
export async function runProgram(arguments_: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const shell = new Shell(terminal);
  const json = arguments_.includes('--json');
  try {
    await makeProgram(shell, json).parseAsync([...arguments_], { from: 'user' });
    return shell.ended;
  } catch (error) {
    return reportFailure(error, terminal, json);
  }
}

/** The program with all its commands, as the documentation tests read it too. */
export function makeProgram(shell: Shell, json = false): Command {
  const { stdout, stderr } = shell.terminal;
  const program = addSettings(new Command('diplograph'), commonSettings)
    .description('A typed, dated, sourced knowledge graph of diplomacy: check it, serve it, ask it.')
    .version(packageVersion(), '--version', 'print the version')
    .option('--config <file>', 'settings, in JSON (default: ./diplograph.config.json)')
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
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => json || stderr.write(withCommandMeant(text)),
    })
    .exitOverride();
  for (const [heading, commands] of Object.entries(commandGroups)) {
    program.commandsGroup(heading);
    for (const addCommand of commands) addCommand(program, shell);
  }
  return program.helpCommand(true);
}

/** Words that other programs have for a command: no spelling mistakes, so nothing else would lead from the one to the other. */
const otherWords: Readonly<Record<string, string>> = {
  search: 'find',
  lookup: 'find',
  paths: 'path',
  connect: 'path',
  neighbours: 'around',
  neighbors: 'around',
  neighbourhood: 'around',
  neighborhood: 'around',
  history: 'timeline',
  explain: 'why',
  disagreements: 'conflicts',
  retraction: 'retract',
  difference: 'diff',
  compare: 'diff',
  dataset: 'stats',
  info: 'stats',
  validate: 'check',
  lint: 'check',
  start: 'serve',
  ask: 'query',
  load: 'import',
  write: 'export',
};

/**
 * What commander says of an unknown command, with the command that the word stands for elsewhere; where it is like none,
 * it may be the name of something in the graph.
 */
function withCommandMeant(text: string): string {
  const [said, word = ''] = /unknown command '([^']*)'/.exec(text) ?? [];
  if (said === undefined) return text;
  const meant = Object.hasOwn(otherWords, word) ? otherWords[word] : undefined;
  if (meant !== undefined)
    return text.replace(/\n\(Did you mean .*\?\)/, '').replace(said, `${said}\n(Did you mean ${meant}?)`);
  if (text.includes('(Did you mean ')) return text;
  const name = /^[\w.-]+$/.test(word) ? word : JSON.stringify(word);
  return text.replace(said, `${said}\nTo look up a name: diplograph find ${name}`);
}

/** What is wrong, for people on stderr; with --json for programs on stdout, in the place of the answer. */
function reportFailure(error: unknown, { stdout, stderr }: Terminal, json: boolean): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCode.fine;
  const isKnown = error instanceof KnowledgeError || error instanceof CommanderError;
  if (json) stdout.write(`${JSON.stringify({ errors: [describeError(error)] }, null, 2)}\n`);
  // Commander has said what was wrong already.
  else if (!(error instanceof CommanderError)) stderr.write(`${printFailure(error)}\n`);
  if (!isKnown) {
    if (json) stderr.write(`${printFailure(error)}\n`);
    stderr.write('This is a fault in Diplograph, not in what you did. Please report it with the lines above.\n');
  }
  return error instanceof CommanderError || isMisuse(error) ? exitCode.misuse : exitCode.problems;
}

/** An error in plain values, as GraphQL's: a sentence, a code, and the problems of facts where there are any. */
function describeError(error: unknown): {
  readonly message: string;
  readonly code: string;
  readonly problems?: unknown;
} {
  const { message } = error as Error;
  if (error instanceof CommanderError)
    return { message: withCommandMeant(message).replace(/^error: /, ''), code: error.code.replace(/^commander\./, '') };
  if (!(error instanceof KnowledgeError)) return { message, code: 'internal' };
  const problems = (error as { readonly problems?: unknown }).problems;
  return { message, code: error.code, ...(problems !== undefined && { problems }) };
}
