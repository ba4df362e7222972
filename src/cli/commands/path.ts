/**
 * `diplograph path`: how two nodes are connected, with the sources of each hop.
 */
import type { GraphPath, PathHop } from '../../answers/paths.ts';
import { circumstancesOf, printSource } from '../../answers/print-edge.ts';
import { counted } from '../counted.ts';
import { listOption, numberOption } from '../options.ts';
import type { Output } from '../output.ts';
import type { Question } from '../question.ts';

interface PathOptions {
  readonly maxHops: number;
  readonly first: number;
  readonly via?: readonly string[];
  readonly avoid?: readonly string[];
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
    listOption('--avoid <edge-types>', 'not along edges of these types'),
  ],
  examples: [
    'diplograph path Brazil "Kate Forbes"',
    'diplograph path state:bra official:kate-forbes --stated --first 3',
    'diplograph path Kazakhstan ICRC --as-of 2024-10-30 --json',
  ],
  async ask({ view, form, words, options: { maxHops, first, via, avoid }, style, idMeant }) {
    const { paths } = await import('../../answers/paths.ts');
    const [from = '', to = ''] = words.map(idMeant);
    const options = { maxHops, first, ...(via && { via }), ...(avoid && { avoid: { edgeTypes: avoid } }) };
    const answer = paths(view, from, to, options, form);
    const title = [from, to].map((it) => form.node(view.getNode(it)).name).join(' – ');
    return {
      answer,
      text: answer.paths.map((it) => printPath(it, title, style)).join('\n'),
      ...(answer.paths.length === 0 && { missing: `${title}: no path of at most ${counted(maxHops, 'hop')}.` }),
      ...(answer.truncated && { note: 'The search was cut short; there may be more paths, though no shorter ones.' }),
    };
  },
};

/** A path as text: its title with its length, where it starts, then two or more lines for each hop. */
function printPath({ length, nodes, hops }: GraphPath, title: string, style: Output['style']): string {
  const start = `  ${style('bold', nodes[0]?.name ?? '')}`;
  return [`${title}: ${counted(length, 'hop')}`, start, ...hops.flatMap((it) => linesOf(it, style))].join('\n');
}

function linesOf({ to, edge, forward }: PathHop, style: Output['style']): string[] {
  const arrow = forward ? `— ${edge.type} →` : `← ${edge.type} —`;
  const basis = edge.rule === undefined ? edge.sources.map(printSource) : [`inferred by ${edge.rule}`];
  const relation = [`  ${arrow} ${style('bold', to.name)}`, ...circumstancesOf(edge)].join(', ');
  return [relation, ...basis.map((it) => style('dim', `      ${it}`))];
}
