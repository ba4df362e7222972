import { describe, expect, test } from 'vitest';
import { type Centrality, degrees, rankNodes } from '../../src/analysis/centrality.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { graphologyOf } from '../../src/views/graphology-of.ts';
import { asOf, via } from '../../src/views/restrictions.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

/** The scores of all nodes, by their numbers. */
function scoresOf(view: GraphView, by: Centrality): Float64Array {
  const scores = new Float64Array(view.graph.nodes.count);
  for (const { node, score } of rankNodes(view, { by, first: 1e9 })) scores[node] = score;
  return scores;
}
const pageRank = (view: GraphView): Float64Array => scoresOf(view, 'PAGERANK');
const betweenness = (view: GraphView): Float64Array => scoresOf(view, 'BETWEENNESS');

const byId = (view: GraphView, scores: Float64Array): Record<string, number> =>
  Object.fromEntries(view.graph.nodes.ids.map((id, node) => [id, scores[node]!]));

/** The pairs of different nodes that an edge of the view joins, and how many edges join them. */
function plainPairs(view: GraphView): Map<number, Map<number, number>> {
  const { edges, nodes } = view.graph;
  const pairs = new Map(nodes.ids.map((_, node) => [node, new Map<number, number>()]));
  for (let edge = 0; edge < edges.count; edge++) {
    const [from, to] = [edges.from[edge]!, edges.to[edge]!];
    if (!view.hasEdge(edge) || from === to) continue;
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const)
      pairs.get(a)!.set(b, (pairs.get(a)!.get(b) ?? 0) + 1);
  }
  return pairs;
}

const views = (seed: number): GraphView[] => {
  const whole = randomGraph(seed, { nodes: 14, edges: 22 });
  return [whole, asOf(whole, { first: 50, last: 50 }), via(whole, ['knows', 'near'])];
};

test.each(seeds(20))('degrees are those that graphology counts, a loop at both its ends, seed %i', (seed) => {
  for (const view of views(seed)) {
    const graph = graphologyOf(view);
    expect(byId(view, degrees(view))).toEqual(Object.fromEntries(graph.mapNodes((id) => [id, graph.degree(id)])));
  }
});

describe('PageRank', () => {
  test.each(seeds(20))('agrees with the power method, parallel edges counted, seed %i', (seed) => {
    for (const view of views(seed)) {
      const pairs = plainPairs(view);
      const n = pairs.size;
      let plain = new Float64Array(n).fill(1 / n);
      for (let round = 0; round < 300; round++) {
        const next = new Float64Array(n).fill(0.15 / n);
        for (const [node, others] of pairs) {
          const all = [...others.values()].reduce((sum, it) => sum + it, 0);
          if (all === 0) for (let i = 0; i < n; i++) next[i]! += (0.85 * plain[node]!) / n;
          for (const [other, weight] of others) next[other]! += (0.85 * plain[node]! * weight) / all;
        }
        plain = next;
      }
      pageRank(view).forEach((score, node) => {
        expect(score).toBeCloseTo(plain[node]!, 5);
      });
    }
  });

  test('puts the middle of a star first', () => {
    const star = tinyGraph('a -knows-> hub; b -knows-> hub; hub -knows-> c');
    const scores = byId(star, pageRank(star));
    expect(scores.hub).toBeGreaterThan(scores.a!);
    expect(scores.a).toBeCloseTo(scores.c!, 6);
    expect(Object.values(scores).reduce((sum, it) => sum + it)).toBeCloseTo(1, 6);
  });
});

