/**
 * `connections`: how two nodes are connected.
 */
import { avoided, paths } from '../../answers/paths.ts';
import { listOfAnswers } from '../answer-schemas.ts';
import { flagParameter, needed, numberParameter, textParameter, textsParameter } from '../parameters.ts';
import { factPrinter } from '../print-facts.ts';
import { type AnyTool, defineTool } from '../tool.ts';

export const connectionsTool: AnyTool = defineTool({
  name: 'connections',
  title: 'How two nodes are connected',
  description:
    'Finds the paths between two nodes, the shortest first, each hop with its edge and sources. Use it for "how is X connected to Y", "what links them", "did X and Y ever …". An empty list says that within maxHops nothing in this view connects them. "truncated" says that the search was cut off.',
  example: { from: 'Brazil', to: 'Kate Forbes', maxHops: 4, first: 2 },
  parameters: {
    from: needed(textParameter('The id or the name of the node to start from.')),
    to: needed(textParameter('The id or the name of the node to reach.')),
    maxHops: numberParameter('The most edges of a path.', 1, 8, 4),
    via: textsParameter('Names of the only edge types to follow; all without it.'),
    through: textsParameter('Names of the only node types that may lie between the two; all without it.'),
    avoid: textsParameter('Ids or names of nodes, and names of edge types and node types, that no path may pass.'),
    concurrent: flagParameter('Whether all hops of a path have to have held on one day.'),
    first: numberParameter('The most paths.', 1, 20, 3),
  },
  heavy: true,
  takesView: true,
  output: {
    paths: listOfAnswers('GraphPath'),
    truncated: {
      type: 'boolean',
      description: 'Whether the search was cut off: there may be more paths, none shorter.',
    },
  },
  cuts: { lists: ['alternatives', 'paths'], how: 'Ask with "via" or "avoid", or for fewer paths.' },
  ask({ view, form, limits, idMeant }, { from, to, avoid = [], ...options }) {
    const { nodes, ...types } = avoided(view, avoid);
    return paths(
      view,
      idMeant(from),
      idMeant(to),
      { ...options, avoid: { nodes: nodes.map(idMeant), ...types }, budget: limits.maxWork },
      form,
    );
  },
  print(answer) {
    const { fact } = factPrinter(answer);
    const found = answer.paths.map(({ length, nodes, hops }) => {
      const others = (count: number): string => (count > 0 ? ` (and ${count} more edges between the two)` : '');
      return [
        `${nodes.map((it) => it.name).join(' – ')}, ${length} ${length === 1 ? 'hop' : 'hops'}:`,
        ...hops.map(({ edge, alternatives }) => `- ${fact(edge)}${others(alternatives.length)}`),
      ].join('\n');
    });
    if (answer.truncated) found.push('The search was cut off: there may be more.');
    return found.length > 0 ? found.join('\n\n') : 'Nothing in this view connects them within that many hops.';
  },
});
