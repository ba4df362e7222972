/**
 * `diplograph timeline`: what happened to a node, in the order of the dates.
 */
import type { Timeline, TimelineEntry, TimelineOptions } from '../../answers/timeline.ts';
import { textOption } from '../options.ts';
import type { Question } from '../question.ts';

export const timelineCommand: Question<TimelineOptions> = {
  name: 'timeline',
  summary: 'list what happened to a node, in the order of the dates',
  description: 'Lists the relations and the dates of a node in order, each date as vague as it is; undated ones last.',
  arguments: { '<node>': 'an id or a name' },
  options: [
    textOption('--during <date>', 'what may begin or end then: 2024, 2024-10, 2023-06/2024-10'),
    textOption('--from <date>', 'from when on'),
    textOption('--to <date>', 'until when'),
  ],
  examples: [
    'diplograph timeline Kazakhstan --during 2024',
    'diplograph timeline state:kaz --from 2023-06 --stated',
    'diplograph timeline 34IC --json',
  ],
  async ask({ view, form, words: [node = ''], options, idMeant }) {
    const { timeline } = await import('../../answers/timeline.ts');
    const answer = timeline(view, idMeant(node), options, form);
    return { answer, text: printTimeline(answer) };
  },
};

/** Dates in a column, what happened beside them; what goes on and what has no date apart. */
export function printTimeline({ entries, ongoing, undated }: Timeline): string {
  const dates = new Map([...entries, ...ongoing].map((it) => [it, printDate(it)]));
  const width = [...dates.values()].reduce((most, it) => Math.max(most, it.length), 0);
  const line = (it: TimelineEntry): string => `${(dates.get(it) ?? '').padEnd(width)}  ${printEntry(it)}`;
  return [
    ...entries.map(line),
    ...(ongoing.length > 0 ? ['', 'All the while', ...ongoing.map(line)] : []),
    ...(undated.length > 0 ? ['', 'Undated', ...undated.map(printEntry)] : []),
  ].join('\n');
}

/** The date as it is written, or its bounds where it cannot be written as one. */
function printDate({ when, attested, since = '', until = '' }: TimelineEntry): string {
  if (when !== undefined) return attested ? `seen ${when}` : when;
  return `${since} … ${until}`.trim();
}

function printEntry({ edge, other, property }: TimelineEntry): string {
  if (edge === undefined || other === undefined) return property ?? '';
  const arrow = edge.to.id === other.id ? `— ${edge.type} →` : `← ${edge.type} —`;
  const beside = [
    ...(edge.rule === undefined ? [] : [`inferred by ${edge.rule}`]),
    ...(edge.modality === 'FACT' ? [] : [edge.modality]),
  ];
  return `${arrow} ${other.name}${beside.length > 0 ? `  (${beside.join(', ')})` : ''}`;
}
