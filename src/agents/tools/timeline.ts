/**
 * `timeline` and `changes`: what happened to a node, in order, and what changed between two dates.
 */

import { type ChangedEdge, changes } from '../../answers/changes.ts';
import { type TimelineEntry, timeline } from '../../answers/timeline.ts';
import type { JsonSchema } from '../../loading/entries/json-schema.ts';
import { listOfAnswers } from '../answer-schemas.ts';
import type { CitedEdge } from '../fit-answer.ts';
import { dateParameter, needed, numberParameter, textParameter, textsParameter } from '../parameters.ts';
import { factPrinter } from '../print-facts.ts';
import { type AnyTool, defineTool } from '../tool.ts';

const count = (what: string): JsonSchema => ({ type: 'integer', description: `The number of ${what}.` });

const FIELDS = ['entries', 'ongoing', 'undated'] as const;
const HEADS = { entries: 'In the span', ongoing: 'All through the span', undated: 'Without a date' };

export const timelineTool: AnyTool = defineTool({
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
    entryCount: count('entries in the span'),
    ongoingCount: count('entries all through it'),
    undatedCount: count('entries without a date'),
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
});

const KINDS = ['happened', 'began', 'ended', 'becameKnown'] as const;
const WORDS = { happened: 'Happened', began: 'Began', ended: 'Ended', becameKnown: 'Became known' };

export const changesTool: AnyTool = defineTool({
  name: 'changes',
  title: 'What changed between two dates',
  description:
    'Lists what happened in a span of time, what began and did not end, what had begun before and ended, and what became known by sources published then, for some nodes or in the whole graph, each as certain or possible. Use it for "what is new since", "what changed between".',
  example: { of: ['Kazakhstan'], from: '2024-09-01', to: '2024-10-31', first: 5, skip: 0 },
  parameters: {
    of: textsParameter('Ids or names of nodes; without them, the whole graph.'),
    from: needed(dateParameter('The beginning of the span: 2024, 2024-10, 2024-10-28; its first day counts.')),
    to: needed(dateParameter('The end of the span; its last day counts.')),
    types: textsParameter('Node types or interfaces of which one end of an edge has to be.'),
    first: numberParameter('The most changes of each list.', 1, 100, 10),
    skip: numberParameter('How many changes of each list to pass over, for the next page.', 0, 1_000_000, 0),
  },
  heavy: true,
  takesView: true,
  output: {
    happenedCount: count('edges that happened'),
    happened: listOfAnswers('Change'),
    beganCount: count('edges that began'),
    began: listOfAnswers('Change'),
    endedCount: count('edges that ended'),
    ended: listOfAnswers('Change'),
    becameKnownCount: count('edges that became known'),
    becameKnown: listOfAnswers('Change'),
  },
  cuts: { lists: ['becameKnown', 'ended', 'began', 'happened'], how: 'Ask for a shorter span, or page with "skip".' },
  ask: ({ view, form, idMeant }, { of = [], ...options }) => ({ ...changes(view, of.map(idMeant), options, form) }),
  print(answer) {
    const { fact } = factPrinter(answer);
    const line = ({ certainty, edge }: ChangedEdge<CitedEdge>): string =>
      `- ${fact(edge)}${certainty === 'POSSIBLE' ? ' possible' : ''}`;
    const parts = KINDS.filter((it) => answer[`${it}Count`] > 0);
    if (parts.length === 0) return 'Nothing that is dated changed in that span.';
    return parts
      .map((it) => `${WORDS[it]} (${answer[`${it}Count`]}):\n${answer[it].map(line).join('\n')}`)
      .join('\n\n');
  },
});
