import { describe, expect, test } from 'vitest';
import { findPaths, type Path, type PathOptions } from '../../src/traversal/find-paths.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { asOf } from '../../src/views/restrictions.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';
import { plainDistances, plainHops } from './plain-hops.ts';

/** All simple paths by walking everywhere, shortest first, then by node numbers. */
function plainPaths(view: GraphView, options: PathOptions): number[][] {
  const { from, to, maxHops = 6 } = options;
  const found: number[][] = [];
  const walk = (path: number[]): void => {
    const node = path.at(-1)!;
    if (node === to) found.push(path);
    else if (path.length <= maxHops) {
      const next = new Set(plainHops(view, node, options).map((hop) => hop.node));
      for (const other of next) if (!path.includes(other)) walk([...path, other]);
    }
  };
  const { nodes: avoided = [] } = options.avoid ?? {};
  if (!avoided.includes(from)) walk([from]);
  return found.sort((a, b) => a.length - b.length || compare(a, b));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((node, at) => node !== b[at]);
  return i === -1 ? 0 : a[i]! - b[i]!;
}

const questions: Omit<PathOptions, 'from' | 'to'>[] = [
  {},
  { direction: 'OUT' },
  { direction: 'IN', maxHops: 3 },
  { via: ['knows', 'meets'] },
  { direction: 'OUT', avoid: { edgeTypes: ['meets'], nodes: [0] } },
];

describe('paths', () => {
  test.each(seeds(60))('are all simple paths, shortest first, seed %i', (seed) => {
    const whole = randomGraph(seed, { nodes: 7, edges: 14 });
    for (const view of [whole, asOf(whole, { first: 40, last: 60 }, 'CERTAIN')]) {
      for (const question of questions) {
        const options = { from: seed % 7, to: (seed * 3 + 1) % 7, first: 10_000, ...question };
        const { paths, truncated } = findPaths(view, options);
        expect(truncated).toBe(false);
        const [met, ...others] = paths.map((path) => path.nodes);
        const all = plainPaths(view, options);
        // Of the shortest, the one on which the searches met leads; the others go by the order of their nodes.
        expect(met?.length).toBe(all[0]?.length);
        expect(others).toEqual(all.filter((nodes) => compare(nodes, met ?? []) !== 0));
        expect(paths.length).toBe(all.length);
        for (const path of paths) expectRealHops(view, path, options);
      }
    }
  });

  test.each(seeds(30))('are the first of all when fewer are asked for, seed %i', (seed) => {
    const view = randomGraph(seed, { nodes: 9, edges: 25 });
    const options = { from: 1, to: 8, first: 10_000 };
    const all = findPaths(view, options).paths;
    for (const first of [1, 2, 3, 7]) expect(findPaths(view, { ...options, first }).paths).toEqual(all.slice(0, first));
  });

  test.each(seeds(8))('the first is a shortest one, and the same whenever it is asked for, seed %i', (seed) => {
    for (const size of [
      { nodes: 40, edges: 60 },
      { nodes: 30, edges: 200 },
    ]) {
      const view = randomGraph(seed, size);
      for (const question of questions) {
        const from = 1 + (seed % 4);
        const distances = plainDistances(view, [from], question);
        for (let to = 0; to < size.nodes; to++) {
          const options = { ...question, from, to };
          const { maxHops = 6 } = question;
          const distance = distances.get(to) ?? Number.POSITIVE_INFINITY;
          const [path] = findPaths(view, { ...options, first: 1 }).paths;
          expect(path?.edges.length).toBe(distance <= maxHops ? distance : undefined);
          if (!path) continue;
          expectRealHops(view, path, options);
          expect(findPaths(view, { ...options, first: 4 }).paths[0]).toEqual(path);
        }
      }
    }
  });

  function expectRealHops(view: GraphView, path: Path, options: PathOptions): void {
    path.edges.forEach((edge, i) => {
      const hops = plainHops(view, path.nodes[i]!, options).filter((hop) => hop.node === path.nodes[i + 1]);
      const edges = [...new Set(hops.map((hop) => hop.edge))].sort((a, b) => a - b);
      expect([edge, ...path.alternatives[i]!]).toEqual(edges);
    });
  }
});

const names = (view: GraphView, paths: readonly Path[]): string[] =>
  paths.map((path) => path.nodes.map((node) => view.graph.nodes.ids[node]).join(' '));

