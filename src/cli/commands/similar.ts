/**
 * `diplograph similar`: which nodes are like one, by what they share.
 */
import type { SimilarNode, SimilarOptions } from '../../answers/similar.ts';
import { flagOption, listOption, numberOption, textOption } from '../options.ts';
import { printTable } from '../print-table.ts';
import type { Question } from '../question.ts';

interface Options extends Pick<SimilarOptions, 'via' | 'same' | 'type'> {
  readonly first: number;
  readonly shared?: boolean;
}

export const similarCommand: Question<Options> = {
  name: 'similar',
  summary: 'list the nodes that are like one',
  description:
    'Lists the nodes that have the same neighbours in the same relations, the most alike first: the score, how many ' +
    'neighbours they share, of how many that either has, and some that few others share.',
  arguments: { '<node>': 'an id or a name' },
  options: [
    listOption('--via <edge-types>', 'only edges of these types count, such as voted-on,co-launched'),
    listOption('--same <properties>', 'what their edges must have the same, such as position'),
    textOption('--type <type>', 'the node type or interface of the similar ones; that of the node without it'),
    flagOption('--shared', 'by the number of shared neighbours instead of their share'),
    numberOption('--first <number>', 'the most nodes', { least: 1, most: 10_000, otherwise: 10 }),
  ],
  examples: [
    'diplograph similar Kazakhstan --via voted-on --same position',
    'diplograph similar state:kaz --via co-launched,joined --shared --first 5',
    'diplograph similar 34IC --json',
  ],
  async ask({ view, form, words: [node = ''], options: { shared, ...options }, idMeant }) {
    const { similar } = await import('../../answers/similar.ts');
    const answer = similar(view, idMeant(node), { ...options, by: shared ? 'SHARED' : 'JACCARD' }, form);
    return {
      answer,
      text: printSimilar(answer),
      ...(answer.length === 0 && { missing: 'Nothing shares a neighbour with it in what was asked for.' }),
    };
  },
};

export function printSimilar(answer: readonly SimilarNode[]): string {
  const rows = answer.map(({ node, score, shared, either, examples }) => [
    Number.isInteger(score) ? String(score) : score.toFixed(3),
    `${shared} of ${either}`,
    node.name,
    examples.map((it) => it.name).join(', '),
  ]);
  return printTable(rows, [0, 1]);
}
