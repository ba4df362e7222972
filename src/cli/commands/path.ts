/**
 * `diplograph path`: how two nodes are connected, with the sources of each hop.
 */
import type { DaySpan, GraphPath, PathHop, PathMeasure, PathsOptions } from '../../answers/paths.ts';
import { circumstancesOf, printSource } from '../../answers/print-edge.ts';
import { nearest } from '../../base/did-you-mean.ts';
import { counted } from '../counted.ts';
import { asMisuse } from '../exit-code.ts';
import { choiceOption, flagOption, listOption, numberOption } from '../options.ts';
import type { Output } from '../output.ts';
import { neitherTypeNorNode } from '../problems.ts';
import type { Question } from '../question.ts';

interface PathOptions {
  readonly maxHops: number;
  readonly first: number;
  readonly via?: readonly string[];
  readonly through?: readonly string[];
  readonly avoid?: readonly string[];
  readonly by?: PathMeasure;
  readonly concurrent?: boolean;
  readonly concurrentForCertain?: boolean;
}

export const pathCommand: Question<PathOptions> = {
  name: 'path',
  summary: 'show how two nodes are connected, with the sources of each hop',
  description: 'Shows the shortest paths from one node to another, whichever way edges point. Exit code 1 for none.',
  arguments: { '<from>': 'an id or a name', '<to>': 'an id or a name' },
  options: [
    numberOption('--max-hops <number>', 'the longest path', { least: 1, most: 64, otherwise: 6 }),
    numberOption('--first <number>', 'the most paths', { least: 1, most: 1000, otherwise: 1 }),
    listOption('--via <edge-types>', 'only along edges of these types, such as heads,member-of'),
    listOption('--through <node-types>', 'only nodes of these types or interfaces lie between the two'),
    listOption('--avoid <names>', 'not along edges of these types, nor through nodes of these types or with these ids'),
    choiceOption('--by <measure>', 'what makes a path the best', ['HOPS', 'CONFIDENCE', 'CORROBORATION']),
    flagOption('--concurrent', 'only paths all of whose hops may have held on one day'),
    flagOption('--concurrent-for-certain', 'only paths all of whose hops held on one day, by their dates'),
  ],
  examples: [
    'diplograph path Brazil "Kate Forbes"',
    'diplograph path state:bra official:kate-forbes --stated --first 3',
    'diplograph path Kazakhstan ICRC --as-of 2024-10-30 --json',
    'diplograph path Kazakhstan Brazil --concurrent --avoid Conference',
  ],
  async ask({ view, form, words, options: given, style, idMeant }) {
    const { avoided, paths } = await import('../../answers/paths.ts');
    const { by = 'HOPS', avoid = [], concurrent, concurrentForCertain, ...rest } = given;
    const { maxHops, first, via, through } = rest;
    const [from = '', to = ''] = words.map(idMeant);
    const { nodes, ...types } = avoided(view, avoid);
    const { edgeTypes, nodeTypes, interfaces } = view.ontology;
    const typeNames = [edgeTypes, nodeTypes, interfaces].flatMap((it) => [...it.keys()]);
    // What is nearly a type is one misspelt, and no name of something to be searched for.
    const idAvoided = (name: string): string => {
      if (view.findNode(name) === undefined && nearest(name, typeNames))
        throw neitherTypeNorNode('--avoid', name, typeNames);
      return asMisuse(() => idMeant(name));
    };
    const options = {
      ...{ maxHops, first, by },
      ...(via && { via }),
      ...(through && { through }),
      avoid: { ...types, nodes: nodes.map(idAvoided) },
      concurrent: concurrent || concurrentForCertain || false,
      mode: concurrentForCertain ? ('CERTAIN' as const) : ('POSSIBLE' as const),
    };
    const answer = paths(view, from, to, options, form);
    const title = [from, to].map((it) => form.node(view.getNode(it)).name).join(' – ');
    return {
      answer,
      text: answer.paths.map((it) => printPath(it, title, style, options)).join('\n'),
      ...(answer.paths.length === 0 && { missing: `${title}: no path of at most ${counted(maxHops, 'hop')}.` }),
      ...(answer.truncated && { note: 'The search was cut short; there may be more paths, though no better ones.' }),
    };
  },
};

/** A path as text: its title with its length, and when all of it held where that was asked, where it starts, then two or more lines for each hop. */
function printPath(
  { length, nodes, hops, held }: GraphPath,
  title: string,
  style: Output['style'],
  { concurrent, mode }: Pick<PathsOptions, 'concurrent' | 'mode'>,
): string {
  const first = `${title}: ${counted(length, 'hop')}${concurrent ? printHeld(held, mode === 'CERTAIN') : ''}`;
  return [first, `  ${style('bold', nodes[0]?.name ?? '')}`, ...hops.flatMap((it) => linesOf(it, style))].join('\n');
}

/** When all of a path held, where its dates say anything: the days beyond doubt, or those that are possible. */
function printHeld(held: readonly DaySpan[], isCertain: boolean): string {
  const spans = held.flatMap(({ since, until }) =>
    since !== undefined && since === until ? [since] : since || until ? [`${since ?? '..'} to ${until ?? '..'}`] : [],
  );
  return spans.length > 0 ? `, all of it ${isCertain ? 'for certain' : 'at most'} ${spans.join(' and ')}` : '';
}

function linesOf({ to, edge, forward }: PathHop, style: Output['style']): string[] {
  const arrow = forward ? `— ${edge.type} →` : `← ${edge.type} —`;
  const basis = edge.rule === undefined ? edge.sources.map(printSource) : [`inferred by ${edge.rule}`];
  const relation = [`  ${arrow} ${style('bold', to.name)}`, ...circumstancesOf(edge)].join(', ');
  return [relation, ...basis.map((it) => style('dim', `      ${it}`))];
}
