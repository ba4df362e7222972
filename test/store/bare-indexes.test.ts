import { UndirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import { openGraph } from '../../src/open-graph.ts';
import { withBareIndexes } from '../../src/store/bare-indexes.ts';

const schema = `
type Source @node { id: ID! name: String! }
type Person @node {
  id: ID! name: String!
  knows: [Person!]! @relationship(type: "knows", direction: OUT, properties: "Carried")
  knownTo: [Person!]! @relationship(type: "knows", direction: IN, properties: "Carried")
}
type Carried @relationshipProperties { id: ID! role: String sources: [ID!]! locators: [String!]! }
`;
const ids = ['constructor', '__proto__', 'toString', 'valueOf', 'a'];

test('nodes called like members of an object are held by copies, projections and drafts', async () => {
  const graph = await openGraph({
    schema,
    sources: [{ id: 's', name: 'S' }],
    nodes: ids.map((id) => ({ id, type: 'Person', name: id })),
    edges: ids.flatMap((from) => ids.map((to) => ({ from, edge: 'knows', to, source: 's' }))),
  });
  const copy = graph.graphology.copy();
  expect([copy.order, copy.size]).toEqual([ids.length + 1, ids.length ** 2]);
  for (const id of ids) {
    expect(copy.outNeighbors(id).sort(), id).toEqual([...ids].sort());
    expect(graph.projection().neighbors(id).sort(), id).toEqual(ids.filter((it) => it !== id).sort());
  }
  const draft = graph.edit().retractNode('constructor');
  expect(draft.commit().toJSON()).toMatchObject({ nodes: ids.length, edges: (ids.length - 1) ** 2 });
});

test('without it, graphology itself cannot', () => {
  const filled = (graph: UndirectedGraph): number => {
    for (const id of ids) graph.addNode(id);
    for (const id of ids) if (id !== 'a') graph.mergeEdge('a', id);
    return graph.degree('a');
  };
  expect(filled(withBareIndexes(new UndirectedGraph()))).toBe(ids.length - 1);
  expect(() => expect(filled(new UndirectedGraph())).toBe(ids.length - 1)).toThrow();
});
