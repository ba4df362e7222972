/**
 * `diplograph completion` and `diplograph man`: what shells complete by, and a page of the manual, of the texts of help.
 */
import type { Command } from 'commander';
import { didYouMean } from '../../base/did-you-mean.ts';
import { exitCode } from '../exit-code.ts';
import { completions, isShellName, shellNames } from '../print-completion.ts';
import { printManual } from '../print-manual.ts';
import { unknownShell } from '../problems.ts';
import { examples, type Shell } from '../shell.ts';

export function addCompletion(program: Command, shell: Shell): void {
  program
    .command('completion')
    .argument('<shell>', shellNames.join(', '))
    .summary('print what your shell completes commands and options by')
    .description(
      'Prints a script by which a shell completes commands and options; the manual page of each shell says where such scripts lie.',
    )
    .addHelpText(
      'before',
      examples(
        'diplograph completion bash > ~/.local/share/bash-completion/completions/diplograph',
        'diplograph completion zsh > "$' + '{fpath[1]}/_diplograph"',
        'diplograph completion fish > ~/.config/fish/completions/diplograph.fish',
        'diplograph completion powershell | Out-String | Invoke-Expression',
      ),
    )
    .action((name: string, _options: unknown, command: Command) =>
      shell.run(command, async ({ output }) => {
        if (!isShellName(name)) throw unknownShell(name, didYouMean(name, shellNames), shellNames);
        output.data(completions[name](program).trimEnd());
        return exitCode.fine;
      }),
    );
}

export function addManual(program: Command, shell: Shell): void {
  program
    .command('man')
    .summary('print a page for the manual')
    .description('Prints all commands and options as a page for `man`.')
    .addHelpText(
      'before',
      examples('diplograph man > /usr/local/share/man/man1/diplograph.1', 'diplograph man | man -l -'),
    )
    .action((_options: unknown, command: Command) =>
      shell.run(command, async ({ output }) => {
        output.data(printManual(program).trimEnd());
        return exitCode.fine;
      }),
    );
}
