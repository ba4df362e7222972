/**
 * `diplograph around`: what lies around a node, as an indented tree.
 */
import type { Command } from 'commander';
import type { Direction } from '../../views/graph-view.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { readList } from '../list-option.ts';
import { readNumber } from '../read-number.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { addViewOptions, selectView, type ViewOptions } from '../view-options.ts';

interface AroundOptions extends ViewOptions {
  readonly depth: string;
  readonly first: string;
  readonly out?: boolean;
  readonly in?: boolean;
  readonly via?: string[];
}

export function addAround(program: Command, shell: Shell): void {
  const command = program
    .command('around')
    .summary('tell what lies around a node')
    .description('Tells the nearest nodes around one, each below the one through which it was reached.')
    .argument('<node>', 'an id or a name')
    .option('--depth <number>', 'how many steps away', '1')
    .option('--first <number>', 'the most nodes, the nearest first', '100')
    .option('--via <edge-types>', 'only along edges of these types, such as heads,member-of', readList)
    .option('--out', 'only along edges that go out from the node')
    .option('--in', 'only along edges that lead to the node');
  addViewOptions(command)
    .addHelpText(
      'before',
      examples(
        'diplograph around Brazil --depth 2',
        'diplograph around 34IC --via participated-in,spoke-at --first 20',
        'diplograph around state:kaz --as-of 2024-10-30 --json',
      ),
    )
    .action((node: string, options: AroundOptions, itself: Command) =>
      shell.run(itself, (workplace) => around(node, options, workplace)),
    );
}

async function around(text: string, options: AroundOptions, workplace: Workplace): Promise<ExitCode> {
  const { output, files, json } = workplace;
  const depth = readNumber('--depth', options.depth, 0, 64);
  const first = readNumber('--first', options.first, 1, 10_000);
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { neighbourhoodOf } = await import('../../evidence/neighbourhood.ts');
  const { printNeighbourhood } = await import('../../evidence/print-neighbourhood.ts');
  const { describeNeighbourhood } = await import('../../evidence/describe-answers.ts');
  const { findNodeMeant } = await import('../find-node.ts');
  const view = await selectView((await openFolder(files)).view, options);
  const node = view.graph.nodes.ids[findNodeMeant(view, text)] ?? text;
  const direction: Direction = options.out === options.in ? 'BOTH' : options.out ? 'OUT' : 'IN';
  const found = neighbourhoodOf(view, [node], { depth, first, direction, ...(options.via && { via: options.via }) });
  if (json) output.json(describeNeighbourhood(view, found));
  else output.data(printNeighbourhood(view, found));
  return exitCode.fine;
}
