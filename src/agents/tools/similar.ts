/**
 * `similar`: which nodes are like one.
 */
import type { NodeAnswer } from '../../answers/answer-form.ts';
import { type SimilarNode, similar } from '../../answers/similar.ts';
import { listOfAnswers } from '../answer-schemas.ts';
import { needed, numberParameter, textParameter, textsParameter } from '../parameters.ts';
import type { Tool } from '../tool.ts';

interface Input {
  readonly of: string;
  readonly type?: string;
  readonly via?: readonly string[];
  readonly same?: readonly string[];
  readonly first: number;
}

interface Answer {
  readonly nodes: readonly SimilarNode<NodeAnswer>[];
}

export const similarTool: Tool<Input, Answer> = {
  name: 'similar',
  title: 'Which nodes are like one',
  description:
    'Lists the nodes that share the most neighbours with one, in the same relations: score (shared as a share of all that either has), the numbers, and shared neighbours that few others have. Use it for "who votes, joins, launches like X". For votes ask with via: ["voted-on"] and same: ["position"].',
  example: { of: 'Kazakhstan', via: ['co-launched'], first: 5 },
  parameters: {
    of: needed(textParameter('The id or the name of the node.')),
    type: textParameter('A node type or interface of which the similar ones are; the type of the node without it.'),
    via: textsParameter('Names of the only edge types that count; all without it.'),
    same: textsParameter('Properties of edges that have to be the same, such as "position" of a vote.'),
    first: numberParameter('The most nodes.', 1, 50, 10),
  },
  heavy: true,
  takesView: true,
  output: { nodes: listOfAnswers('SimilarNode') },
  cuts: { lists: ['nodes'], how: 'Ask for fewer nodes.' },
  ask({ view, form, idMeant }, { of, ...options }) {
    return { nodes: similar(view, idMeant(of), options, form) };
  },
  print({ nodes }) {
    const line = ({ node, score, shared, either, examples }: SimilarNode<NodeAnswer>): string =>
      `- ${node.name} (${node.id}): ${score.toFixed(3)}, ${shared} of ${either} shared, such as ${examples.map((it) => it.name).join(', ')}`;
    return nodes.length > 0 ? nodes.map(line).join('\n') : 'Nothing in this view shares a neighbour with it.';
  },
};
