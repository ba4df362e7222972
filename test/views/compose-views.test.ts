import { expect, test } from 'vitest';
import { BitSet } from '../../src/base/bit-set.ts';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { around } from '../../src/views/neighbourhoods.ts';
import { asOf, backedBy, statedOnly, trusted, withModality } from '../../src/views/restrictions.ts';
import { derivedGraph, someSources } from '../kit/derived-graph.ts';
import { seeds } from '../kit/random-graph.ts';

type Narrowing = (view: GraphView) => GraphView;

function someNarrowings(random: () => number): Narrowing[] {
  const below = (limit: number): number => Math.floor(random() * limit);
  const first = below(100);
  const min = below(10) / 10;
  const only = someSources.filter(() => below(2) === 0);
  const except = someSources.filter(() => below(3) === 0);
  const certainty = below(2) === 0 ? 'POSSIBLE' : 'CERTAIN';
  const last = first + below(30);
  const node = `n${below(12)}`;
  const other = `n${below(12)}`;
  const all: Narrowing[] = [
    statedOnly,
    (view) => trusted(view, min),
    (view) => backedBy(view, only.length > 0 ? { only, except } : { except }),
    (view) => asOf(view, { first, last }, certainty),
    (view) => withModality(view, ['FACT', 'REPORTED']),
    (view) => around(view, [node], 2),
    (view) => around(view, [other, node], 1, { direction: 'OUT', via: ['knows', 'near'] }),
  ];
  return all.filter(() => below(2) === 0);
}

/** Sources that an edge of some seeds does not cite may be unknown to a graph: such seeds only test the other views. */
const cited = (world: GraphView): boolean =>
  someSources.every((id) => world.graph.edges.columns.sourceIds.includes(id));

const bits = (set: BitSet | undefined, size: number): number[] => [...(set ?? BitSet.full(size))];

test.each(seeds(150))('views compose in any order with the same result, seed %i', (seed) => {
  const world = derivedGraph(seed);
  if (!cited(world)) return;
  const random = seededRandom(seed);
  const narrowings = someNarrowings(random);
  const inOrder = narrowings.reduce((view, narrow) => narrow(view), world);
  const shuffled = narrowings
    .map((narrow) => ({ narrow, place: random() }))
    .sort((a, b) => a.place - b.place)
    .reduce((view, { narrow }) => narrow(view), world);
  expect(shuffled.key).toBe(inOrder.key);
  // Equal keys would give the remembered view: this graph has the same facts and no memory.
  const afresh = narrowings.toReversed().reduce((view, narrow) => narrow(view), derivedGraph(seed));
  expect(bits(afresh.edgeMask, world.graph.edges.count)).toEqual(bits(inOrder.edgeMask, world.graph.edges.count));
  expect(bits(afresh.nodeMask, world.graph.nodes.count)).toEqual(bits(inOrder.nodeMask, world.graph.nodes.count));
});

test.each(seeds(60))('a view asks as much of each edge as its parts do together, seed %i', (seed) => {
  const world = derivedGraph(seed);
  if (!cited(world)) return;
  const narrowings: Narrowing[] = [
    statedOnly,
    (view) => trusted(view, 0.5),
    (view) => backedBy(view, { except: ['source:a'] }),
    (view) => asOf(view, { first: 20, last: 60 }),
  ];
  const together = narrowings.reduce((view, narrow) => narrow(view), world);
  const count = world.graph.edges.count;
  const alone = narrowings.map((narrow) => new Set(bits(narrow(world).edgeMask, count)));
  const expected = bits(undefined, count).filter((edge) => alone.every((kept) => kept.has(edge)));
  expect(bits(together.edgeMask, count)).toEqual(expected);
});

test('a view that was made once is not made again', () => {
  const world = derivedGraph(3);
  expect(trusted(statedOnly(world), 0.5)).toBe(statedOnly(trusted(world, 0.5)));
});
