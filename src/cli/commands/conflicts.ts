/**
 * `diplograph conflicts`: where sources disagree, and whom the graph prefers, and why.
 */
import type { Command } from 'commander';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { addViewOptions, selectView, type ViewOptions } from '../view-options.ts';

export function addConflicts(program: Command, shell: Shell): void {
  const command = program
    .command('conflicts')
    .summary('tell where sources disagree')
    .description('Tells rival values and rival statements, with their ranks, reasons and sources. None is fine, too.')
    .argument('[node]', 'an id or a name; everything without it');
  addViewOptions(command)
    .addHelpText(
      'before',
      examples(
        'diplograph conflicts',
        'diplograph conflicts initiative:global-ihl',
        'diplograph conflicts 34IC --json',
      ),
    )
    .action((node: string | undefined, options: ViewOptions, itself: Command) =>
      shell.run(itself, (workplace) => conflicts(node, options, workplace)),
    );
}

async function conflicts(text: string | undefined, options: ViewOptions, workplace: Workplace): Promise<ExitCode> {
  const { output, files, json } = workplace;
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { conflictsOf } = await import('../../evidence/conflicts.ts');
  const { printConflicts } = await import('../../evidence/print-conflicts.ts');
  const { describeConflict } = await import('../../evidence/describe-answers.ts');
  const { findNodeMeant } = await import('../find-node.ts');
  const view = await selectView((await openFolder(files)).view, options);
  const of = text === undefined ? undefined : view.graph.nodes.ids[findNodeMeant(view, text)];
  const found = conflictsOf(view, of);
  if (json) output.json(found.map((it) => describeConflict(view, it)));
  else if (found.length > 0) output.data(printConflicts(view, found));
  output.note(`${counted(found.length, 'conflict')}.`);
  return exitCode.fine;
}
