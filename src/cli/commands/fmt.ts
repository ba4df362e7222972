/**
 * `diplograph fmt`: the files of facts in one form, so that a difference between two of them is one of facts.
 */
import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Problem } from '../../base/problem.ts';
import { listFiles } from '../../loading/reading/find-data-files.ts';
import { formatYaml } from '../../loading/saving/format-yaml.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { notYaml, readFault, unreadableInput } from '../problems.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { writeFiles } from '../write-files.ts';

interface FmtOptions {
  readonly check?: boolean;
}

export function addFmt(program: Command, shell: Shell): void {
  program
    .command('fmt')
    .argument('[files...]', 'YAML files and folders (default: the folder of facts)')
    .summary('write the files of facts in one form')
    .description(
      'Writes dossiers, sources, judgements, rules and mappings in one form: two spaces a level, { a: b }, [a, b], quotes where ' +
        'they are needed. Comments, blank lines and the order stay, and no file says anything else than before.',
    )
    .option('--check', 'write nothing; end with 1 where a file has another form')
    .addHelpText('before', examples('diplograph fmt', 'diplograph fmt --check'))
    .action((given: readonly string[], options: FmtOptions, command: Command) =>
      shell.run(command, (workplace) => format(given, options, workplace)),
    );
}

async function format(given: readonly string[], { check }: FmtOptions, workplace: Workplace): Promise<ExitCode> {
  const { files, terminal, output, json } = workplace;
  const changed: { readonly path: string; readonly pieces: readonly string[] }[] = [];
  let unreadable = 0;
  for (const path of (given.length > 0 ? given : [files.data]).flatMap((it) => yamlFiles(it, terminal.cwd))) {
    const text = readFileSync(path, 'utf8');
    const formatted = formatYaml(text);
    if (formatted === undefined) {
      unreadable++;
      output.problem(`${relative(terminal.cwd, path)} cannot be read, and stays as it is: see \`diplograph check\`.`);
    } else if (formatted !== text) changed.push({ path, pieces: [formatted] });
  }
  if (!check && changed.length > 0) await writeFiles(changed, terminal);
  const names = changed.map(({ path }) => relative(terminal.cwd, path));
  if (json) output.json(names);
  else for (const name of names) output.data(name);
  return unreadable > 0 || (check && names.length > 0) ? exitCode.problems : exitCode.fine;
}

/** The file of a name, or the YAML below a folder. Patterns are no facts, and have a form of their own. */
function yamlFiles(name: string, cwd: string): string[] {
  const path = resolve(cwd, name);
  const isYaml = (it: string): boolean => /\.ya?ml$/.test(it);
  try {
    if (statSync(path).isDirectory()) {
      const unreadable: Problem[] = [];
      const below = listFiles(path, unreadable).filter((it) => isYaml(it) && !it.startsWith('patterns/'));
      return below.map((it) => join(path, it));
    }
  } catch (error) {
    throw unreadableInput(name, readFault(error as NodeJS.ErrnoException));
  }
  if (!isYaml(name)) throw notYaml(name);
  return [path];
}
