/**
 * `dataset`: what this graph is and how far it reaches.
 */

import { type Dataset, dataset } from '../../answers/dataset.ts';
import type { JsonSchema } from '../../loading/entries/json-schema.ts';
import { listOfAnswers } from '../answer-schemas.ts';
import { oneLine } from '../print-facts.ts';
import type { Tool } from '../tool.ts';

type Answer = Omit<Dataset, 'ontology' | 'relationFields'>;

const text = (description: string): JsonSchema => ({ type: 'string', description });
const count = (description: string): JsonSchema => ({ type: 'integer', description });

export const datasetTool: Tool<Record<never, never>, Answer> = {
  name: 'dataset',
  title: 'What this graph covers',
  description:
    'Tells what this graph is: name, version, licence, what it covers and until when, counts of nodes and edges by type. Use it before you take silence for a no: what the graph does not cover, it cannot deny.',
  example: {},
  parameters: {},
  takesView: true,
  output: {
    name: text('The name of the graph.'),
    version: text('The version of the data.'),
    licence: text('The licence of the data.'),
    coverage: text('The scope of the data, and until when it reaches, in words.'),
    nodes: count('The number of nodes.'),
    edges: count('The number of edges.'),
    inferred: count('The number of edges that a rule inferred.'),
    sources: count('The number of sources that edges cite.'),
    from: text('The first day that an edge speaks of.'),
    until: text('The last day that an edge speaks of.'),
    nodeTypes: listOfAnswers('TypeCount'),
    edgeTypes: listOfAnswers('TypeCount'),
  },
  optional: ['name', 'version', 'licence', 'coverage', 'from', 'until'],
  cuts: { lists: ['edgeTypes', 'nodeTypes'], how: 'Ask "ontology".' },
  ask({ view, about }) {
    const { ontology: _, relationFields: _fields, ...answer } = dataset(view, about);
    return { ...answer };
  },
  print({
    name = 'This graph',
    version,
    licence,
    coverage,
    nodes,
    edges,
    inferred,
    sources,
    nodeTypes,
    edgeTypes,
    ...it
  }) {
    const counts = (types: typeof nodeTypes): string => types.map((type) => `${type.name} ${type.count}`).join(', ');
    return [
      [name, version, licence].filter((part) => part !== undefined).join(', '),
      coverage ?? '',
      `${nodes} nodes, ${edges} edges (${inferred} inferred by rules), ${sources} sources, ${it.from ?? '?'} to ${it.until ?? '?'}.`,
      `Nodes: ${counts(nodeTypes)}`,
      `Edges: ${counts(edgeTypes)}`,
    ]
      .filter((line) => line !== '')
      .map(oneLine)
      .join('\n');
  },
};
