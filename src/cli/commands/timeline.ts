/**
 * `diplograph timeline`: what happened to a node, in the order of the dates.
 */
import type { Command } from 'commander';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { addViewOptions, selectView, type ViewOptions } from '../view-options.ts';

interface TimelineOptions extends ViewOptions {
  readonly during?: string;
  readonly from?: string;
  readonly to?: string;
}

export function addTimeline(program: Command, shell: Shell): void {
  const command = program
    .command('timeline')
    .summary('tell what happened to a node, in the order of the dates')
    .description(
      'Tells the relations and the dates of a node in order, each date as vague as it is; undated ones last.',
    )
    .argument('<node>', 'an id or a name')
    .option('--during <date>', 'what may begin or end then: 2024, 2024-10, 2023-06/2024-10')
    .option('--from <date>', 'from when on')
    .option('--to <date>', 'until when');
  addViewOptions(command)
    .addHelpText(
      'before',
      examples(
        'diplograph timeline Kazakhstan --during 2024',
        'diplograph timeline state:kaz --from 2023-06 --stated',
        'diplograph timeline 34IC --json',
      ),
    )
    .action((node: string, options: TimelineOptions, itself: Command) =>
      shell.run(itself, (workplace) => timeline(node, options, workplace)),
    );
}

async function timeline(text: string, options: TimelineOptions, workplace: Workplace): Promise<ExitCode> {
  const { output, files, json } = workplace;
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { timelineOf } = await import('../../evidence/timeline.ts');
  const { printTimeline } = await import('../../evidence/print-timeline.ts');
  const { describeTimeline } = await import('../../evidence/describe-answers.ts');
  const { periodOf } = await import('../../facts/partial-date.ts');
  const { ALWAYS, FOREVER } = await import('../../facts/validity.ts');
  const { findNodeMeant } = await import('../find-node.ts');
  const view = await selectView((await openFolder(files)).view, options);
  const node = view.graph.nodes.ids[findNodeMeant(view, text)] ?? text;
  const [from, to] = [options.from ?? options.during, options.to ?? options.during];
  const found = timelineOf(view, node, {
    first: from === undefined ? ALWAYS : periodOf(from).first,
    last: to === undefined ? FOREVER : periodOf(to).last,
  });
  if (json) output.json(describeTimeline(view, found));
  else output.data(printTimeline(view, found));
  return exitCode.fine;
}
