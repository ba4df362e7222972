/**
 * `search`: names to ids.
 */
import type { NodeAnswer } from '../../answers/answer-form.ts';
import { search } from '../../answers/search.ts';
import { checkPageSize } from '../../graphql/page.ts';
import type { SearchHit } from '../../search/search-hit.ts';
import { listOfAnswers } from '../answer-schemas.ts';
import type { CitedEdge } from '../cited-form.ts';
import { needed, numberParameter, textParameter, textsParameter } from '../parameters.ts';
import { factPrinter, oneLine } from '../print-facts.ts';
import type { Tool } from '../tool.ts';

interface Input {
  readonly text: string;
  readonly types?: readonly string[];
  readonly language?: string;
  readonly first: number;
}

interface Answer {
  readonly hits: readonly SearchHit<NodeAnswer, CitedEdge>[];
}

export const searchTool: Tool<Input, Answer> = {
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
};
