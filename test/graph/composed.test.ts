/**
 * Texts are kept composed, and asked so: whoever types `é` as two characters means the same node, edge, word and source.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { AnyOntology } from '../../src/ontology/typed-ontology.ts';
import { openGraph } from '../../src/open-graph.ts';
import { loadFiles, saidOf } from '../kit/facts-folder.ts';

const apart = (text: string): string => text.normalize('NFD');

const schema = `
type Source @node { id: ID! name: String! }
type Person @node {
  id: ID! name: String! aliases: [String!]!
  knows: [Person!]! @relationship(type: "knows", direction: OUT, properties: "Carried")
  knownTo: [Person!]! @relationship(type: "knows", direction: IN, properties: "Carried")
}
type Carried @relationshipProperties { id: ID! role: String sources: [ID!]! locators: [String!]! }
`;

let graph: Graph<AnyOntology>;
beforeAll(async () => {
  graph = await openGraph({
    schema,
    rules: apart(`rules:
  - id: R1
    name: Friends know back
    if: [A knows B as chargé]
    then: B knows A
    because: "{B} is known."
    examples:
      - { case: one who is called so, given: [a knows b as chargé], follows: [b knows a] }
      - { case: another, given: [a knows b as envoy], follows: nothing }
`),
    sources: [{ id: 'source:évent', name: 'Event' }],
    nodes: [
      { id: 'p:josé', type: 'Person', name: 'José', aliases: ['Pépé'] },
      { id: 'p:ana', type: 'Person', name: 'Ana' },
    ],
    edges: [{ id: 'edge:é', from: 'p:josé', edge: 'knows', to: 'p:ana', role: 'chargé', source: 'source:évent' }],
  });
});

describe('a text in pieces is asked as one', () => {
  const jose = apart('p:josé');

  test('by ids of nodes and of edges', () => {
    expect(graph.node(jose)?.name).toBe('José');
    expect(graph.from(jose).out('knows').ids()).toEqual(['p:ana']);
    expect(graph.edge(apart('edge:é'))?.id).toBe('edge:é');
    expect(graph.why(apart('edge:é')).edge.id).toBe('edge:é');
    expect(graph.paths(jose, 'p:ana').paths).toHaveLength(1);
    expect(graph.around(jose, 1).toJSON().nodes).toBe(2);
  });

  test('by sources', () => {
    expect(
      graph
        .stated()
        .backedBy({ only: [apart('source:évent')] })
        .toJSON().edges,
    ).toBe(1);
  });

  test('by words of filters, in walks and in GraphQL', async () => {
    expect(
      graph
        .nodes('Person')
        .where({ name: apart('José') })
        .ids(),
    ).toEqual(['p:josé']);
    expect(
      graph
        .nodes('Person')
        .where({ aliases: { includes: apart('Pépé') } })
        .ids(),
    ).toEqual(['p:josé']);
    const name = apart('José');
    const asked = (where: string): Promise<unknown> => graph.query(`{ people(where: ${where}) { id } }`);
    for (const where of [
      `{ name: { eq: "${name}" } }`,
      `{ name: { in: ["${name}"] } }`,
      `{ name: { startsWith: "${name}" } }`,
      `{ id: { eq: "${jose}" } }`,
      `{ knownTo: { some: { id: { eq: "${jose}" } } } }`,
    ])
      expect(await asked(where), where).toMatchObject({ data: { people: [{}] } });
  });

  test('by a search, by words of rules, and by the ids of a draft', () => {
    expect(graph.find(apart('José'))[0]?.node.id).toBe('p:josé');
    expect(graph.from('p:ana').out('knows').ids()).toEqual(['p:josé']);
    const draft = graph.edit().changeNode(jose, { name: 'Joseph' }).retractEdge(apart('edge:é'));
    expect(draft.commit().node('p:josé')?.name).toBe('Joseph');
  });
});

test('a table and its mapping may be written apart, each in its way', () => {
  const data = loadFiles({
    'tables/t.csv': apart('Código,Año,Tipo\nperú,Año 1,república\ncusco,Año 1,región\n'),
    'tables/t.map.yaml': `source: source:gazette
lookups: { años: { Año 1: '1821' } }
nodes:
  - { id: 'state:{Código}', type: State, name: '{Código}', aliases: ['{Año|lookup:años}'], only: { Tipo: república } }
`,
  });
  expect(saidOf(data)).toEqual([]);
  expect(data.nodes.find((it) => it.id === 'state:perú')?.properties).toMatchObject({
    name: 'perú',
    aliases: ['1821'],
  });
});
