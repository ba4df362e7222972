import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { EdgeFact, Properties } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { type Certainty, holdsIn, undated } from '../../src/facts/validity.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { asOf } from '../../src/views/restrictions.ts';
import { plainBounds } from '../kit/plain-bounds.ts';
import { randomFacts, randomGraph, randomOntology, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';
import { tinyOntology } from '../kit/tiny-ontology.ts';

const year = (text: string) => ({
  first: Date.parse(text) / 86_400_000,
  last: Date.parse(`${text}-12-31`) / 86_400_000,
});

const edgesOf = (view: GraphView): string[] =>
  [...view.graph.edges.type.keys()].filter((edge) => view.hasEdge(edge)).map((edge) => view.graph.edges.id(edge));

/** A random graph of few nodes, whose parallel edges have occasions, roles, acts, modalities and ranks. */
function statementsGraph(seed: number): GraphView {
  const random = seededRandom(seed * 6_151);
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const { nodes, edges } = randomFacts(seed, { nodes: 4, edges: 40 });
  const stated = edges.map((edge): EdgeFact => {
    const properties: Record<string, string> = {};
    for (const name of ['at', 'role', 'kind']) if (random() < 0.2) properties[name] = oneOf(['x', 'y']);
    if (random() < 0.3) properties.act = oneOf(['act:1', 'act:2', 'act:3']);
    if (random() < 0.3) properties.modality = oneOf(['REPORTED', 'PLANNED', 'DENIED']);
    if (random() < 0.2) properties.rank = oneOf(['PREFERRED', 'DEPRECATED']);
    // What is known by one bound alone is dated as well.
    const bound = { [oneOf(['earliestStart', 'latestStart', 'earliestEnd', 'latestEnd'])]: Math.floor(random() * 100) };
    return { ...edge, validity: random() < 0.3 ? { ...undated, ...bound } : edge.validity, properties };
  });
  return GraphView.whole(freezeGraph(randomOntology, { nodes, edges: stated }));
}

test.each(seeds(50).flatMap((seed) => [randomGraph, statementsGraph].map((make) => [make.name, seed, make] as const)))(
  'a view as of a day keeps exactly the edges that hold on it, %s, seed %i',
  (_, seed, make) => {
    const whole = make(seed);
    const { edges } = whole.graph;
    for (const certainty of ['POSSIBLE', 'CERTAIN'] satisfies Certainty[]) {
      for (const [first, last] of [
        [0, 0],
        [50, 50],
        [99, 99],
        [20, 60],
      ] as const) {
        const plain = [...edges.type.keys()].filter((it) =>
          holdsIn(plainBounds(edges, it), { first, last }, certainty),
        );
        const view = asOf(whole, { first, last }, certainty);
        expect(edgesOf(view)).toEqual(plain.map((it) => edges.id(it)));
        expect(view.edgeCount).toBe(plain.length);
      }
    }
  },
);

test('a membership that had ended is not in the view', () => {
  const world = tinyGraph('a -joins[1990..1995]-> club; b -joins[1992..]-> club');
  expect(edgesOf(asOf(world, year('1998')))).toEqual(['b-joins-club']);
  expect(asOf(world, year('1994'), 'CERTAIN').edgeCount).toBe(2);
});

test('an undated edge is possible in any year and certain in none', () => {
  const world = tinyGraph('a -joins-> club');
  expect(asOf(world, year('1998')).edgeCount).toBe(1);
  expect(asOf(world, year('1998'), 'CERTAIN').edgeCount).toBe(0);
});

test('an edge whose end is unknown is possible after its start, never certain; one still open is both', () => {
  const world = tinyGraph('a -joins[1990..?]-> club; b -joins[1990..]-> club');
  expect(edgesOf(asOf(world, year('1998')))).toEqual(['a-joins-club', 'b-joins-club']);
  expect(edgesOf(asOf(world, year('1998'), 'CERTAIN'))).toEqual(['b-joins-club']);
});

test('nodes stay when their edges go', () => {
  const world = tinyGraph('a -joins[1990]-> club');
  expect(asOf(world, year('1998')).nodeCount).toBe(2);
});

test('an undated statement beside a dated one says no more than it', () => {
  const world = tinyGraph('a -joins-> club; a -joins[1990..1995]-> club; b -joins-> club');
  expect(asOf(world, year('1998')).edgeCount).toBe(1);
  expect(asOf(world, year('1994')).edgeCount).toBe(3);
  expect(asOf(world, year('1994'), 'CERTAIN').edgeCount).toBe(2);
});

test('beside several dated ones it may be any of them, and is certain on no day', () => {
  const world = tinyGraph('a -joins-> club; a -joins[1990..1995]-> club; a -joins[2000..2005]-> club');
  expect(asOf(world, year('1998')).edgeCount).toBe(1);
  expect(asOf(world, year('1980')).edgeCount).toBe(0);
  expect(asOf(world, year('1994'), 'CERTAIN').edgeCount).toBe(1);
});

describe('what dates an undated edge', () => {
  const edge = (from: string, properties: Properties): EdgeFact =>
    makeEdge({ type: 'joins', from, to: 'club', sources: [], properties, symmetric: false });
  const inYear = (text: string, ...edges: EdgeFact[]): number => {
    const nodes = ['a', 'b', 'club'].map((id) => ({ id, type: 'Thing', properties: {} }));
    return asOf(
      GraphView.whole(
        freezeGraph(
          tinyOntology(['Thing'], [{ name: 'joins', symmetric: false, ends: [{ from: 'Thing', to: 'Thing' }] }]),
          { nodes, edges },
        ),
      ),
      year(text),
    ).edgeCount;
  };

  test('one of the same act', () => {
    const act = [edge('a', { act: 'act:1' }), edge('b', { act: 'act:1', when: '1990' })];
    expect([inYear('1990', ...act), inYear('1998', ...act)]).toEqual([2, 0]);
  });

  test.each([
    ['in another role', { role: 'chair', when: '1990' }],
    ['at another occasion', { at: 'b', when: '1990' }],
    ['that is denied', { modality: 'DENIED', when: '1990' }],
    ['that is planned', { modality: 'PLANNED', when: '1990' }],
    ['that is deprecated', { rank: 'DEPRECATED', when: '1990' }],
  ])('and none %s', (_, properties) => {
    expect(inYear('1998', edge('a', {}), edge('a', properties))).toBe(1);
  });
});
