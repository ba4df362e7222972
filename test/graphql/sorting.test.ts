import { describe, expect, test } from 'vitest';
import { engineOf } from '../../src/graphql/query-engine.ts';
import { asOf } from '../../src/views/restrictions.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { movies } from './movies.ts';

const sorted = (field: string, sort: string, rest = ''): string[] =>
  (movies.data(`{ ${field}(sort: ${sort}${rest}) { id } }`)[field] as { id: string }[]).map((it) => it.id);

test('missing values come last, and first when descending', () => {
  expect(sorted('people', '[{ born: ASC }]')).toEqual(['ann', 'dan', 'bob', 'cec']);
  expect(sorted('people', '[{ born: DESC }]')).toEqual(['cec', 'bob', 'ann', 'dan']);
});

test('a second sort decides among equals, then the id', () => {
  expect(sorted('people', '[{ born: ASC }, { name: DESC }]')).toEqual(['dan', 'ann', 'bob', 'cec']);
  expect(sorted('people', '[{}, { born: ASC }]')).toEqual(['ann', 'dan', 'bob', 'cec']);
});

test('a sorted list has pages, with a filter and without', () => {
  expect(sorted('people', '[{ name: DESC }]', ', limit: 2, offset: 1')).toEqual(['cec', 'bob']);
  expect(sorted('people', '[{ name: DESC }]', ', limit: 2, offset: 1, where: { born: { gt: 0 } }')).toEqual([
    'bob',
    'ann',
  ]);
});

test('an interface sorts across its types', () => {
  expect(sorted('works', '[{ title: DESC }]')).toEqual(['dallas', 'casino', 'brazil', 'alien']);
});

test('edges are sorted by what they carry and by the node at the other end', () => {
  const roles = (sort: string): unknown =>
    (
      movies.data(
        `{ people(where: { id: { eq: "ann" } }) { actedInConnection(sort: ${sort}) { edges { properties { role } } } } }`,
      ).people as { actedInConnection: { edges: { properties: { role: string } }[] } }[]
    )[0]?.actedInConnection.edges.map((it) => it.properties.role);
  expect(roles('[{ edge: { pay: ASC } }]')).toEqual(['Ripley', 'Sue', 'Mother']);
  expect(roles('[{ edge: { pay: DESC } }]')).toEqual(['Mother', 'Sue', 'Ripley']);
  expect(roles('[{ node: { title: DESC } }, { edge: { role: ASC } }]')).toEqual(['Sue', 'Mother', 'Ripley']);
});

describe('by the number of what is related', () => {
  test.each(seeds(30))('agrees with counting everything, at every view, seed %i', (seed) => {
    const whole = randomGraph(seed, { nodes: 14, edges: 40 });
    const { nodes, ontology } = whole.graph;
    const [relation] = ontology.nodeTypes.get('Person')!.relations.values();
    const { plural } = ontology.nodeTypes.get('Person')!;
    const engine = engineOf(whole.graph);
    for (const [what, direction] of [
      ['edges', 'DESC'],
      ['nodes', 'ASC'],
    ] as const) {
      for (const date of [undefined, '1970-01-31']) {
        const view = date === undefined ? whole : asOf(whole, { first: 30, last: 30 });
        const counts = new Map<number, number>();
        for (let node = 0; node < nodes.count; node++) {
          if (nodes.typeOf(node) !== 'Person') continue;
          const others: number[] = [];
          view.forEachEdge(node, relation!.direction, view.graph.edges.typeCode(relation!.edgeType), (_, other) => {
            if (nodes.typeOf(other) === relation!.target) others.push(other);
          });
          counts.set(node, what === 'edges' ? others.length : new Set(others).size);
        }
        const sign = direction === 'DESC' ? -1 : 1;
        const expected = [...counts].sort(([a, m], [b, n]) => sign * (m - n) || a - b).map(([node]) => nodes.ids[node]);
        const asked = date === undefined ? '' : `query @asOf(date: "${date}") `;
        const field = `${plural}(sort: [{ ${relation!.field}Connection: { ${what}: ${direction} } }])`;
        const answer = engine.ask({ view: whole }, `${asked}{ ${field} { id } }`);
        const found = 'json' in answer ? JSON.parse(answer.json)[plural] : answer.errors;
        expect(found).toEqual(expected.map((id) => ({ id })));
      }
    }
  });
});
