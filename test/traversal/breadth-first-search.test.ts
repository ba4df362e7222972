import { expect, test } from 'vitest';
import { BreadthFirstSearch } from '../../src/traversal/breadth-first-search.ts';
import { selectEdges } from '../../src/traversal/edge-selection.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { asOf } from '../../src/views/restrictions.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { plainDistances, plainHops } from './plain-hops.ts';

const selections = [
  { direction: 'BOTH' },
  { direction: 'OUT' },
  { direction: 'IN' },
  { direction: 'OUT', via: ['knows', 'meets', 'near'] },
] as const;

function views(seed: number): GraphView[] {
  const whole = randomGraph(seed, { nodes: 40, edges: 60 });
  return [whole, asOf(whole, { first: 30, last: 70 }), randomGraph(seed, { nodes: 30, edges: 400 })];
}

const growth: Readonly<Record<string, (search: BreadthFirstSearch) => unknown>> = {
  'level by level': (search) => search.growLevel(),
  'a few edges at a time': (search) => search.grow(3),
};

test.each(seeds(12))('what is met, and how far it is, agrees with a search over all edges, seed %i', (seed) => {
  for (const view of views(seed)) {
    for (const selection of selections) {
      const via = 'via' in selection ? selection.via : undefined;
      const edges = selectEdges(view, selection.direction, via);
      for (const start of [seed % 30, 1]) {
        for (const avoided of [[], [0, 5]]) {
          const plain = plainDistances(view, [start], { ...selection, avoid: { nodes: avoided } });
          for (const maxDepth of [0, 1, 2, 3, Number.POSITIVE_INFINITY]) {
            const search = new BreadthFirstSearch(edges, { maxDepth, avoided });
            for (const grow of Object.values(growth)) {
              search.begin(start);
              while (!search.isDone) grow(search);
              const met = Array.from({ length: search.count }, (_, place) => search.node(place));
              const distances = met.map((node) => search.distance(node));
              expect(distances).toEqual(distances.toSorted((a, b) => a - b));
              expect(new Map(met.map((node, i) => [node, distances[i]]))).toEqual(
                new Map([...plain].filter(([, distance]) => distance <= maxDepth)),
              );
              for (const node of avoided) expect(search.distance(node)).toBe(-1);
              search.release();
            }
          }
        }
      }
    }
  }
});

test.each(seeds(12))('parents are edges from the level before, seed %i', (seed) => {
  for (const view of views(seed)) {
    const search = new BreadthFirstSearch(selectEdges(view, 'OUT'), { withParents: true }).begin(seed % 30);
    while (!search.isDone) search.grow(5);
    const { from, to } = view.graph.edges;
    for (let place = 1; place < search.count; place++) {
      const node = search.node(place);
      const edge = search.parent(node);
      const parent = from[edge] === node ? to[edge]! : from[edge]!;
      expect(search.distance(parent)).toBe(search.distance(node) - 1);
      expect(plainHops(view, parent, { direction: 'OUT' })).toContainEqual({ node, edge });
    }
    search.release();
  }
});
