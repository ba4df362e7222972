/**
 * `diplograph diff`: what changed from another folder of facts to this one.
 */
import type { Changed, Difference } from '../../answers/difference.ts';
import type { Output } from '../output.ts';
import { block, joinBlocks, printChanges, short } from '../print-changes.ts';
import type { Question } from '../question.ts';

export const diffCommand: Question<object> = {
  name: 'diff',
  summary: 'list what changed from another folder of facts to this one',
  description:
    'Lists the nodes, edges and claims that were added, removed or changed since the facts of another folder, conclusions ' +
    'included. Both are read under the same schema and seen through the same options.',
  arguments: { '<folder>': 'the facts before' },
  options: [],
  examples: [
    'diplograph diff ../yesterday/graph-data',
    'diplograph diff old-facts --data new-facts --stated',
    'diplograph diff old-facts --json',
  ],
  async ask({ view, words: [folder = ''], style, openOther }) {
    const { difference } = await import('../../answers/difference.ts');
    const answer = difference(await openOther(folder), view);
    return { answer, text: printDifference(answer, style) };
  },
};

/** What was removed, added and changed, some lines of each, and how much in all. */
export function printDifference({ nodes, edges, claims }: Difference, style: Output['style']): string {
  const heading = (text: string): string => style('bold', text);
  return joinBlocks([
    block(heading('removed'), [...nodes.removed, ...edges.removed], inWords),
    block(heading('added'), [...nodes.added, ...edges.added], inWords),
    block(heading('changed'), [...nodes.changed, ...edges.changed], ({ before, after }) => {
      return `${inWords(after)}\n${printChanges(before, after)}`;
    }),
    [
      `Nodes: ${countsOf(nodes)}.`,
      `Edges: ${countsOf(edges)}.`,
      `Claims: ${claims.added.length} added, ${claims.removed.length} removed.`,
    ].join('\n'),
  ]);
}

type Thing = Readonly<Record<string, unknown>>;

const inWords = ({ id, type, name, from, to, when }: Thing): string =>
  from === undefined
    ? `${type}  ${id}  ${short(name ?? '')}`.trimEnd()
    : `${from} — ${type} → ${to}${when === undefined ? '' : `  ${String(when)}`}`;

const countsOf = ({ added, removed, changed }: Changed<unknown>): string =>
  `${added.length} added, ${removed.length} removed, ${changed.length} changed`;
