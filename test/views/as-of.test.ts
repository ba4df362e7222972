import { expect, test } from 'vitest';
import { ALWAYS, type Certainty, FOREVER, holdsIn, type Validity } from '../../src/facts/validity.ts';
import type { EdgeTable } from '../../src/store/edge-table.ts';
import { asOf } from '../../src/views/as-of.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const year = (text: string) => ({
  first: Date.parse(text) / 86_400_000,
  last: Date.parse(`${text}-12-31`) / 86_400_000,
});

const edgesOf = (view: GraphView): string[] =>
  [...view.graph.edges.type.keys()].filter((edge) => view.hasEdge(edge)).map((edge) => view.graph.edges.id(edge));

/** An undated edge goes by the dates of those of its type between its ends: by one, or by any of several. */
function plainBounds(edges: EdgeTable, edge: number): Validity {
  const isUndated = (it: number): boolean =>
    holdsIn(edges.validityOf(it), { first: -1e9, last: -1e9 }, 'POSSIBLE') &&
    holdsIn(edges.validityOf(it), { first: 1e9, last: 1e9 }, 'POSSIBLE') &&
    edges.validityOf(it).latestStart === FOREVER &&
    edges.validityOf(it).earliestEnd === ALWAYS;
  const same = (it: number): boolean =>
    edges.type[it] === edges.type[edge] && edges.from[it] === edges.from[edge] && edges.to[it] === edges.to[edge];
  const beside = [...edges.type.keys()].filter((it) => same(it) && !isUndated(it)).map((it) => edges.validityOf(it));
  if (!isUndated(edge) || beside.length === 0) return edges.validityOf(edge);
  if (beside.length === 1) return beside[0]!;
  return {
    earliestStart: Math.min(...beside.map((it) => it.earliestStart)),
    latestStart: FOREVER,
    earliestEnd: ALWAYS,
    latestEnd: Math.max(...beside.map((it) => it.latestEnd)),
  };
}

test.each(seeds(50))('a view as of a day keeps exactly the edges that hold on it, seed %i', (seed) => {
  const whole = randomGraph(seed);
  const { edges } = whole.graph;
  for (const certainty of ['POSSIBLE', 'CERTAIN'] satisfies Certainty[]) {
    for (const [first, last] of [
      [0, 0],
      [50, 50],
      [99, 99],
      [20, 60],
    ] as const) {
      const plain = [...edges.type.keys()].filter((it) => holdsIn(plainBounds(edges, it), { first, last }, certainty));
      const view = asOf(whole, { first, last }, certainty);
      expect(edgesOf(view)).toEqual(plain.map((it) => edges.id(it)));
      expect(view.edgeCount).toBe(plain.length);
    }
  }
});

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
