/**
 * `diplograph why`: what an edge rests on, down to sources.
 */

import type { EdgeAnswer } from '../../answers/edge-answer.ts';
import { printEdge, printSource } from '../../answers/print-edge.ts';
import type { ExplainedDerivation, ExplainedEdge, Explanation } from '../../answers/why.ts';
import { numberOption } from '../options.ts';
import { noSuchRelation, wrongWhyWords } from '../problems.ts';
import type { AskedQuestion, Question } from '../question.ts';

interface WhyOptions {
  readonly derivations: number;
}

export const whyCommand: Question<WhyOptions> = {
  name: 'why',
  summary: 'show what an edge rests on, down to sources',
  description: 'Shows why an edge is there: the sources that state it, or the rules and premises it follows from.',
  arguments: { '<edge...>': 'the id of an edge; or from whom, of which type, to whom' },
  options: [
    numberOption('--derivations <number>', 'the most derivations of each conclusion', {
      least: 1,
      most: 1000,
      otherwise: 3,
    }),
  ],
  examples: [
    'diplograph why Switzerland participated-in 34IC',
    'diplograph why edge:d1272d0b13d2d566',
    'diplograph why Brazil joined initiative:global-ihl --json',
  ],
  async ask(asked) {
    const { view, form, options } = asked;
    const { why } = await import('../../answers/why.ts');
    const answer = (await edgesMeant(asked)).map((id) => why(view, id, options, form));
    return { answer, text: answer.map(printExplanation).join('\n\n') };
  },
};

/** The ids of the edges that are meant: one given by its id, or all of a type between two nodes. */
async function edgesMeant({ view, words, idMeant }: AskedQuestion<WhyOptions>): Promise<string[]> {
  const [from, type, to, ...more] = words;
  if (from !== undefined && type === undefined) return [from];
  if (from === undefined || type === undefined || to === undefined || more.length > 0)
    throw wrongWhyWords(words.length);
  const { edgesBetween } = await import('../../answers/edges-of.ts');
  const found = edgesBetween(view, idMeant(from), type, idMeant(to));
  if (found.length === 0) throw noSuchRelation(from, type, to);
  return found;
}

const support = {
  SELF: 'its own word about itself',
  SINGLE: 'one voice',
  INDEPENDENT: 'independent voices',
};

/** An indented tree: the conclusion on top, sources at the leaves; an edge that comes up again is only named. */
export function printExplanation({ edge, steps }: Explanation): string {
  const stepOf = new Map(steps.map((it) => [it.edge.id, it]));
  const linesOf = ({ id }: EdgeAnswer, indent: string): string[] => {
    const step = stepOf.get(id);
    if (!step) return [];
    const head = `${indent}${printEdge(step.edge)}`;
    if (explained.has(id)) return [`${head} (explained above)`];
    explained.add(id);
    return [head, ...linesOfStep(step, `${indent}    `)];
  };
  const explained = new Set<string>();
  const linesOfStep = (step: ExplainedEdge, indent: string): string[] => [
    ...step.edge.sources.map((it) => `${indent}${printSource(it)}`),
    ...(step.corroboration && step.voices.length > 0
      ? [`${indent}${support[step.corroboration]}: ${step.voices.map((it) => it.name).join(', ')}`]
      : []),
    ...step.derivations.flatMap((it) => linesOfDerivation(it, indent)),
    ...(step.moreDerivations > 0 ? [`${indent}and by ${step.moreDerivations} more derivations`] : []),
  ];
  const linesOfDerivation = ({ rule, name, sentence, premises }: ExplainedDerivation, indent: string): string[] => [
    `${indent}by ${rule}${name === undefined ? '' : `: ${name}`}`,
    ...(sentence === undefined ? [] : [`${indent}  ${sentence}`]),
    ...premises.flatMap((it) => linesOf(it, `${indent}  `)),
  ];
  return linesOf(edge, '').join('\n');
}