test('a path may not use a membership that had ended', () => {
  const world = tinyGraph('a -memberOf[1990..1995]-> club <-memberOf[1992..]- b');
  const [from, to] = [world.getNode('a'), world.getNode('b')];
  const day = (iso: string) => ({ first: Date.parse(iso) / 86_400_000, last: Date.parse(iso) / 86_400_000 });
  expect(names(world, findPaths(asOf(world, day('1994-01-01')), { from, to }).paths)).toEqual(['a club b']);
  expect(findPaths(asOf(world, day('1998-01-01')), { from, to }).paths).toEqual([]);
});

test('edges side by side make one path, with alternatives', () => {
  const world = tinyGraph('a -launched-> x <-joined- b; a -joined-> x');
  const { paths } = findPaths(world, { from: world.getNode('a'), to: world.getNode('b') });
  expect(names(world, paths)).toEqual(['a x b']);
  const ids = (edges: readonly number[]): string[] => edges.map((edge) => world.graph.edges.id(edge));
  expect(ids(paths[0]!.edges)).toEqual(['a-launched-x', 'b-joined-x']);
  expect(paths[0]!.alternatives.map(ids)).toEqual([['a-joined-x'], []]);
});

test('a symmetric edge is walked from either end, whatever the direction', () => {
  const world = tinyGraph('b -metWith- a; b -knows-> c');
  const path = (direction: 'OUT' | 'IN') =>
    names(world, findPaths(world, { from: world.getNode('a'), to: world.getNode('c'), direction }).paths);
  expect(path('OUT')).toEqual(['a b c']);
  expect(path('IN')).toEqual([]);
});

test('a node is connected with itself by the path of no hops', () => {
  const world = tinyGraph('a -knows-> a');
  expect(findPaths(world, { from: 0, to: 0 }).paths).toEqual([{ nodes: [0], edges: [], alternatives: [] }]);
});

test('no paths are found when none are asked for', () => {
  const world = tinyGraph('a -knows-> b');
  expect(findPaths(world, { from: 0, to: 1, first: 0 })).toMatchObject({ paths: [], truncated: false });
});

test('a path of more hops than allowed is not found', () => {
  const world = tinyGraph('a -knows-> b -knows-> c -knows-> d');
  const [from, to] = [world.getNode('a'), world.getNode('d')];
  expect(findPaths(world, { from, to, maxHops: 2 })).toMatchObject({ paths: [], truncated: false });
  expect(findPaths(world, { from, to, maxHops: 3 }).paths).toHaveLength(1);
});

test('an end that is to be avoided has no paths', () => {
  const world = tinyGraph('a -knows-> b');
  for (const node of [0, 1]) expect(findPaths(world, { from: 0, to: 1, avoid: { nodes: [node] } }).paths).toEqual([]);
});

test('a runaway search is cut off, says so, and keeps what it found', () => {
  const view = randomGraph(5, { nodes: 60, edges: 1500 });
  const options = { from: 3, to: 50, maxHops: 12, first: 1_000_000, budget: 50_000 };
  const { paths, truncated, touched } = findPaths(view, options);
  expect(truncated).toBe(true);
  expect(paths.length).toBeGreaterThan(0);
  // The last node may have a long row; nothing beyond it was looked at.
  expect(touched).toBeLessThan(options.budget + 1500);
});

test('a hub next to the goal is not searched through', () => {
  const spokes = Array.from({ length: 5000 }, (_, i) => `s${i} -near-> hub`).join('; ');
  const world = tinyGraph(`a -knows-> b -knows-> hub; ${spokes}`);
  const { paths, touched } = findPaths(world, { from: world.getNode('a'), to: world.getNode('hub'), first: 1 });
  expect(paths).toHaveLength(1);
  expect(touched).toBeLessThan(50);
});

test('an edge type that the ontology lacks is refused, with the nearest', () => {
  const world = tinyGraph('a -knows-> b');
  expect(() => findPaths(world, { from: 0, to: 1, via: ['knowz'] })).toThrow(
    'The ontology has no edge type "knowz". Did you mean "knows"?',
  );
});

test.each([0, 65, Number.NaN, -1])('%d hops are refused', (maxHops) => {
  const world = tinyGraph('a -knows-> b');
  expect(() => findPaths(world, { from: 0, to: 1, maxHops })).toThrow(/1 to 64 hops/);
});
