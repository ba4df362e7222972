/**
 * `diplograph init`: a graph of one's own in a minute, with one of each thing to write more of.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { starterFolder } from '../../base/shipped-files.ts';
import { exitCode } from '../exit-code.ts';
import { wouldReplace } from '../problems.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

export function addInit(program: Command, shell: Shell): void {
  program
    .command('init')
    .argument('[folder]', 'where; this folder when left out')
    .summary('begin a graph of your own')
    .description(
      'Writes a small graph of your own into a folder: an ontology, sources, a dossier, a table, a rule and a query, with ' +
        'a README that says what each is for. Nothing that is there is replaced.',
    )
    .addHelpText('before', examples('diplograph init my-graph && cd my-graph && diplograph serve'))
    .action((folder: string | undefined, _options: unknown, command: Command) =>
      shell.run(command, (workplace) => init(folder ?? '.', workplace)),
    );
}

async function init(folder: string, { terminal, output }: Workplace): Promise<0> {
  const target = resolve(terminal.cwd, folder);
  const names = readdirSync(starterFolder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => relative(starterFolder, join(it.parentPath, it.name)))
    .sort();
  const taken = names.filter((it) => existsSync(join(target, it)));
  if (taken.length > 0) throw wouldReplace(folder, taken);
  for (const name of names) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    copyFileSync(join(starterFolder, name), join(target, name));
  }
  output.data(names.map((it) => join(folder, it)).join('\n'));
  output.note(`A graph of your own. Next: ${folder === '.' ? '' : `cd ${folder} && `}npx diplograph serve`);
  return exitCode.fine;
}
