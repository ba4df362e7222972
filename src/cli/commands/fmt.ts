/**
 * `diplograph fmt`: the files of facts in one form, so that a difference between two of them is one of facts.
 */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Problem } from '../../base/problem.ts';
import { listFiles } from '../../loading/reading/find-data-files.ts';
import { formatYaml } from '../../loading/saving/format-yaml.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { writeFiles } from '../write-files.ts';

interface FmtOptions {
  readonly check?: boolean;
}

export function addFmt(program: Command, shell: Shell): void {
  program
    .command('fmt')
    .argument('[files...]', 'YAML files (default: those of the folder of facts)')
    .summary('write the files of facts in one form')
    .description(
      'Writes dossiers, sources, judgements, rules and mappings in one form: two spaces a level, { a: b }, [a, b], quotes where\n' +
        'they are needed. Comments, blank lines and the order stay, and no file says anything else than before.',
    )
    .option('--check', 'write nothing; end with 1 where a file has another form')
    .addHelpText('before', examples('diplograph fmt', 'diplograph fmt --check'))
    .action((given: readonly string[], options: FmtOptions, command: Command) =>
      shell.run(command, (workplace) => format(given, options, workplace)),
    );
}

/** Patterns are no facts, and have a form of their own. */
const isFormatted = (name: string): boolean => /\.ya?ml$/.test(name) && !name.startsWith('patterns/');

async function format(given: readonly string[], { check }: FmtOptions, workplace: Workplace): Promise<ExitCode> {
  const { files, terminal, output } = workplace;
  const unreadable: Problem[] = [];
  const paths =
    given.length > 0
      ? given
      : listFiles(files.data, unreadable)
          .filter(isFormatted)
          .map((it) => join(files.data, it));
  const changed: { readonly path: string; readonly pieces: readonly string[] }[] = [];
  for (const name of paths) {
    const path = resolve(terminal.cwd, name);
    const text = readFileSync(path, 'utf8');
    const formatted = formatYaml(text);
    if (formatted === undefined)
      output.problem(`${relative(terminal.cwd, path)} cannot be read, and stays as it is: see \`diplograph check\`.`);
    else if (formatted !== text) changed.push({ path, pieces: [formatted] });
  }
  for (const { path } of changed) output.data(relative(terminal.cwd, path));
  if (check) return changed.length > 0 ? exitCode.problems : exitCode.fine;
  if (changed.length > 0) await writeFiles(changed, terminal);
  return exitCode.fine;
}
