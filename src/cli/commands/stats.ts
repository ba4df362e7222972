/**
 * `diplograph stats`: how much of what there is.
 */
import type { Dataset, TypeCount } from '../../answers/dataset.ts';
import { counted } from '../counted.ts';
import type { Output } from '../output.ts';
import { printTable } from '../print-table.ts';
import type { Question } from '../question.ts';

export const statsCommand: Question<object> = {
  name: 'stats',
  summary: 'count nodes and edges, in all and of each type',
  description:
    'Counts nodes and edges, in all and of each type, stated and inferred. With --json it gives also what the ' +
    'data cover, until when, under which licence, and the ontology.',
  arguments: {},
  options: [],
  examples: ['diplograph stats', 'diplograph stats --as-of 2024 --stated', 'diplograph stats --json'],
  async ask({ view, about, style }) {
    const { dataset } = await import('../../answers/dataset.ts');
    const answer = dataset(view, about);
    return { answer, text: printDataset(answer, style) };
  },
};

function printDataset({ nodes, edges, inferred, nodeTypes, edgeTypes }: Dataset, style: Output['style']): string {
  const grouped = inferred.toLocaleString('en-US');
  return [
    style('bold', counted(nodes, 'node')),
    printCounts(nodeTypes),
    `\n${style('bold', counted(edges, 'edge'))}${inferred > 0 ? `, ${grouped} of them inferred` : ''}`,
    printCounts(edgeTypes),
  ].join('\n');
}

function printCounts(types: readonly TypeCount[]): string {
  const present = types.filter((it) => it.count > 0);
  const sorted = present.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return printTable(
    sorted.map(({ name, count }) => ['', count.toLocaleString('en-US'), name]),
    [1],
  );
}
