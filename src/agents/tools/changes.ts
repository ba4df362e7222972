/**
 * `changes`: what changed between two dates.
 */
import { type ChangedEdge, type ChangesBetween, changes } from '../../answers/changes.ts';
import { listOfAnswers } from '../answer-schemas.ts';
import type { CitedEdge } from '../cited-form.ts';
import { dateParameter, needed, numberParameter, textsParameter } from '../parameters.ts';
import { factPrinter } from '../print-facts.ts';
import type { Tool } from '../tool.ts';

interface Input {
  readonly of?: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly types?: readonly string[];
  readonly first: number;
  readonly skip: number;
}

type Answer = ChangesBetween<CitedEdge>;

const KINDS = ['happened', 'began', 'ended', 'becameKnown'] as const;
const WORDS = { happened: 'Happened', began: 'Began', ended: 'Ended', becameKnown: 'Became known' };

const count = { type: 'integer', description: 'How many in all.' };

export const changesTool: Tool<Input, Answer> = {
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
    happenedCount: count,
    happened: listOfAnswers('Change'),
    beganCount: count,
    began: listOfAnswers('Change'),
    endedCount: count,
    ended: listOfAnswers('Change'),
    becameKnownCount: count,
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
};
