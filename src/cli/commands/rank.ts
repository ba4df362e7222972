/**
 * `diplograph rank`: the nodes that matter most, by a measure of the whole view.
 */
import type { Centrality, RankedNode, RankingOptions } from '../../analysis/centrality.ts';
import { selectView } from '../../views/select-view.ts';
import { choiceOption, listOption, numberOption, textOption } from '../options.ts';
import { printTable } from '../print-table.ts';
import type { Question } from '../question.ts';

interface Options extends Omit<RankingOptions, 'by'> {
  readonly by?: Centrality;
  readonly via?: readonly string[];
  readonly first: number;
  readonly seed: number;
}

export const rankCommand: Question<Options> = {
  name: 'rank',
  summary: 'list the nodes that matter most',
  description:
    'Lists the nodes that matter most by a measure of all that the options leave of the graph, with their scores. An ' +
    'estimate says how far off it may be.',
  arguments: {},
  options: [
    choiceOption('--by <measure>', 'the measure', ['DEGREE', 'PAGERANK', 'BETWEENNESS', 'CORE', 'CLUSTERING']),
    textOption('--type <type>', 'the node type or interface to list; all is measured all the same'),
    listOption('--via <edge-types>', 'only edges of these types count, such as co-launched,joined'),
    choiceOption('--direction <way>', 'how edges count', ['BOTH', 'OUT', 'IN']),
    numberOption('--sample <number>', 'betweenness: search from so many nodes at most', {
      least: 1,
      most: 999_999_999,
    }),
    numberOption('--seed <number>', 'the seed by which these are drawn', { least: 0, most: 999_999_999, otherwise: 1 }),
    numberOption('--first <number>', 'the most nodes', { least: 1, most: 10_000, otherwise: 10 }),
  ],
  examples: [
    'diplograph rank --by pagerank --via co-launched,joined --type State',
    'diplograph rank --by betweenness --as-of 2024-10-30 --json',
    'diplograph rank --direction in --via headed-by',
  ],
  async ask({ view, form, options: { by = 'DEGREE', via, type, first, direction, sample, seed } }) {
    const { ranking } = await import('../../answers/analyses.ts');
    const given = { ...(type !== undefined && { type }), ...(direction && { direction }), ...(sample && { sample }) };
    const answer = ranking(selectView(view, { via }), { by, first, seed, ...given }, form);
    return { answer, text: printRanking(answer) };
  },
};

function printRanking(answer: readonly RankedNode<{ readonly id: string; readonly name: string }>[]): string {
  const shown = (score: number): string => (Number.isInteger(score) ? String(score) : score.toPrecision(4));
  const rows = answer.map(({ node, score, error }) => [
    shown(score) + (error === undefined ? '' : ` ± ${error.toPrecision(2)}`),
    node.name,
    node.id,
  ]);
  return printTable(rows, [0]);
}
