/**
 * Measures that somebody else took: networkx on random multigraphs (`make-networkx-golden.py`), and the validation graphs
 * of LDBC Graphalytics (`ldbc/ldbc_graphalytics`, commit 7b8bde7, Apache-2.0) for PageRank, components, label
 * propagation, clustering and weighted shortest paths. Its breadth-first search is in `test/traversal/graphalytics.test.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Centrality, degrees, rankNodes } from '../../src/analysis/centrality.ts';
import { clustering } from '../../src/analysis/clustering.ts';
import { communities } from '../../src/analysis/communities.ts';
import { components, propagateLabels } from '../../src/analysis/components.ts';
import { pageRank } from '../../src/analysis/page-rank.ts';
import { projectionOf } from '../../src/analysis/projection.ts';
import { byNumber } from '../../src/answers/answer-form.ts';
import { similar } from '../../src/answers/similar.ts';
import { bestPaths } from '../../src/traversal/best-paths.ts';
import type { Direction, GraphView } from '../../src/views/graph-view.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const golden = join(import.meta.dirname, '../golden/analysis');

/** A graph whose nodes are numbers; ids of one length are in the order of these. */
const idOf = (number: number | string): string => `n${String(number).padStart(3, '0')}`;
function graphOf(nodes: readonly (number | string)[], edges: readonly (readonly (number | string)[])[]): GraphView {
  return tinyGraph(
    edges.map(([from, to]) => `${idOf(from!)} -knows-> ${idOf(to!)}`).join(';'),
    Object.fromEntries(nodes.map((it) => [idOf(it), {}])),
  );
}

interface NetworkxCase {
  readonly seed: number;
  readonly order: number;
  readonly edges: readonly (readonly [number, number])[];
  readonly components: readonly (readonly number[])[];
  readonly jaccard: readonly (readonly [number, number, number])[];
  readonly [scores: string]: number | readonly number[] | readonly (readonly number[])[];
}

const { cases } = JSON.parse(readFileSync(join(golden, 'networkx.json'), 'utf8')) as { cases: NetworkxCase[] };
const measures: Readonly<Record<string, { by: Centrality; direction?: Direction }>> = {
  pageRank: { by: 'PAGERANK' },
  pageRankOut: { by: 'PAGERANK', direction: 'OUT' },
  pageRankIn: { by: 'PAGERANK', direction: 'IN' },
  betweenness: { by: 'BETWEENNESS' },
  betweennessOut: { by: 'BETWEENNESS', direction: 'OUT' },
  core: { by: 'CORE' },
  clustering: { by: 'CLUSTERING' },
  degree: { by: 'DEGREE' },
  degreeOut: { by: 'DEGREE', direction: 'OUT' },
  degreeIn: { by: 'DEGREE', direction: 'IN' },
};

describe.each(cases)('networkx, seed $seed', (expected) => {
  const { order, edges } = expected;
  const view = graphOf([...Array(order).keys()], edges);

  test.each(Object.entries(measures))('%s', (name, asked) => {
    const ranked = rankNodes(view, { ...asked, first: order }).sort((a, b) => a.node - b.node);
    expect(ranked.length).toBe(order);
    ranked.forEach(({ score }, node) => {
      expect(score).toBeCloseTo((expected[name] as number[])[node]!, 6);
    });
  });

  test('connected components', () => {
    const groups = communities(view, { by: 'COMPONENTS' }).groups.map((it) => [...it]);
    expect(groups.sort((a, b) => a[0]! - b[0]!)).toEqual(expected.components);
  });

  test('Jaccard', () => {
    // Either way and without parallels, as networkx takes it: a pair once, whichever way its edges point.
    const simple = new Map(
      edges.filter(([a, b]) => a !== b).map(([a, b]) => [[a, b].sort().join(' '), [a, b] as const]),
    );
    const pairs = [...simple.values()].flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
    const both = graphOf([...Array(order).keys()], pairs);
    const found = similar(both, idOf(0), { first: 100, direction: 'OUT' }, byNumber);
    const scores = new Map(found.map(({ node, score }) => [node, score]));
    for (const [, node, score] of expected.jaccard) expect(scores.get(node) ?? 0).toBeCloseTo(score, 8);
  });
});

interface LdbcGraph {
  readonly view: GraphView;
  readonly numbers: readonly string[];
  readonly edges: readonly (readonly string[])[];
}

const lines = (file: string): string[][] =>
  readFileSync(join(golden, 'graphalytics', file), 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first);

/** The graph of a case: a list of edges with weights, or lists of neighbours. */
function ldbcGraph(name: string, isDirected: boolean): LdbcGraph {
  const isList = ldbcFiles.has(`${name}.e`);
  const edges = isList ? lines(`${name}.e`) : lines(name).flatMap(([from, ...to]) => to.map((it) => [from!, it]));
  const listed = isList ? lines(`${name}.v`).map(([it]) => it!) : [];
  const numbers = [...new Set([...listed, ...edges.flatMap(([from, to]) => [from!, to!])])].sort((a, b) => +a - +b);
  // An undirected one of lists has each edge at both ends.
  const once = isDirected || isList ? edges : edges.filter(([from, to]) => +from! < +to!);
  return { view: graphOf(numbers, once), numbers, edges: once };
}

