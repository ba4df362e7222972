import { expect, test } from 'vitest';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { EdgeFacts } from '../../src/store/edge-facts.ts';
import type { EdgeTable } from '../../src/store/edge-table.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { randomFacts, randomOntology, seeds } from '../kit/random-graph.ts';

test.each(seeds(30))('facts taken in come out again, and in the order in which they came, seed %i', (seed) => {
  const edges = randomFacts(seed).edges.map((it, i) => {
    const at = { file: ['a.csv', 'b.yaml'][i % 2]!, line: i + 1, column: 1 + (i % 3) };
    return i % 5 === 0 ? it : { ...it, at: i % 3 === 0 ? at : { ...at, length: i % 7 } };
  });
  const facts = EdgeFacts.of(edges);
  expect([...facts]).toEqual(edges);
  expect(facts).toHaveLength(edges.length);
  expect(EdgeFacts.of(facts)).toBe(facts);
});

test('what is stated is the edge that makeEdge makes of it', () => {
  const facts = new EdgeFacts();
  const said = [
    { type: 'heads', from: 'official:a', to: 'org:b', sources: ['s:1', 's:2'], properties: { when: '2022-10-01/..' } },
    { type: 'met-with', from: 'b', to: 'a', sources: [], properties: { when: '2022', attested: '2022-05' } },
    { type: 'heads', from: 'a', to: 'b', sources: ['s:2'], properties: {}, id: 'edge:mine' },
    { type: 'heads', from: 'a', to: 'c', sources: ['s:2'], properties: { locators: ['P1'] } },
  ].map((it) => ({ ...it, symmetric: it.type === 'met-with' }));
  for (const it of said) facts.state(it);
  expect([...facts]).toEqual(said.map((it) => makeEdge(it)));
});

test('bounds are set for one edge, and a property that an edge lacks is undefined', () => {
  const [one, other] = ['a', 'b'].map((to) =>
    makeEdge({
      type: 'heads',
      from: 'x',
      to,
      sources: [],
      properties: to === 'a' ? { role: 'chair' } : {},
      symmetric: false,
    }),
  );
  const facts = EdgeFacts.of([one!, other!]);
  const validity = { earliestStart: 1, latestStart: 2, earliestEnd: 3, latestEnd: 4 };
  facts.bound(1, validity);
  expect([...facts]).toEqual([one, { ...other, validity }]);
  expect([0, 1].map((it) => facts.property(it, 'role'))).toEqual(['chair', undefined]);
  expect(facts.property(0, 'kind')).toBeUndefined();
});

test('bounds of dates that are days are one column, and hold none the less', () => {
  const { nodes } = randomFacts(1);
  const [a, b] = nodes.map((it) => it.id) as [string, string];
  const frozen = (...dates: string[]): EdgeTable => {
    const edges = dates.map((when) =>
      makeEdge({
        type: [...randomOntology.edgeTypes.keys()][0]!,
        from: a,
        to: b,
        sources: [],
        properties: { when },
        symmetric: false,
      }),
    );
    const { edges: table } = freezeGraph(randomOntology, { nodes, edges });
    for (const it of edges) expect(table.validityOf(table.numberOf(it.id)!)).toEqual(it.validity);
    return table;
  };
  const columns = (table: EdgeTable): number => new Set(Object.values(table.validity)).size;
  expect(columns(frozen('2020-01-01', '2021-01-01'))).toBe(1);
  expect(columns(frozen('2020-01-01/2021-01-01', '2022-01-01'))).toBe(2);
  expect(columns(frozen('2020-01-01', '2021-01'))).toBe(2);
  expect(columns(frozen('2020-01/2021-01', '2022-01-01'))).toBe(4);
});
