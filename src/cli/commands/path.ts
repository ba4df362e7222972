/**
 * `diplograph path`: how two nodes are connected, with the sources of each hop.
 */
import type { Command } from 'commander';
import type { Path } from '../../paths/path-search.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { readList } from '../list-option.ts';
import { nameOf } from '../name-of.ts';
import type { Output } from '../output.ts';
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

  const title = `${nameOf(view, from)} – ${nameOf(view, to)}`;
  if (json) output.json(paths.map((it) => hopsOf(view, it)));
  else for (const it of paths) output.data(printPath(view, it, title, output));
  if (paths.length === 0 && !json) output.problem(`${title}: no way of at most ${counted(maxHops, 'hop')}.`);
  if (truncated) output.note('The search was cut short; there may be more ways, though no shorter ones.');
  return paths.length > 0 ? exitCode.fine : exitCode.problems;
}

interface HopEnd {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

interface Hop {
  readonly from: HopEnd;
  readonly to: HopEnd;
  readonly edge: string;
  readonly type: string;
  /** OUT when the edge points the way the path goes. */
  readonly direction: 'OUT' | 'IN';
  readonly when: string | undefined;
  readonly inferredBy: string | undefined;
  readonly sources: readonly { readonly source: string; readonly locator?: string }[];
}

function hopsOf(view: GraphView, path: Path): Hop[] {
  const { nodes, edges } = view.graph;
  const end = (node: number): HopEnd => {
    return { id: nodes.ids[node] ?? '', type: nodes.typeOf(node), name: nameOf(view, node) };
  };
  return path.edges.map((edge, i) => {
    const [from, to] = [path.nodes[i] ?? 0, path.nodes[i + 1] ?? 0];
    const locators = (edges.property(edge, 'locators') ?? []) as readonly string[];
    return {
      from: end(from),
      to: end(to),
      edge: edges.id(edge),
      type: edges.typeOf(edge),
      direction: edges.from[edge] === from ? 'OUT' : 'IN',
      when: edges.property(edge, 'when') as string | undefined,
      inferredBy: edges.firstDerivation(edge)?.rule,
      sources: edges.sources(edge).map((source, n) => (locators[n] ? { source, locator: locators[n] } : { source })),
    };
  });
}

function printPath(view: GraphView, path: Path, title: string, output: Output): string {
  const hops = hopsOf(view, path).map((hop) => {
    const arrow = hop.direction === 'OUT' ? `— ${hop.type} →` : `← ${hop.type} —`;
    const when = hop.when === undefined ? '' : `  ${hop.when}`;
    const basis = hop.inferredBy === undefined ? hop.sources.map(printSource) : [`inferred by ${hop.inferredBy}`];
    const lines = [`  ${arrow} ${output.style('bold', hop.to.name)}${when}`];
    return [...lines, ...basis.map((it) => output.style('dim', `      ${it}`))].join('\n');
  });
  const length = counted(path.edges.length, 'hop');
  return [`${title}: ${length}`, `  ${output.style('bold', nameOf(view, path.nodes[0] ?? 0))}`, ...hops].join('\n');
}

function printSource({ source, locator }: Hop['sources'][number]): string {
  return locator === undefined ? source : `${source} ${locator}`;
}
