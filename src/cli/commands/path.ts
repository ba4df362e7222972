/**
 * `diplograph path`: how two nodes are connected, with the sources of each hop.
 */
import type { Command } from 'commander';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { readList } from '../list-option.ts';
import { readNumber } from '../read-number.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { addViewOptions, selectView, type ViewOptions } from '../view-options.ts';

interface PathOptions extends ViewOptions {
  readonly maxHops: string;
  readonly first: string;
  readonly via?: string[];
  readonly avoid?: string[];
}

export function addPath(program: Command, shell: Shell): void {
  const command = program
    .command('path')
    .summary('tell how two nodes are connected, with the sources of each hop')
    .description('Tells the shortest ways from one node to another, whichever way edges point. Exit code 1 for none.')
    .argument('<from>', 'an id or a name')
    .argument('<to>', 'an id or a name')
    .option('--max-hops <number>', 'the longest way', '6')
    .option('--first <number>', 'the most ways to tell', '1')
    .option('--via <edge-types>', 'only along edges of these types, such as heads,member-of', readList)
    .option('--avoid <edge-types>', 'not along edges of these types', readList);
  addViewOptions(command)
    .addHelpText(
      'before',
      examples(
        'diplograph path Brazil "Kate Forbes"',
        'diplograph path state:bra official:kate-forbes --stated --first 3',
        'diplograph path Kazakhstan ICRC --as-of 2024-10-30 --json',
      ),
    )
    .action((from: string, to: string, options: PathOptions, itself: Command) =>
      shell.run(itself, (workplace) => path([from, to], options, workplace)),
    );
}

async function path(ends: readonly [string, string], options: PathOptions, workplace: Workplace): Promise<ExitCode> {
  const { output, files, json } = workplace;
  const maxHops = readNumber('--max-hops', options.maxHops, 1, 64);
  const first = readNumber('--first', options.first, 1, 1000);
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { findPaths } = await import('../../paths/find-paths.ts');
  const { findNodeMeant } = await import('../find-node.ts');
  const { describePath, printPath } = await import('../print-path.ts');
  const view = await selectView((await openFolder(files)).view, options);
  const [from, to] = [findNodeMeant(view, ends[0]), findNodeMeant(view, ends[1])];
  const { paths, truncated } = findPaths(view, {
    from,
    to,
    maxHops,
    first,
    ...(options.via && { via: options.via }),
    ...(options.avoid && { avoid: { edgeTypes: options.avoid } }),
  });

  const title = `${view.graph.nodes.nameOf(from)} – ${view.graph.nodes.nameOf(to)}`;
  if (json) output.json(paths.map((it) => describePath(view, it)));
  else for (const it of paths) output.data(printPath(view, it, title, output));
  if (paths.length === 0 && !json) output.problem(`${title}: no way of at most ${counted(maxHops, 'hop')}.`);
  if (truncated) output.note('The search was cut short; there may be more ways, though no shorter ones.');
  return paths.length > 0 ? exitCode.fine : exitCode.problems;
}