describe('betweenness', () => {
  /** The share of shortest paths through each node, by counting them pair by pair. */
  function plainBetweenness(view: GraphView): number[] {
    const pairs = plainPairs(view);
    const nodes = [...pairs.keys()];
    const ways = (from: number): { distance: Map<number, number>; count: Map<number, number> } => {
      const distance = new Map([[from, 0]]);
      const count = new Map([[from, 1]]);
      for (const [node, far] of distance) {
        for (const other of pairs.get(node)!.keys()) {
          if (!distance.has(other)) distance.set(other, far + 1);
          if (distance.get(other) === far + 1) count.set(other, (count.get(other) ?? 0) + count.get(node)!);
        }
      }
      return { distance, count };
    };
    const all = nodes.map(ways);
    return nodes.map((middle) => {
      let share = 0;
      for (const from of nodes) {
        for (const to of nodes) {
          if (from === to || middle === from || middle === to) continue;
          const [there, back] = [all[from]!, all[to]!];
          const [first, second, whole] = [
            there.distance.get(middle),
            back.distance.get(middle),
            there.distance.get(to),
          ];
          if (first === undefined || second === undefined || first + second !== whole) continue;
          share += (there.count.get(middle)! * back.count.get(middle)!) / there.count.get(to)!;
        }
      }
      return share / ((nodes.length - 1) * (nodes.length - 2));
    });
  }

  test.each(seeds(20))('agrees with counting all shortest paths, seed %i', (seed) => {
    for (const view of views(seed)) {
      const plain = plainBetweenness(view);
      betweenness(view).forEach((score, node) => {
        expect(score).toBeCloseTo(plain[node]!, 9);
      });
    }
  });

  test('is 1 for the middle of a star, 0 for its points', () => {
    const star = tinyGraph('a -knows-> hub; b -knows-> hub; hub -knows-> c');
    expect(byId(star, betweenness(star))).toEqual({ a: 0, b: 0, c: 0, hub: 1 });
  });

  test('is estimated from a sample, whose errors hold nearly all exact scores', () => {
    const view = randomGraph(3, { nodes: 300, edges: 900 });
    const exact = betweenness(view);
    let [within, all] = [0, 0];
    for (const seed of seeds(10)) {
      for (const { node, score, error } of rankNodes(view, { by: 'BETWEENNESS', sample: 100, seed, first: 40 })) {
        all++;
        if (Math.abs(score - exact[node]!) <= error!) within++;
      }
    }
    expect(within / all).toBeGreaterThan(0.9);
    expect(rankNodes(view, { by: 'BETWEENNESS', sample: 300 })[0]).not.toHaveProperty('error');
    const again = { by: 'BETWEENNESS', sample: 50, seed: 7 } as const;
    expect(rankNodes(randomGraph(3, { nodes: 300, edges: 900 }), again)).toEqual(rankNodes(view, again));
  });
});

describe('a ranking', () => {
  test('a sample that was asked for may be of one node', () => {
    const star = tinyGraph(Array.from({ length: 30 }, (_, i) => `hub -knows-> p${i}`).join('; '));
    expect(rankNodes(star, { by: 'BETWEENNESS', sample: 1 })).toHaveLength(10);
  });

  const world = tinyGraph('a:State -hosts-> x:Event <-joins- b:State -joins-> y:Event <-joins- c:State');

  test('lists the highest first, equal ones by their ids', () => {
    const ranked = rankNodes(world, { by: 'DEGREE' });
    expect(ranked.map(({ node, score }) => [world.graph.nodes.ids[node], score])).toEqual([
      ['b', 2],
      ['x', 2],
      ['y', 2],
      ['a', 1],
      ['c', 1],
    ]);
  });

  test('lists a type of node, though all are measured', () => {
    const ranked = rankNodes(world, { by: 'BETWEENNESS', type: 'State', first: 1 });
    expect(ranked.map(({ node }) => world.graph.nodes.ids[node])).toEqual(['b']);
  });

  test('goes by the edges of the view', () => {
    const [first] = rankNodes(via(world, ['hosts']), { by: 'PAGERANK', type: 'State' });
    expect(world.graph.nodes.ids[first!.node]).toBe('a');
  });

  test('refuses a type that the ontology lacks', () => {
    expect(() => rankNodes(world, { by: 'DEGREE', type: 'Stat' })).toThrow(
      'no node type or interface "Stat". Did you mean "State"?',
    );
  });
});
