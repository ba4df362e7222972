import { describe, expect, test } from 'vitest';
import { neighbourhoodOf } from '../../src/evidence/neighbourhood.ts';
import { printNeighbourhood } from '../../src/evidence/print-neighbourhood.ts';
import { around } from '../../src/views/around.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { trusted } from '../../src/views/trusted.ts';
import { derivedGraph } from '../kit/derived-graph.ts';
import { seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const world = tinyGraph('a -knows-> b -knows-> c -near-> d; b -near-> a; e -knows-> a');
const idsOf = (view: GraphView, nodes: readonly number[]): string[] =>
  nodes.map((it) => view.graph.nodes.ids[it] ?? '');
const edgesOf = (view: GraphView, edges: readonly number[]): string[] => edges.map((it) => view.graph.edges.id(it));

test('nodes come nearest first, with the edges between them', () => {
  const found = neighbourhoodOf(world, ['a'], { depth: 2 });
  expect(idsOf(world, found.nodes)).toEqual(['a', 'b', 'e', 'c']);
  expect(found.distances).toEqual([0, 1, 1, 2]);
  expect(edgesOf(world, found.edges)).toEqual(['a-knows-b', 'b-knows-c', 'b-near-a', 'e-knows-a']);
  expect(found.truncated).toBe(false);
});

test('a limit cuts off what is far, and says so', () => {
  const found = neighbourhoodOf(world, ['a'], { depth: 9, first: 3 });
  expect(idsOf(world, found.nodes)).toEqual(['a', 'b', 'e']);
  expect(found.truncated).toBe(true);
});

test('only the asked types are followed and shown, in the asked direction', () => {
  const found = neighbourhoodOf(world, ['a'], { depth: 9, via: ['knows'], direction: 'OUT' });
  expect(idsOf(world, found.nodes)).toEqual(['a', 'b', 'c']);
  expect(edgesOf(world, found.edges)).toEqual(['a-knows-b', 'b-knows-c']);
});

test('what it does not know is refused', () => {
  expect(() => neighbourhoodOf(world, ['aa'])).toThrow('No node has the id "aa".');
  expect(() => neighbourhoodOf(world, ['a'], { via: ['knowz'] })).toThrow('Did you mean "knows"?');
  expect(() => neighbourhoodOf(world, ['a'], { depth: -1 })).toThrow('whole number');
});

test('whoever is told of each look may stop it', () => {
  let left = 3;
  const onLook = (): void => {
    if (--left < 0) throw new RangeError('enough');
  };
  expect(() => neighbourhoodOf(world, ['a'], { depth: 9, onLook })).toThrow('enough');
});

describe.each(seeds(40))('on random graph %i', (seed) => {
  test('it is the view around the nodes, flat', () => {
    const view = trusted(derivedGraph(seed, { nodes: 20 }), 0.4);
    const found = neighbourhoodOf(view, ['n1', 'n3'], { depth: 2 });
    const near = around(view, ['n1', 'n3'], 2);
    const all = (count: number, has: (it: number) => boolean): number[] =>
      Array.from({ length: count }, (_, i) => i).filter(has);
    expect(found.nodes.toSorted((a, b) => a - b)).toEqual(all(view.graph.nodes.count, (it) => near.hasNode(it)));
    expect(found.edges).toEqual(all(view.graph.edges.count, (it) => near.hasEdge(it)));
  });
});

test('printed, each node stands below the one through which it was reached', () => {
  expect(`\n${printNeighbourhood(world, neighbourhoodOf(world, ['a'], { depth: 2 }))}\n`).toBe(`
a
    — knows → ← near — b
        — knows → c
    ← knows — e
`);
  expect(printNeighbourhood(world, neighbourhoodOf(world, ['a'], { depth: 2, first: 2 }))).toContain('… and more');
});
