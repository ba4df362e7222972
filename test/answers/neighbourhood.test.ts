import { describe, expect, test } from 'vitest';
import { byNumber } from '../../src/answers/answer-form.ts';
import { asObjects } from '../../src/answers/edge-answer.ts';
import { type Neighbourhood, type NeighbourhoodOptions, neighbourhood } from '../../src/answers/neighbourhood.ts';
import { printNeighbourhood } from '../../src/cli/commands/around.ts';
import { around } from '../../src/views/neighbourhoods.ts';
import { trusted } from '../../src/views/restrictions.ts';
import { derivedGraph } from '../kit/derived-graph.ts';
import { seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const world = tinyGraph('a -knows-> b -knows-> c -near-> d; b -near-> a; e -knows-> a');
const found = (options: NeighbourhoodOptions, of = ['a']): Neighbourhood =>
  neighbourhood(world, of, options, asObjects(world));
const idsOf = (things: readonly { readonly id: string }[]): string[] => things.map((it) => it.id);

test('nodes come nearest first, with the edges between them', () => {
  const near = found({ depth: 2 });
  expect(idsOf(near.nodes)).toEqual(['a', 'b', 'e', 'c']);
  expect(near.distances).toEqual([0, 1, 1, 2]);
  expect(idsOf(near.edges)).toEqual(['a-knows-b', 'b-knows-c', 'b-near-a', 'e-knows-a']);
  expect(near.truncated).toBe(false);
});

test('a limit cuts off what is far, and says so', () => {
  const near = found({ depth: 9, first: 3 });
  expect(idsOf(near.nodes)).toEqual(['a', 'b', 'e']);
  expect(near.truncated).toBe(true);
});

test('only the asked types are followed and shown, in the asked direction', () => {
  const near = found({ depth: 9, via: ['knows'], direction: 'OUT' });
  expect(idsOf(near.nodes)).toEqual(['a', 'b', 'c']);
  expect(idsOf(near.edges)).toEqual(['a-knows-b', 'b-knows-c']);
});

test('what it does not know is refused', () => {
  expect(() => found({}, ['aa'])).toThrow('No node has the id "aa".');
  expect(() => found({ via: ['knowz'] })).toThrow('Did you mean "knows"?');
  expect(() => found({ depth: -1 })).toThrow('whole number');
});

test('whoever is told of each look may stop it', () => {
  let left = 3;
  const onLook = (): void => {
    if (--left < 0) throw new RangeError('enough');
  };
  expect(() => neighbourhood(world, ['a'], { depth: 9 }, byNumber, onLook)).toThrow('enough');
});

describe.each(seeds(40))('on random graph %i', (seed) => {
  test('it is the view around the nodes, flat', () => {
    const view = trusted(derivedGraph(seed, { nodes: 20 }), 0.4);
    const { nodes, edges } = neighbourhood(view, ['n1', 'n3'], { depth: 2 }, byNumber);
    const near = around(view, ['n1', 'n3'], 2);
    const all = (count: number, has: (it: number) => boolean): number[] =>
      Array.from({ length: count }, (_, i) => i).filter(has);
    expect(nodes.toSorted((a, b) => a - b)).toEqual(all(view.graph.nodes.count, (it) => near.hasNode(it)));
    expect(edges).toEqual(all(view.graph.edges.count, (it) => near.hasEdge(it)));
  });
});

test('printed, each node stands below the one through which it was reached', () => {
  expect(`\n${printNeighbourhood(found({ depth: 2 }))}\n`).toBe(`
a
    — knows → ← near — b
        — knows → c
    ← knows — e
`);
  expect(printNeighbourhood(found({ depth: 2, first: 2 }))).toContain('… and more');
});
