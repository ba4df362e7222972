/**
 * `timeline`: what happened to a node, in order.
 */
import type { NodeAnswer } from '../../answers/answer-form.ts';
import { type Timeline, type TimelineEntry, timeline } from '../../answers/timeline.ts';
import type { JsonSchema } from '../../loading/entries/json-schema.ts';
import { listOfAnswers } from '../answer-schemas.ts';
import type { CitedEdge } from '../cited-form.ts';
import { dateParameter, needed, textParameter, textsParameter } from '../parameters.ts';
import { factPrinter } from '../print-facts.ts';
import type { Tool } from '../tool.ts';

interface Input {
  readonly of: string;
  readonly during?: string;
  readonly from?: string;
  readonly to?: string;
  readonly via?: readonly string[];
}

type Answer = Timeline<NodeAnswer, CitedEdge>;

const count = (where: string): JsonSchema => ({ type: 'integer', description: `The number of entries ${where}.` });

const FIELDS = ['entries', 'ongoing', 'undated'] as const;
const HEADS = { entries: 'In the span', ongoing: 'All through the span', undated: 'Without a date' };

export const timelineTool: Tool<Input, Answer> = {
  name: 'timeline',
  title: 'What happened to a node, in order',
  description:
    'Lists what began or ended for a node in a span of time, in the order of the dates, then what went on all through the span, then what has no date. Dates are as precise as the sources are: 2024-10 is a month, never a day. Use it for "what did X do in 2024", "when did …", "what changed for X since …".',
  example: { of: 'Kazakhstan', during: '2024-10' },
  parameters: {
    of: needed(textParameter('The id or the name of the node.')),
    during: dateParameter('The span: 2024, 2024-10, 2024-10-28/2024-10-31. The same as from and to together.'),
    from: dateParameter('The beginning of the span; open without it.'),
    to: dateParameter('The end of the span; open without it.'),
    via: textsParameter('Names of the only edge types to tell of; all without it.'),
  },
  heavy: true,
  takesView: true,
  output: {
    entryCount: count('in the span'),
    ongoingCount: count('all through it'),
    undatedCount: count('without a date'),
    entries: listOfAnswers('TimelineEntry'),
    ongoing: listOfAnswers('TimelineEntry'),
    undated: listOfAnswers('TimelineEntry'),
  },
  cuts: { lists: ['undated', 'ongoing', 'entries'], how: 'Ask for a shorter span, or with "via" for some edge types.' },
  ask({ view, form, idMeant }, { of, ...options }) {
    return { ...timeline(view, [idMeant(of)], options, form) };
  },
  print(answer) {
    const { fact } = factPrinter(answer);
    const line = ({ when, since, edge, property }: TimelineEntry): string =>
      `- ${when ?? since ?? 'no date'}: ${edge ? fact(edge) : property}`;
    const parts = FIELDS.filter((it) => answer[it].length > 0);
    if (parts.length === 0) return 'Nothing in this view.';
    return parts.map((it) => `${HEADS[it]}:\n${answer[it].map(line).join('\n')}`).join('\n\n');
  },
};
