/**
 * `evidence`: why an edge is in the graph, what speaks against it, and what would fall with it or with a source.
 */
import type { NodeAnswer } from '../../answers/answer-form.ts';
import { type Disagreement, disagreements } from '../../answers/disagreements.ts';
import { edgesBetween } from '../../answers/edges-of.ts';
import { type Retraction, retraction } from '../../answers/retraction.ts';
import { type ExplainedDerivation, type Explanation, why } from '../../answers/why.ts';
import { answerOf, listOfAnswers } from '../answer-schemas.ts';
import type { CitedEdge } from '../fit-answer.ts';
import { textParameter } from '../parameters.ts';
import { factPrinter, oneLine } from '../print-facts.ts';
import { noEdgeBetween, notAskedWhole } from '../problems.ts';
import { type AnyTool, type AskedTool, defineTool } from '../tool.ts';

interface Input {
  readonly edge?: string;
  readonly from?: string;
  readonly type?: string;
  readonly to?: string;
  readonly source?: string;
}

interface Answer {
  readonly explanations: readonly Explanation<CitedEdge>[];
  readonly rivals: readonly Disagreement<NodeAnswer, CitedEdge>[];
  readonly fall?: Retraction<NodeAnswer, CitedEdge>;
}

export const evidenceTool: AnyTool = defineTool({
  name: 'evidence',
  title: 'Why something holds, and what speaks against it',
  description:
    'Explains an edge: the sources that state it, with places and quotations, or the rule and premises it was inferred from, down to sources; how well it is supported; rival statements; and, of a stated edge, what would fall without it. Give "edge", or "from" and "to" with or without "type". With "source" alone it tells what would go and what would no longer follow without that source. Use it before you call something a fact, and for "says who".',
  example: { from: 'Switzerland', type: 'participated-in', to: '34IC' },
  parameters: {
    edge: textParameter('The id of an edge, as other tools give it.'),
    from: textParameter('The id or the name of the node that the edge leads from.'),
    type: textParameter('The edge type, such as co-launched; any without it.'),
    to: textParameter('The id or the name of the node that the edge leads to.'),
    source: textParameter('The id of a source to do without.'),
  },
  heavy: true,
  takesView: true,
  output: {
    explanations: { ...listOfAnswers('Explanation'), description: 'The edges asked about, each explained.' },
    rivals: {
      ...listOfAnswers('Disagreement'),
      description: 'The disagreements of sources that the edges are part of.',
    },
    fall: {
      ...answerOf('Retraction'),
      description: 'What would go and fall without the stated edges, or without the source.',
    },
  },
  optional: ['fall'],
  cuts: {
    lists: [
      'unsourced',
      'changed',
      'conclusions',
      'statements',
      'weakened',
      'claims',
      'steps',
      'rivals',
      'explanations',
    ],
    how: 'Ask for one edge by its id.',
  },
  ask(asked, input): Answer {
    const { view, form } = asked;
    if (input.source !== undefined) {
      return { explanations: [], rivals: [], fall: retraction(view, { sources: [input.source] }, form) };
    }
    const ids = edgesAsked(asked, input);
    const explanations = ids.map((id) => why(view, id, {}, form));
    const explained = new Set(ids);
    const starts = new Set(explanations.map((it) => it.edge.from.id));
    const rivals = [...starts].flatMap((it) => disagreements(view, it, form));
    const stated = explanations.filter((it) => it.edge.status === 'STATED').map((it) => it.edge.id);
    return {
      explanations,
      rivals: rivals.filter((it) => it.rivals.some(({ edge }) => edge && explained.has(edge.id))),
      ...(stated.length > 0 && { fall: retraction(view, { edges: stated }, form) }),
    };
  },
  print(answer) {
    const { fact, node } = factPrinter(answer);
    const explained = answer.explanations.map(({ edge, steps, corroboration, voices }) => {
      const by = voices.map((it) => it.name).join(', ');
      const support = corroboration && `Support: ${corroboration}${by === '' ? '' : `, by ${by}`}`;
      const [first, ...premises] = steps;
      const lines = premises.flatMap((step) => [`- ${fact(step.edge)}`, ...step.derivations.map(printDerivation)]);
      return [fact(edge), support && oneLine(support), ...(first?.derivations ?? []).map(printDerivation), ...lines]
        .filter((it) => it)
        .join('\n');
    });
    const rivals = answer.rivals.map(({ name, node: of, rivals: all }) =>
      [
        `Sources disagree about ${name} of ${node(of)}:`,
        ...all.map(({ value, rank, edge }) => `- ${oneLine(value)}, ${rank}${edge ? ` (${edge.id})` : ''}`),
      ].join('\n'),
    );
    return [...explained, ...rivals, ...(answer.fall ? [printFall(answer.fall, fact)] : [])].join('\n\n');
  },
});

function printDerivation({ rule, sentence, name = '', premises }: ExplainedDerivation<CitedEdge>): string {
  return `  Follows by ${oneLine(`${rule}: ${sentence ?? name}`)} From ${premises.map(({ id }) => id).join(', ')}.`;
}

function edgesAsked({ view, idMeant }: AskedTool, { edge, from, type, to }: Input): string[] {
  if (edge !== undefined) return [edge];
  if (from === undefined || to === undefined) {
    throw notAskedWhole('evidence', '"edge", or "from" and "to", or "source"');
  }
  const found = edgesBetween(view, idMeant(from), type, idMeant(to));
  if (found.length === 0) throw noEdgeBetween(from, type, to);
  return found;
}

function printFall(fall: Retraction<NodeAnswer, CitedEdge>, fact: (edge: CitedEdge) => string): string {
  const part = (words: string, count: number, edges: readonly CitedEdge[]): string =>
    [`${words}: ${count}`, ...edges.map((it) => `- ${fact(it)}`)].join('\n');
  return [
    part('Without it, statements that would go', fall.statementCount, fall.statements),
    part('Conclusions that would fall', fall.conclusionCount, fall.conclusions),
    part('Statements that would stay with fewer sources', fall.weakenedCount, fall.weakened),
  ].join('\n');
}
