/**
 * `search` and `similar`: names to ids, and which nodes are like one.
 */

import type { NodeAnswer } from '../../answers/answer-form.ts';
import { search } from '../../answers/search.ts';
import { type SimilarNode, similar } from '../../answers/similar.ts';
import { checkPageSize } from '../../graphql/page.ts';
import { listOfAnswers } from '../answer-schemas.ts';
import { needed, numberParameter, textParameter, textsParameter } from '../parameters.ts';
import { factPrinter, oneLine } from '../print-facts.ts';
import { type AnyTool, defineTool } from '../tool.ts';

export const searchTool: AnyTool = defineTool({
  name: 'search',
  title: 'Find a node by name',
  description:
    'Finds states, organisations, people, events, resolutions and other nodes by what people call them, in any script, misspelt or unfinished, and gives their ids. Use it first when you have a name and need the id, or when another tool says that a name may be several. An office and a time ("ICRC president 1960", "who headed the IFRC in 2011") find who held it: "tenure" says whether that is CERTAIN, POSSIBLE, or only the nearest BEFORE or AFTER. Each hit says which of its names matched and how. No hit means that the graph does not know the name: say so.',
  example: { text: 'Spolaric president red cross', first: 3 },
  parameters: {
    text: needed(textParameter('The name, as a person would type it.')),
    types: textsParameter('Node types or interfaces to look among, such as State; all without it.'),
    language: textParameter('A language tag such as ru: only names in the script of that language count.'),
    first: numberParameter('The most hits.', 1, 50, 10),
  },
  heavy: true,
  takesView: true,
  output: { hits: listOfAnswers('SearchHit') },
  cuts: { lists: ['hits'], how: 'Ask with a longer name, or with "types".' },
  ask({ view, form, limits }, { text, ...options }) {
    checkPageSize('first', options.first, limits.maxPageSize);
    return { hits: search(view, text, options, form) };
  },
  print(answer) {
    const { node, fact } = factPrinter(answer);
    if (answer.hits.length === 0) return 'Nothing is called so in this graph.';
    return answer.hits
      .map((it) => {
        const hit = `- ${node(it.node)}: ${oneLine(it.matched)}, ${it.how}, ${it.score.toFixed(2)}`;
        return it.tenure ? `${hit}, ${it.tenure.certainty} ${it.tenure.asked}: ${fact(it.tenure.edge)}` : hit;
      })
      .join('\n');
  },
});

export const similarTool: AnyTool = defineTool({
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
});
