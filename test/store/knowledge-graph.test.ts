import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { EdgeFact } from '../../src/facts/fact.ts';
import { undated } from '../../src/facts/validity.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { randomFacts, randomOntology, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

const edge = (id: string, more: Partial<EdgeFact> = {}): EdgeFact => ({
  id,
  type: 'knows',
  from: 'n0',
  to: 'n1',
  validity: undated,
  sources: [],
  properties: {},
  ...more,
});

describe('a frozen graph', () => {
  test.each(seeds(30))('gives back every fact as it was, seed %i', (seed) => {
    const { nodes, edges } = randomFacts(seed);
    const graph = freezeGraph(randomOntology, { nodes, edges });
    const facts = Array.from({ length: graph.edges.count }, (_, number) => graph.edges.fact(number, graph.nodes.ids));
    expect(facts.sort(byId)).toEqual([...edges].sort(byId));
    for (const fact of nodes) {
      const number = graph.nodes.numberOf(fact.id)!;
      expect(graph.nodes.typeOf(number)).toBe(fact.type);
      expect(graph.nodes.properties(number)).toEqual(fact.properties);
    }
  });

  test.each(seeds(30))('has the same numbers whatever the order of the facts, seed %i', (seed) => {
    const { nodes, edges } = randomFacts(seed, { nodes: 6, edges: 60 });
    const one = freezeGraph(randomOntology, { nodes, edges });
    const other = freezeGraph(randomOntology, { nodes: shuffled(nodes, seed), edges: shuffled(edges, seed + 1) });
    expect(other.nodes.ids).toEqual(one.nodes.ids);
    const ids = (graph: typeof one): string[] => Array.from(graph.edges.type, (_, number) => graph.edges.id(number));
    expect(ids(other)).toEqual(ids(one));
    expect(other.out).toEqual(one.out);
    expect(other.in).toEqual(one.in);
  });

  test('keeps the nodes of a type side by side', () => {
    const { graph } = tinyGraph('c:State -knows-> a:Person; b:State -knows-> d:Person');
    const { start, end } = graph.nodes.span('State');
    expect(graph.nodes.ids.slice(start, end)).toEqual(['b', 'c']);
    const none = graph.nodes.span('Treaty');
    expect(none.end - none.start).toBe(0);
  });

  test('follows redirects of old ids', () => {
    const { nodes } = randomFacts(1);
    const graph = freezeGraph(randomOntology, { nodes, edges: [], redirects: new Map([['old', 'n3']]) });
    expect(graph.nodes.numberOf('old')).toBe(graph.nodes.numberOf('n3'));
    expect(graph.nodes.numberOf('older')).toBeUndefined();
  });

  test('refuses an edge that ends nowhere', () => {
    const { nodes } = randomFacts(1);
    const facts = { nodes, edges: [edge('e', { to: 'nobody' })] };
    expect(() => freezeGraph(randomOntology, facts)).toThrow('The edge "e" ends at "nobody", which is not a node.');
  });

  test('may be empty', () => {
    const graph = freezeGraph(randomOntology, { nodes: [], edges: [] });
    expect(graph.nodes.count).toBe(0);
    expect(graph.edges.count).toBe(0);
    expect(graph.edges.numberOf('edge:0000000000000000')).toBeUndefined();
  });
});

describe('an inferred edge', () => {
  const { nodes } = randomFacts(1);
  const premise = { rule: 'R1', premises: ['p', 'q'] };
  const facts = [
    edge('c', { type: 'joins', derivations: [premise, { rule: 'R2', premises: ['p'] }] }),
    edge('p', { sources: ['s1', 's2'] }),
    edge('q', { from: 'n2' }),
  ];
  const { edges, nodes: table } = freezeGraph(randomOntology, { nodes, edges: facts });
  const conclusion = edges.numberOf('c')!;

  test('keeps all its derivations, and shows the first', () => {
    expect(edges.fact(conclusion, table.ids)).toEqual(facts[0]);
    expect(edges.property(conclusion, 'rule')).toBe('R1');
    expect(edges.property(conclusion, 'premises')).toEqual(['p', 'q']);
  });

  test('is told from a stated one', () => {
    expect(edges.property(conclusion, 'status')).toBe('INFERRED');
    expect(edges.property(edges.numberOf('p')!, 'status')).toBe('STATED');
    expect(edges.property(edges.numberOf('p')!, 'rule')).toBeUndefined();
  });

  test('must rest on edges of the graph', () => {
    const alone = { nodes, edges: [edge('c', { derivations: [premise] })] };
    expect(() => freezeGraph(randomOntology, alone)).toThrow('The premise "p" of "c" is not an edge.');
  });
});

test('an edge that says nothing of it is a fact, certain, and of normal rank', () => {
  const { edges } = tinyGraph('a -knows-> b').graph;
  expect(edges.property(0, 'modality')).toBe('FACT');
  expect(edges.property(0, 'confidence')).toBe(1);
  expect(edges.property(0, 'rank')).toBe('NORMAL');
  expect(edges.property(0, 'since')).toBeUndefined();
  expect(edges.property(0, 'role')).toBeUndefined();
});

test('since and until are the first and the last day on which an edge can hold', () => {
  const { edges } = tinyGraph('a -knows[1990..1995]-> b -knows[1992..]-> c').graph;
  const dated = edges.numberOf('a-knows-b')!;
  expect([edges.property(dated, 'since'), edges.property(dated, 'until')]).toEqual(['1990-01-01', '1995-12-31']);
  expect(edges.property(edges.numberOf('b-knows-c')!, 'until')).toBeUndefined();
});
