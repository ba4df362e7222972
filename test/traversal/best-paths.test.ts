import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { type Certainty, holdsIn, type Validity } from '../../src/facts/validity.ts';
import type { EdgeNumber } from '../../src/store/edge-table.ts';
import { type BestPathOptions, bestPaths } from '../../src/traversal/best-paths.ts';
import { findPaths } from '../../src/traversal/find-paths.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { boundsOf } from '../../src/views/neighbouring-dates.ts';
import { asOf, trusted } from '../../src/views/restrictions.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';
import { plainHops } from './plain-hops.ts';

/** The dates of an edge, which undated ones take from those beside them. */
function datesOf({ graph }: GraphView, edge: EdgeNumber): Validity {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = boundsOf(graph);
  return {
    earliestStart: earliestStart[edge]!,
    latestStart: latestStart[edge]!,
    earliestEnd: earliestEnd[edge]!,
    latestEnd: latestEnd[edge]!,
  };
}

interface PlainPath {
  readonly nodes: readonly number[];
  readonly cost: number;
}

/** All simple paths, each judged day by day: the plain twin. */
function plainBest(view: GraphView, options: BestPathOptions): PlainPath[] {
  const { from, to, maxHops = 6, first = 10, cost = () => 0, concurrent } = options;
  const [start, end] = [concurrent?.days?.[0] ?? -1, concurrent?.days?.[1] ?? 130];
  const days = concurrent ? Array.from({ length: end - start + 1 }, (_, i) => start + i) : [undefined];
  const found: PlainPath[] = [];
  const costOn = (hops: readonly (readonly EdgeNumber[])[], day: number | undefined): number =>
    hops.reduce((sum, edges) => {
      const holding = edges.filter(
        (it) => day === undefined || holdsIn(datesOf(view, it), { first: day, last: day }, concurrent!.certainty),
      );
      return sum + Math.min(Number.POSITIVE_INFINITY, ...holding.map(cost));
    }, 0);
  const walk = (nodes: number[], hops: EdgeNumber[][]): void => {
    const node = nodes.at(-1)!;
    if (node === to) {
      const least = Math.min(...days.map((day) => costOn(hops, day)));
      if (least < Number.POSITIVE_INFINITY) found.push({ nodes, cost: least });
      return;
    }
    if (hops.length === maxHops) return;
    const next = new Map<number, EdgeNumber[]>();
    for (const { node: other, edge } of plainHops(view, node, options)) {
      if (!nodes.includes(other)) next.set(other, [...(next.get(other) ?? []), edge]);
    }
    for (const [other, edges] of next) walk([...nodes, other], [...hops, edges]);
  };
  walk([from], []);
  return found
    .sort((a, b) => a.cost - b.cost || a.nodes.length - b.nodes.length || compareNodes(a.nodes, b.nodes))
    .slice(0, first);
}

const compareNodes = (a: readonly number[], b: readonly number[]): number =>
  (a.find((it, i) => it !== b[i]) ?? 0) - (b.find((it, i) => it !== a[i]) ?? 0);

const certainties: readonly Certainty[] = ['POSSIBLE', 'CERTAIN'];

function randomCost(seed: number, view: GraphView): (edge: number) => number {
  const random = seededRandom(seed);
  const costs = Array.from({ length: view.graph.edges.count }, () => Math.floor(random() * 4));
  return (edge) => costs[edge]!;
}

describe('the best paths', () => {
  const questions = (seed: number, view: GraphView): Omit<BestPathOptions, 'from' | 'to'>[] => [
    {},
    { cost: randomCost(seed, view) },
    { cost: randomCost(seed, view), direction: 'OUT', maxHops: 4 },
    ...certainties.flatMap((certainty): Omit<BestPathOptions, 'from' | 'to'>[] => [
      { concurrent: { certainty } },
      { concurrent: { certainty, days: [30, 50] }, via: ['knows', 'meets', 'near'] },
      { concurrent: { certainty }, cost: randomCost(seed + 1, view), maxHops: 5 },
    ]),
  ];

  test.each(seeds(30))('are those of all simple paths, judged on every day, seed %i', (seed) => {
    for (const edges of [14, 30]) {
      const whole = randomGraph(seed, { nodes: 8, edges });
      for (const view of [whole, asOf(whole, { first: 20, last: 60 })]) {
        for (const question of questions(seed, view)) {
          for (const first of [1, 3, 1000]) {
            const options = { ...question, from: seed % 8, to: (seed * 3 + 1) % 8, first, budget: 1e9 };
            const { paths, truncated } = bestPaths(view, options);
            expect(truncated).toBe(false);
            expect(paths.map((it) => it.nodes)).toEqual(plainBest(view, options).map((it) => it.nodes));
            for (const path of paths) expectPossible(view, path.edges, options);
          }
        }
      }
    }
  });

  /** The edges shown hold together, where that was asked. */
  function expectPossible(view: GraphView, edges: readonly number[], { concurrent }: BestPathOptions): void {
    for (const edge of edges) expect(view.hasEdge(edge)).toBe(true);
    if (!concurrent) return;
    const days = Array.from({ length: 132 }, (_, i) => i - 1);
    const validities = edges.map((it) => datesOf(view, it));
    const held = days.filter((day) =>
      validities.every((it) => holdsIn(it, { first: day, last: day }, concurrent.certainty)),
    );
    expect(edges.length === 0 || held.length > 0).toBe(true);
  }

  test.each(seeds(10))('without conditions are those of the plain search, seed %i', (seed) => {
    const view = trusted(randomGraph(seed, { nodes: 40, edges: 90 }), 0.5);
    for (let to = 1; to < 12; to++) {
      const options = { from: 0, to, first: 5, maxHops: 5 };
      const [best, plain] = [bestPaths(view, options).paths, findPaths(view, { ...options, first: 1000 }).paths];
      const byNodes = plain.map((it) => it.nodes).sort((a, b) => a.length - b.length || compareNodes(a, b));
      expect(best.map((it) => it.nodes)).toEqual(byNodes.slice(0, 5));
    }
  });

  test('may be longer than a path whose hops held one after the other', () => {
    const world = tinyGraph(`
      a -knows[1990..1995]-> b -knows[1996..2000]-> d
      a -knows[1991..]-> c -knows[1992..1993]-> e -knows[1980..1992]-> d`);
    const ids = (nodes: readonly number[]): string => nodes.map((it) => world.graph.nodes.ids[it]).join(' ');
    const [from, to] = [world.getNode('a'), world.getNode('d')];
    const { paths } = bestPaths(world, { from, to, concurrent: { certainty: 'POSSIBLE' } });
    expect(paths.map((it) => ids(it.nodes))).toEqual(['a c e d']);
    const late = { certainty: 'POSSIBLE', days: [9000, 9000] } as const;
    expect(bestPaths(world, { from, to, concurrent: late }).paths).toEqual([]);
  });

  test('are cut off by a budget, which is told', () => {
    const view = randomGraph(1, { nodes: 300, edges: 4000 });
    const found = bestPaths(view, { from: 1, to: 299, cost: randomCost(2, view), budget: 20_000 });
    expect(found.truncated).toBe(true);
  });
});
