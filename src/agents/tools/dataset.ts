/**
 * `dataset` and `ontology`: what this graph is and how far it reaches, and what can be asked.
 */
import { type Dataset, dataset } from '../../answers/dataset.ts';
import type { JsonSchema } from '../../loading/entries/json-schema.ts';
import { briefOntology } from '../../ontology/brief-ontology.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import { listOfAnswers } from '../answer-schemas.ts';
import { oneLine } from '../print-facts.ts';
import { type AnyTool, defineTool } from '../tool.ts';

const text = (description: string): JsonSchema => ({ type: 'string', description });
const count = (description: string): JsonSchema => ({ type: 'integer', description });

export const datasetTool: AnyTool = defineTool({
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
  ask({ view, about }): Omit<Dataset, 'ontology' | 'relationFields'> {
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
});

export const ontologyTool: AnyTool = defineTool({
  name: 'ontology',
  title: 'What can be asked',
  description:
    'Gives the types of nodes and edges with their meaning, the fields of the query API, the views and examples of queries, on at most 300 lines. Use it once, before "query", or when you need the exact name of an edge type.',
  example: {},
  parameters: {},
  takesView: false,
  output: { text: { type: 'string', description: 'Markdown.' } },
  cuts: { lists: [], how: '' },
  ask: ({ view }) => ({ text: describeQueries(view.ontology) }),
  print: ({ text }) => text,
});

/** The ontology and what the query API has beside it, as Markdown. */
export const describeQueries = (ontology: Ontology): string => `${briefOntology(ontology)}\n\n${viewsAndExamples}\n`;

/** What the query API has whatever the ontology is. */
const viewsAndExamples = `## Views

An operation sees the whole graph, or as much as its directives leave, at every hop:

- query @asOf(date: "2024-10-30") { … }: the graph as it was. Dates may be vague; mode: CERTAIN keeps only what they put beyond doubt.
- query @knownBy(date: "2024-10-15") { … }: what sources published until then say.
- query @stated { … }: only what sources state, nothing that a rule inferred.
- query @trust(min: 0.8) { … }: edges of at least that confidence.
- query @sources(only: ["…"], except: ["…"]) { … }: what some sources support.

## Fields of any ontology

- entity(id), search(text, types, first), edge(id), why(edge), paths(from, to, maxHops, via, avoid, first)
- neighbourhood(of, depth, via, first), timeline(of, during, via), changes(of, from, to), disagreements(of), retract(source), dataset
- ranking(type, by: DEGREE | PAGERANK | BETWEENNESS | CORE | CLUSTERING, via, direction, first), communities(by: LOUVAIN | LABELS | COMPONENTS, via), groupCount(type, by, of)

## Forms of queries

THINGS stands for a list of a node type, REL for a field that leads along an edge type.

1. { THINGS(where: { name: { contains: "x" } }, sort: [{ name: ASC }], limit: 10) { id name } }
2. { THINGS(where: { REL: { some: { name: { eq: "x" } } } }) { name REL { name } } }
3. { THINGS(where: { id: { eq: "x" } }) { RELConnection { totalCount edges { node { name } properties { id when modality sources locators } } } } }
4. { THINGSConnection(where: { NOT: { RELConnection: { aggregate: { count: { edges: { gt: 2 } } } } } }) { totalCount } }
5. query @asOf(date: "2024") { THINGS(limit: 10) { name REL { name } } }
6. { search(text: "x", first: 3) { node { id name } matched how } }
7. { paths(from: "x", to: "y", maxHops: 4, first: 2) { paths { hops { from { name } edge { id type sources { id locator quotation } } to { name } } } } }
8. { why(edge: "x") { steps { edge { id type from { name } to { name } } derivations { rule sentence } } } }
9. { groupCount(type: "TYPE", by: "PROPERTY", of: "REL", first: 5) { value count } }
10. { timeline(of: "x", during: "2024") { entries { when edge { id type from { name } to { name } } } } }`;
