import { expect, test } from 'vitest';
import { type Adjacency, findRun } from '../../src/store/adjacency.ts';
import type { KnowledgeGraph } from '../../src/store/knowledge-graph.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';

/** The places of a node's row, with what they say. */
function rowOf(rows: Adjacency, node: number): { edge: number; other: number; type: number }[] {
  const row = [];
  for (let run = rows.firstRun[node]!; run < rows.firstRun[node + 1]!; run++) {
    for (let place = rows.runStart[run]!; place < rows.runStart[run + 1]!; place++) {
      row.push({ edge: rows.edge[place]!, other: rows.target[place]!, type: rows.runType[run]! });
    }
  }
  return row;
}

function plainRow(
  graph: KnowledgeGraph,
  node: number,
  direction: 'OUT' | 'IN',
): { edge: number; other: number; type: number }[] {
  const { from, to, type, validity } = graph.edges;
  const [owner, other] = direction === 'OUT' ? [from, to] : [to, from];
  return [...owner.keys()]
    .filter((edge) => owner[edge] === node)
    .sort((a, b) => type[a]! - type[b]! || validity.earliestStart[a]! - validity.earliestStart[b]! || a - b)
    .map((edge) => ({ edge, other: other[edge]!, type: type[edge]! }));
}

test.each(seeds(50))('rows hold every edge of a node by type, then start, in both directions, seed %i', (seed) => {
  const { graph } = randomGraph(seed, { nodes: 10, edges: 80 });
  for (let node = 0; node < graph.nodes.count; node++) {
    expect(rowOf(graph.out, node)).toEqual(plainRow(graph, node, 'OUT'));
    expect(rowOf(graph.in, node)).toEqual(plainRow(graph, node, 'IN'));
  }
});

test('a hub, whose row is too long to sort by insertion, is in order too', () => {
  const { graph } = randomGraph(3, { nodes: 3, edges: 400 });
  expect(rowOf(graph.in, 0).length).toBeGreaterThan(24);
  for (let node = 0; node < 3; node++) expect(rowOf(graph.in, node)).toEqual(plainRow(graph, node, 'IN'));
});

test('in the out direction an edge lies at the place of its number', () => {
  const { graph } = randomGraph(1);
  expect([...graph.out.edge]).toEqual([...graph.out.edge.keys()]);
});

test.each(seeds(20))('a run is found exactly where the node has edges of the type, seed %i', (seed) => {
  const { graph } = randomGraph(seed);
  for (let node = 0; node < graph.nodes.count; node++) {
    for (let type = 0; type < 4; type++) {
      const run = findRun(graph.out, node, type);
      const has = plainRow(graph, node, 'OUT').some((it) => it.type === type);
      expect(run !== -1).toBe(has);
      if (has) expect(graph.out.runType[run]).toBe(type);
    }
  }
});
