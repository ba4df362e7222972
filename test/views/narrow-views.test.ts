import { describe, expect, test } from 'vitest';
import type { GraphView } from '../../src/views/graph-view.ts';
import { around, linked, ofTypes } from '../../src/views/neighbourhoods.ts';
import { asOf, statedOnly, trusted, withModality } from '../../src/views/restrictions.ts';
import { derivedGraph } from '../kit/derived-graph.ts';
import { seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const edgesWith = (view: GraphView): number[] =>
  Array.from({ length: view.graph.edges.count }, (_, edge) => edge).filter((edge) => view.hasEdge(edge));
const nodesOf = (view: GraphView): string[] => view.graph.nodes.ids.filter((id) => view.findNode(id) !== undefined);

describe.each(seeds(20))('on random graph %i', (seed) => {
  const world = derivedGraph(seed);
  const { edges } = world.graph;

  test('stated only leaves out exactly what is inferred', () => {
    expect(edgesWith(statedOnly(world))).toEqual(edgesWith(world).filter((edge) => !edges.isInferred(edge)));
  });

  test('trust keeps a confidence of the minimum and above; what names none is trusted', () => {
    const expected = edgesWith(world).filter((edge) => Number(edges.property(edge, 'confidence')) >= 0.5);
    expect(edgesWith(trusted(world, 0.5))).toEqual(expected);
  });

  test('a modality keeps what is told so; what names none is a fact', () => {
    const told = (edge: number): string => String(edges.property(edge, 'modality'));
    expect(edgesWith(withModality(world, ['FACT']))).toEqual(edgesWith(world).filter((edge) => told(edge) === 'FACT'));
    expect(edgesWith(withModality(world, ['DENIED', 'PLANNED']))).toEqual(
      edgesWith(world).filter((edge) => ['DENIED', 'PLANNED'].includes(told(edge))),
    );
  });
});

test.each(seeds(20))('around, of types and linked keep what plain sets do, seed %i', (seed) => {
  const world = trusted(derivedGraph(seed, { nodes: 20, edges: 24 }), 0.3);
  const facts = edgesWith(world).map((it) => world.graph.edges.fact(it, world.graph.nodes.ids));
  const { ids } = world.graph.nodes;
  for (const direction of ['OUT', 'IN', 'BOTH'] as const) {
    for (const via of [undefined, ['knows'], ['meets', 'near', 'meets']]) {
      const near = new Set(['n1', 'n2']);
      for (let depth = 0; depth < 4; depth++) {
        expect(nodesOf(around(world, ['n2', 'n1', 'n2'], depth, { direction, ...(via && { via }) }))).toEqual(
          ids.filter((id) => near.has(id)),
        );
        const before = new Set(near);
        for (const { from, to } of facts.filter((it) => !via || via.includes(it.type))) {
          if (direction !== 'IN' && before.has(from)) near.add(to);
          if (direction !== 'OUT' && before.has(to)) near.add(from);
        }
      }
    }
  }
  expect(nodesOf(linked(world))).toEqual(ids.filter((id) => facts.some((it) => it.from === id || it.to === id)));
  const types = ['Place', 'Person'];
  expect(nodesOf(ofTypes(world, types))).toEqual(
    ids.filter((id) => types.includes(world.graph.nodes.typeOf(world.getNode(id)))),
  );
});

test('trust outside 0 to 1 and a modality that is none are refused with the remedy', () => {
  const world = tinyGraph('a -knows-> b');
  for (const min of [-0.1, 1.1, Number.NaN]) expect(() => trusted(world, min)).toThrow('from 0 to 1');
  expect(() => withModality(world, ['RUMOUR' as 'FACT'])).toThrow('FACT, REPORTED, PLANNED, DENIED');
  expect(() => withModality(world, [])).toThrow('No modality');
});

describe('around', () => {
  const world = tinyGraph('a -knows[1990]-> b -knows[1990]-> c -near[2000]-> d; b -near[1990]-> a; e -knows[2000]-> a');

  test('keeps the nodes within some steps and the edges between them', () => {
    const near = around(world, ['a'], 1);
    expect(nodesOf(near)).toEqual(['a', 'b', 'e']);
    expect(near.edgeCount).toBe(3);
    expect(nodesOf(around(world, ['a'], 0))).toEqual(['a']);
  });

  test('follows edges in the asked direction and of the asked types', () => {
    expect(nodesOf(around(world, ['a'], 9, { direction: 'OUT' }))).toEqual(['a', 'b', 'c', 'd']);
    expect(nodesOf(around(world, ['a'], 9, { direction: 'IN' }))).toEqual(['a', 'b', 'e']);
    expect(nodesOf(around(world, ['a'], 9, { via: ['near'] }))).toEqual(['a', 'b']);
  });

  test('takes steps only where the view has edges, in whatever order the view was made', () => {
    const then = { first: 7305, last: 7669 };
    expect(nodesOf(around(asOf(world, then), ['a'], 9))).toEqual(['a', 'b', 'c']);
    expect(asOf(around(world, ['a'], 9), then)).toBe(around(asOf(world, then), ['a'], 9));
  });

  test('ends where there is nothing more to reach, however deep it may go', () => {
    const circle = tinyGraph('a -knows-> b -knows-> c -knows-> a; d -knows-> e');
    expect(nodesOf(around(circle, ['a'], Number.MAX_SAFE_INTEGER))).toEqual(['a', 'b', 'c']);
  });

  test('is the same view in whatever order names are given, and another for other names', () => {
    expect(around(world, ['b', 'a', 'b'], 1)).toBe(around(world, ['a', 'b'], 1));
    expect(around(world, ['a'], 1, { via: ['near', 'knows'] })).toBe(
      around(world, ['a'], 1, { via: ['knows', 'near'] }),
    );
    expect(around(world, ['a'], 1)).not.toBe(around(world, ['b'], 1));
    const typed = tinyGraph('a:Person -knows-> b:Place');
    expect(ofTypes(typed, ['Place', 'Person'])).toBe(ofTypes(typed, ['Person', 'Place']));
  });

  test('refuses what it does not know, with the nearest name', () => {
    expect(() => around(world, ['aa'], 1)).toThrow('No node has the id "aa".');
    expect(() => around(world, ['a'], 1, { via: ['knowz'] })).toThrow('Did you mean "knows"?');
    for (const depth of [1.5, -1]) expect(() => around(world, ['a'], depth)).toThrow('whole number');
  });
});
