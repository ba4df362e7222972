/**
 * `diplograph timeline`: what happened to a node, or in the whole graph, in the order of the dates.
 */
import type { EdgeAnswer } from '../../answers/edge-answer.ts';
import type { Timeline, TimelineEntry, TimelineOptions } from '../../answers/timeline.ts';
import { listOption, numberOption, textOption } from '../options.ts';
import type { Question } from '../question.ts';

export const timelineCommand: Question<TimelineOptions> = {
  name: 'timeline',
  summary: 'list what happened to a node, or at all, in the order of the dates',
  description:
    'Lists relations and dates in order, each date as vague as it is; undated ones last. Several nodes make one timeline; ' +
    'without a node it is that of the whole graph.',
  arguments: { '[node...]': 'ids or names' },
  options: [
    textOption('--during <date>', 'what may begin or end then: 2024, 2024-10, 2023-06/2024-10'),
    textOption('--from <date>', 'from when on'),
    textOption('--to <date>', 'until when'),
    listOption('--via <types>', 'only edges of these types'),
    numberOption('--first <number>', 'the most entries of each part', { least: 1, most: 100_000, otherwise: 1000 }),
  ],
  examples: [
    'diplograph timeline Kazakhstan --during 2024',
    'diplograph timeline state:kaz --from 2023-06 --stated',
    'diplograph timeline --during 2024-10 --via co-launched,met-with',
    'diplograph timeline 34IC --json',
  ],
  async ask({ view, form, words, options: { during, from, to, via, first }, idMeant }) {
    const { timeline } = await import('../../answers/timeline.ts');
    const answer = timeline(view, words.map(idMeant), { during, from, to, via, first }, form);
    return { answer, text: printTimeline(answer, words.length === 1), ...moreOf(answer) };
  },
};

/** A note of what the limit left out. */
function moreOf({ entries, ongoing, undated, ...counts }: Timeline): { note?: string } {
  const listed = entries.length + ongoing.length + undated.length;
  const more = counts.entryCount + counts.ongoingCount + counts.undatedCount - listed;
  return more > 0 ? { note: `And ${more} more: ask for a shorter span, or raise --first.` } : {};
}

/** Dates in a column, what happened beside them; what goes on and what has no date apart. */
export function printTimeline({ entries, ongoing, undated }: Timeline, ofOne: boolean = true): string {
  const dates = new Map([...entries, ...ongoing].map((it) => [it, printDate(it)]));
  const width = [...dates.values()].reduce((most, it) => Math.max(most, it.length), 0);
  const print = (it: TimelineEntry): string => printEntry(it, ofOne);
  const line = (it: TimelineEntry): string => `${(dates.get(it) ?? '').padEnd(width)}  ${print(it)}`;
  return [
    ...entries.map(line),
    ...(ongoing.length > 0 ? ['', 'All the while', ...ongoing.map(line)] : []),
    ...(undated.length > 0 ? ['', 'Undated', ...undated.map(print)] : []),
  ].join('\n');
}

/** The date as it is written, or its bounds where it cannot be written as one. */
function printDate({ when, attested, since = '', until = '' }: TimelineEntry): string {
  if (when !== undefined) return attested ? `seen ${when}` : when;
  return `${since} … ${until}`.trim();
}

/** In the timeline of one node, it need not be named in each line. */
function printEntry({ edge, other, node, property = '' }: TimelineEntry, ofOne: boolean): string {
  if (edge === undefined) return ofOne ? property : `${node?.name}: ${property}`;
  const { from, type, to, rule, modality } = edge;
  const words = !ofOne || !other ? `${from.name} — ${type} → ${to.name}` : wordsTo(other.id, edge);
  const beside = [...(rule === undefined ? [] : [`inferred by ${rule}`]), ...(modality === 'FACT' ? [] : [modality])];
  return `${words}${beside.length > 0 ? `  (${beside.join(', ')})` : ''}`;
}

const wordsTo = (other: string, { from, type, to }: EdgeAnswer): string =>
  to.id === other ? `— ${type} → ${to.name}` : `← ${type} — ${from.name}`;