const ldbcFiles = new Set(readdirSync(join(golden, 'graphalytics')));
const values = (file: string): Map<string, string> => new Map(lines(file).map(([node, value]) => [node!, value!]));

const directions = [
  ['dir', 'OUT'],
  ['undir', 'BOTH'],
] as const;

describe.each(directions)('LDBC Graphalytics, %s', (word, direction) => {
  const isDirected = direction === 'OUT';
  const example = `example-${isDirected ? 'directed' : 'undirected'}`;
  const casesOf = (kernel: string, short: string): [string, string][] => [
    [`${kernel}-${word}-input`, `${kernel}-${word}-output`],
    [example, `${example}-${short}`],
  ];
  const near = (found: number, wanted: number): void =>
    expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-4 * Math.abs(wanted));

  test.each(casesOf('pr', 'PR'))('PageRank of %s', (input, output) => {
    const { view, numbers } = ldbcGraph(input, isDirected);
    const rounds = input === example ? 2 : isDirected ? 14 : 26;
    const graph = projectionOf(view, direction);
    const { ranks, lone } = pageRank(graph, { rounds });
    for (const [node, rank] of values(output))
      near(ranks[graph.nodes.indexOf(numbers.indexOf(node))] ?? lone, Number(rank));
  });

  test.each(casesOf('lcc', 'LCC'))('clustering of %s', (input, output) => {
    const { view, numbers } = ldbcGraph(input, isDirected);
    const graph = projectionOf(view, 'BOTH');
    const found = clustering(graph, projectionOf(view, direction));
    for (const [node, wanted] of values(output))
      near(found[graph.nodes.indexOf(numbers.indexOf(node))] ?? 0, Number(wanted));
  });

  test.each(casesOf('cdlp', 'CDLP'))('label propagation of %s', (input, output) => {
    const { view, numbers } = ldbcGraph(input, isDirected);
    const graph = projectionOf(view, 'BOTH');
    const labels = propagateLabels(graph, input === example ? 2 : 5);
    const found = new Map(Array.from(labels, (it, place) => [numbers[graph.nodes[place]!], numbers[graph.nodes[it]!]]));
    // A lone node keeps its own.
    for (const [node, label] of values(output)) expect(found.get(node) ?? node).toBe(label);
  });

  test.each(casesOf('wcc', 'WCC'))('components of %s', (input, output) => {
    const { view, numbers } = ldbcGraph(input, isDirected);
    const graph = projectionOf(view, 'BOTH');
    const labels = components(graph);
    const wanted = values(output);
    const parts = (labelOf: (node: string, place: number) => unknown): string[] => {
      const found = new Map<unknown, string[]>();
      numbers.forEach((node, place) => {
        const label = labelOf(node, place);
        found.set(label, [...(found.get(label) ?? []), node]);
      });
      return [...found.values()].map((it) => it.join(' ')).sort();
    };
    expect(parts((node, place) => labels[graph.nodes.indexOf(place)] ?? node)).toEqual(
      parts((node) => wanted.get(node)),
    );
  });

  test.each([
    [`sssp-${word}-input`, `sssp-${word}-output`, '1'],
    [example, `${example}-SSSP`, isDirected ? '1' : '2'],
  ])('weighted shortest paths of %s', (input, output, source) => {
    const { view, numbers, edges } = ldbcGraph(input, isDirected);
    const weights = new Map(edges.map(([from, to, weight]) => [`${idOf(from!)} ${idOf(to!)}`, Number(weight)]));
    const { ids } = view.graph.nodes;
    const weightOf = (edge: number): number =>
      weights.get(`${ids[view.graph.edges.from[edge]!]} ${ids[view.graph.edges.to[edge]!]}`)!;
    // Costs are whole numbers.
    const cost = (edge: number): number => Math.round(weightOf(edge) * 1e9);
    for (const [node, wanted] of values(output)) {
      const ends = { from: view.getNode(idOf(source)), to: view.getNode(idOf(node)) };
      const [path] = bestPaths(view, { ...ends, direction, cost, first: 1, maxHops: 16, budget: 1e9 }).paths;
      if (wanted === 'infinity' || wanted === 'Infinity') expect(path).toBeUndefined();
      else
        near(
          path!.edges.reduce((sum, edge) => sum + weightOf(edge), 0),
          Number(wanted),
        );
    }
    expect(numbers.length).toBeGreaterThan(5);
  });
});

test('a degree of a view is that of its edges', () => {
  const view = tinyGraph('a -knows-> b; a -knows-> b; a -meets- c; a -knows-> a');
  expect(['BOTH', 'OUT', 'IN'].map((it) => [...degrees(view, it as Direction)])).toEqual([
    [5, 2, 1],
    [4, 0, 1],
    [2, 2, 1],
  ]);
});
