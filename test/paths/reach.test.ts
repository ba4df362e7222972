import { expect, test } from 'vitest';
import { reachable } from '../../src/paths/reachable.ts';
import { shortestPath } from '../../src/paths/shortest-path.ts';
import type { StepOptions } from '../../src/paths/steps.ts';
import { asOf } from '../../src/views/as-of.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';
import { plainHops } from './plain-hops.ts';

/** Distances by breadth-first search over all edges. */
function plainDistances(view: GraphView, starts: readonly number[], options: StepOptions): Map<number, number> {
  const avoided = options.avoid?.nodes ?? [];
  const distances = new Map(starts.filter((it) => !avoided.includes(it)).map((node) => [node, 0]));
  for (const [node, distance] of distances) {
    for (const hop of plainHops(view, node, options))
      if (!distances.has(hop.node)) distances.set(hop.node, distance + 1);
  }
  return distances;
}

const options: StepOptions[] = [
  {},
  { direction: 'OUT' },
  { direction: 'IN' },
  { direction: 'OUT', via: ['knows', 'meets', 'near'] },
  { avoid: { nodes: [0, 5], edgeTypes: ['joins'] } },
];

function views(seed: number): GraphView[] {
  const whole = randomGraph(seed, { nodes: 40, edges: 60 });
  return [whole, asOf(whole, { first: 30, last: 70 }), randomGraph(seed, { nodes: 30, edges: 400 })];
}

test.each(seeds(12))('what is reached, and how far it is, agrees with plain breadth-first search, seed %i', (seed) => {
  for (const view of views(seed)) {
    for (const option of options) {
      for (const starts of [[seed % 30], [1, 2, 2]]) {
        const plain = plainDistances(view, starts, option);
        for (const maxHops of [0, 1, 2, 3, Number.POSITIVE_INFINITY]) {
          const { nodes, levelStart, truncated } = reachable(view, starts, { ...option, maxHops });
          const distances = new Map<number, number>();
          for (let level = 0; level + 1 < levelStart.length; level++) {
            for (const node of nodes.subarray(levelStart[level], levelStart[level + 1])) distances.set(node, level);
          }
          expect(distances.size).toBe(nodes.length);
          expect(distances).toEqual(new Map([...plain].filter(([, distance]) => distance <= maxHops)));
          expect(truncated).toBe(false);
        }
      }
    }
  }
});

test.each(seeds(12))(
  'a shortest path is as short as plain breadth-first search says, and made of hops, seed %i',
  (seed) => {
    for (const view of views(seed)) {
      for (const option of options) {
        const from = 1 + (seed % 4);
        const plain = plainDistances(view, [from], option);
        for (let to = 0; to < 30; to++) {
          const path = shortestPath(view, from, to, option);
          expect(path?.edges.length).toBe(plain.get(to));
          path?.edges.forEach((edge, i) => {
            expect(plainHops(view, path.nodes[i]!, option)).toContainEqual({ node: path.nodes[i + 1], edge });
          });
          if (path) expect([path.nodes[0], path.nodes.at(-1)]).toEqual([from, to]);
        }
      }
    }
  },
);

test('a path that is too long is not found', () => {
  const world = tinyGraph('a -knows-> b -knows-> c');
  expect(shortestPath(world, 0, 2, { maxHops: 1 })).toBeUndefined();
  expect(shortestPath(world, 0, 2, { maxHops: 2 })?.nodes).toEqual([0, 1, 2]);
});

test('a search with a budget says when it is not done', () => {
  const view = randomGraph(1, { nodes: 300, edges: 3000 });
  expect(reachable(view, [0], { budget: 100 }).truncated).toBe(true);
  expect(reachable(view, [0], { budget: 1_000_000 }).truncated).toBe(false);
});
