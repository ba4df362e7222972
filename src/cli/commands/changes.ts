/**
 * `diplograph changes`: what happened, began, ended and became known in a span of time.
 */
import type { ChangedEdge, ChangesBetween } from '../../answers/changes.ts';
import { printEdge } from '../../answers/print-edge.ts';
import { listOption, numberOption } from '../options.ts';
import { datesMissing } from '../problems.ts';
import type { Question } from '../question.ts';

interface ChangesCommandOptions {
  readonly types?: readonly string[];
  readonly first: number;
}

export const changesCommand: Question<ChangesCommandOptions> = {
  name: 'changes',
  summary: 'list what happened, began, ended and became known in a span of time',
  description:
    'Lists what happened in a span of time, what began and ended in it, and what no source published before says, for nodes or ' +
    'for the whole graph. What may have been in the span or beside it is marked as possible.',
  arguments: { '[words...]': 'nodes (ids or names; none for the whole graph), then two dates' },
  options: [
    listOption('--types <node-types>', 'only edges with an end of these types or interfaces'),
    numberOption('--first <number>', 'the most of each list', { least: 1, most: 100_000, otherwise: 50 }),
  ],
  examples: [
    'diplograph changes Kazakhstan 2020 2024',
    'diplograph changes 2024-09-01 2024-10-31 --types Initiative',
    'diplograph changes Brazil China 2024 2024 --stated --json',
  ],
  async ask({ view, form, words, options: { types, first }, idMeant, style }) {
    const { changes } = await import('../../answers/changes.ts');
    const [from, to] = words.slice(-2);
    if (from === undefined || to === undefined) throw datesMissing();
    const of = words.slice(0, -2).map(idMeant);
    const answer = changes(view, of, { from, to, first, ...(types && { types }) }, form);
    return { answer, text: printChangesIn(answer, (text) => style('bold', text)) };
  },
};

function printChangesIn(answer: ChangesBetween, heading: (text: string) => string): string {
  const parts = [
    ['Happened', answer.happenedCount, answer.happened],
    ['Began', answer.beganCount, answer.began],
    ['Ended', answer.endedCount, answer.ended],
    ['Became known', answer.becameKnownCount, answer.becameKnown],
  ] as const;
  const blocks = parts.flatMap(([title, count, changes]) => {
    if (count === 0) return [];
    const more = count > changes.length ? [`… and ${count - changes.length} more`] : [];
    return [
      [heading(`${title}: ${count}`), ...[...changes.map(printChange), ...more].map((it) => `  ${it}`)].join('\n'),
    ];
  });
  return blocks.length > 0 ? blocks.join('\n\n') : 'Nothing that is dated.';
}

const printChange = ({ certainty, edge }: ChangedEdge): string =>
  `${printEdge(edge)}${certainty === 'POSSIBLE' ? '  (possible)' : ''}`;
