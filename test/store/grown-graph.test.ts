import { expect, test } from 'vitest';
import { BitSet } from '../../src/base/bit-set.ts';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { EdgeChains, GrownGraph, hashOf, NO_EDGE } from '../../src/store/grown-graph.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';

test.each(seeds(10))('chains find every edge of a key, seed %i', (seed) => {
  const random = seededRandom(seed);
  const chains = new EdgeChains();
  const keys = Array.from({ length: 500 }, () => Math.floor(random() ** 2 * 40));
  for (const key of keys) chains.add(hashOf(key, 0, 0));
  for (let key = 0; key < 40; key++) {
    const found: number[] = [];
    for (let it = chains.first(hashOf(key, 0, 0)); it !== NO_EDGE; it = chains.after(it))
      if (keys[it] === key) found.push(it);
    expect(found.reverse()).toEqual([...keys.keys()].filter((it) => keys[it] === key));
  }
});

test('chains of nothing are empty', () => expect(new EdgeChains().first(7)).toBe(NO_EDGE));

test.each(seeds(60))('a grown graph finds what a pass over all edges finds, seed %i', (seed) => {
  const { graph } = randomGraph(seed);
  const random = seededRandom(seed * 17);
  const below = (limit: number): number => Math.floor(random() * limit);
  const gone = new BitSet(graph.edges.count);
  for (let edge = 0; edge < graph.edges.count; edge++) if (below(4) === 0) gone.add(edge);
  const grown = new GrownGraph(graph, gone);
  for (let i = 0; i < 30; i++) {
    const start = below(100);
    grown.add({ type: below(4), from: below(12), to: below(12), earliestStart: start, latestEnd: start + below(9) });
  }
  const shown = below(31);
  for (let i = 0; i < shown; i++) expect(grown.show()).toBe(graph.edges.count + i);

  const all = Array.from({ length: grown.end }, (_, edge) => edge).filter((it) => grown.has(it));
  const found = (each: (visit: (edge: number) => void) => void): number[] => {
    const edges: number[] = [];
    each((it) => edges.push(it));
    return edges.sort((a, b) => a - b);
  };
  for (let type = 0; type < 4; type++) {
    const ofType = all.filter((it) => grown.type(it) === type);
    const seen = ofType.filter((it) => grown.isShown(it));
    expect(found((visit) => grown.eachOf(type, visit))).toEqual(seen);
    for (let node = 0; node < 12; node++) {
      expect(found((visit) => grown.eachFrom(type, node, visit))).toEqual(seen.filter((it) => grown.from(it) === node));
      expect(found((visit) => grown.eachTo(type, node, visit))).toEqual(seen.filter((it) => grown.to(it) === node));
      const other = below(12);
      expect(found((visit) => grown.eachBetween(type, node, other, visit))).toEqual(
        ofType.filter((it) => grown.from(it) === node && grown.to(it) === other),
      );
    }
  }
});

test('an edge of a grown graph may last longer, never shorter', () => {
  const grown = new GrownGraph();
  const edge = grown.add({ type: 0, from: 0, to: 1, earliestStart: 5, latestEnd: 7 });
  expect([grown.prolong(edge, 6), grown.prolong(edge, 9), grown.prolong(edge, 9)]).toEqual([false, true, false]);
  expect([grown.earliestStart(edge), grown.latestEnd(edge)]).toEqual([5, 9]);
});
