import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { expect, test } from 'vitest';
import { type CommunityMethod, communities } from '../../src/analysis/communities.ts';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { via } from '../../src/views/restrictions.ts';
import { type SimpleEdge, simpleProjection } from '../../src/views/simple-projection.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

// A CommonJS module whose types claim a default export: what Node imports is the function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default;

const ids = (view: GraphView, groups: readonly (readonly number[])[]): string[] =>
  groups.map((group) => group.map((node) => view.graph.nodes.ids[node]).join(' '));

const pairsOf = (view: GraphView): UndirectedGraph<Record<string, never>, SimpleEdge> =>
  simpleProjection(view, new UndirectedGraph<Record<string, never>, SimpleEdge>());

const clique = (names: string): string =>
  [...names].flatMap((a, i) => [...names].slice(i + 1).map((b) => `${a} -knows-> ${b}`)).join('; ');

test('two cliques with one edge between them are two communities', () => {
  const world = tinyGraph(`${clique('abcde')}; ${clique('wxyz')}; a -knows-> z; lone -knows-> lone`);
  const { groups, modularity } = communities(world);
  expect(ids(world, groups)).toEqual(['a b c d e', 'w x y z']);
  expect(modularity).toBeGreaterThan(0.4);
});

test('edges outside the view hold nothing together', () => {
  const world = tinyGraph(`${clique('abc')}; a -met-> x; b -met-> x`);
  expect(ids(world, communities(via(world, ['met'])).groups)).toEqual(['a b x']);
});

test('a view without edges has no communities', () => {
  expect(communities(tinyGraph('a -knows-> a'))).toEqual({ groups: [], modularity: 0 });
});

test.each(seeds(20))(
  'every node with an edge to another is in one community, and they are found again, seed %i',
  (seed) => {
    const view = randomGraph(seed, { nodes: 30, edges: 40 });
    for (const by of ['LOUVAIN', 'LABELS', 'COMPONENTS'] as const) expectPartition(view, by);
  },
);

function expectPartition(view: GraphView, by: CommunityMethod): void {
  const { groups, modularity } = communities(view, { by });
  const members = groups.flat();
  expect(new Set(members).size).toBe(members.length);
  const pairs = pairsOf(view);
  const linked = pairs.filterNodes((node) => pairs.degree(node) > 0);
  expect(members.map(String).sort()).toEqual(linked.sort());
  expect(groups.map((group) => group.length)).toEqual(groups.map((group) => group.length).sort((a, b) => b - a));
  expect(communities(view, { by })).toEqual({ groups, modularity });
  expect(modularity).toBeCloseTo(plainModularity(view, groups), 9);
}

/** The share of edges within groups, less what chance would put there. */
function plainModularity(view: GraphView, groups: readonly (readonly number[])[]): number {
  const graph = pairsOf(view);
  let all = 0;
  const strength = new Map<string, number>();
  graph.forEachEdge((_, { weight }, a, b) => {
    all += weight;
    for (const node of [a, b]) strength.set(node, (strength.get(node) ?? 0) + weight);
  });
  return groups.reduce((sum, group) => {
    const keys = new Set(group.map(String));
    let within = 0;
    graph.forEachEdge((_, { weight }, a, b) => {
      if (keys.has(a) && keys.has(b)) within += weight;
    });
    const ends = [...keys].reduce((total, key) => total + (strength.get(key) ?? 0), 0);
    return sum + within / all - (ends / (2 * all)) ** 2;
  }, 0);
}

test.each(seeds(12))(
  'Louvain is as good as that of graphology, and no two of its groups are better as one, seed %i',
  (seed) => {
    const view = randomGraph(seed, { nodes: 60, edges: 60 + 20 * seed });
    const { groups, modularity } = communities(view, { seed });
    const theirs = louvain.detailed(pairsOf(view), { rng: seededRandom(seed) }).modularity;
    expect(modularity).toBeGreaterThan(theirs - 0.03);
    groups.forEach((group, i) => {
      for (const other of groups.slice(i + 1)) {
        const joined = [...groups.filter((it) => it !== group && it !== other), [...group, ...other]];
        expect(plainModularity(view, joined)).toBeLessThanOrEqual(modularity + 1e-9);
      }
    });
  },
);

test('by resolution, groups are many or few, and one out of range is refused', () => {
  const view = randomGraph(5, { nodes: 60, edges: 240 });
  const countOf = (resolution: number): number => communities(view, { resolution }).groups.length;
  const linked = communities(view).groups.flat().length;
  expect([countOf(0), countOf(1000)]).toEqual([communities(view, { by: 'COMPONENTS' }).groups.length, linked]);
  expect(countOf(3)).toBeGreaterThan(countOf(0.5));
  for (const resolution of [-1, 1e300, Number.NaN]) {
    expect(() => communities(view, { resolution })).toThrow(
      '"resolution" of communities takes a number from 0 to 1000',
    );
  }
});
