/**
 * `entity`: what is known of one node.
 */
import { entity } from '../../answers/entity.ts';
import { answerOf, listOfAnswers } from '../answer-schemas.ts';
import { needed, numberParameter, textParameter, textsParameter } from '../parameters.ts';
import { factPrinter, oneLine } from '../print-facts.ts';
import { type AnyTool, defineTool } from '../tool.ts';

export const entityTool: AnyTool = defineTool({
  name: 'entity',
  title: 'What is known of a node',
  description:
    'Tells what is known of a state, person, organisation, event or any other node: its properties, and its relations grouped by edge type and direction, each group with its full count and a page of edges. Use it for "who is", "what did X do", "what is X a member of"; with asOf for a date. For more of one group, ask again with "via" and "skip".',
  example: { of: 'Kazakhstan', via: ['co-launched', 'joined'], first: 5, skip: 0 },
  parameters: {
    of: needed(textParameter('The id or the name of the node.')),
    via: textsParameter('Names of the only edge types to tell of, such as co-launched; all without it.'),
    first: numberParameter('The most edges of each group.', 1, 100, 5),
    skip: numberParameter('How many edges of each group to pass over, for the next page.', 0, 1_000_000, 0),
  },
  takesView: true,
  output: {
    node: answerOf('Entity'),
    properties: listOfAnswers('EdgeProperty'),
    sources: listOfAnswers('CitedSource'),
    relations: {
      type: 'array',
      description: 'Its relations by edge type and direction, in the order of the ontology.',
      items: {
        type: 'object',
        properties: {
          type: { type: 'string', description: 'The edge type.' },
          direction: {
            type: 'string',
            enum: ['OUT', 'IN', 'BOTH'],
            description:
              'OUT where the edges lead away from the node, IN where they lead to it, BOTH where they lead either way.',
          },
          count: { type: 'integer', description: 'The number of edges in all.' },
          edges: listOfAnswers('GraphEdge'),
        },
        required: ['type', 'direction', 'count', 'edges'],
        additionalProperties: false,
      },
    },
  },
  cuts: { lists: ['edges', 'relations'], how: 'Ask again with "via" for one edge type, with "first" and "skip".' },
  ask({ view, form, idMeant }, { of, ...options }) {
    const answer = entity(view, idMeant(of), options, form);
    return { ...answer, sources: answer.sources.map(({ node: _, ...citation }) => citation) };
  },
  print(answer) {
    const { fact, node, citations } = factPrinter(answer);
    const groups = answer.relations.map(({ type, direction, count, edges }) => {
      const shown = edges.length < count ? `, ${edges.length} of them here` : '';
      return [`${type} (${direction}, ${count}${shown})`, ...edges.map((it) => `- ${fact(it)}`)].join('\n');
    });
    return [
      [node(answer.node), citations(answer.sources)].filter((it) => it !== '').join(' '),
      answer.properties.map((it) => `${it.name}: ${oneLine(it.value)}`).join('\n'),
      groups.length > 0 ? groups.join('\n\n') : 'It has no relations in this view.',
    ]
      .filter((it) => it !== '')
      .join('\n\n');
  },
});
