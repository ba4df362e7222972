/**
 * Distances that somebody else worked out: the validation graphs of LDBC Graphalytics for breadth-first search
 * (`ldbc/ldbc_graphalytics`, commit 7b8bde7, Apache-2.0).
 */
import { expect, test } from 'vitest';
import type { AnyNode, AnyOntology } from '../../src/ontology/typed-ontology.ts';
import { walkFrom } from '../../src/traversal/begin-walk.ts';
import { findPaths } from '../../src/traversal/find-paths.ts';
import type { Direction, GraphView } from '../../src/views/graph-view.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

interface Case {
  readonly name: string;
  readonly direction: Direction;
  readonly start: string;
  /** A node and its neighbours, a line; of an undirected graph each edge once. */
  readonly input: string;
  /** A node and its distance; nodes that are not told cannot be reached. */
  readonly output: string;
}

const cases: readonly Case[] = [
  {
    name: 'bfs-dir',
    direction: 'OUT',
    start: '1',
    input: '1 2 3; 2 3 4 5; 3 1; 4 6 7 8; 5 2 1; 6 4 8; 8 1 2 3; 9 10',
    output: '1 0; 2 1; 3 1; 4 2; 5 2; 6 3; 7 3; 8 3',
  },
  {
    name: 'bfs-undir',
    direction: 'BOTH',
    start: '1',
    input: '1 2 3 5 8; 2 3 4 5 8; 3 8; 4 6 7 8; 6 8; 9 10',
    output: '1 0; 2 1; 3 1; 4 2; 5 1; 6 2; 7 3; 8 1',
  },
  {
    name: 'example-directed',
    direction: 'OUT',
    start: '1',
    input: '1 3 5; 2 4 5 10; 3 1 5 8 10; 5 3 4 8; 6 3 4; 7 4; 8 1; 9 4',
    output: '1 0; 3 1; 4 2; 5 1; 8 2; 10 2',
  },
  {
    name: 'example-undirected',
    direction: 'BOTH',
    start: '2',
    input: '2 3 4; 3 4 5 8; 5 6 8; 6 7 8 9 10; 7 9',
    output: '2 0; 3 1; 4 1; 5 2; 6 3; 7 4; 8 2; 9 4; 10 4',
  },
];

const lines = (text: string): string[][] => text.split('; ').map((line) => line.split(' '));

function graphOf(input: string): GraphView {
  const edges = lines(input).flatMap(([from, ...to]) => to.map((it) => `${from} -knows-> ${it}`));
  return tinyGraph(edges.join('; '));
}

test.each(cases)('how long the shortest path is: $name', ({ direction, start, input, output }) => {
  const view = graphOf(input);
  const found = view.graph.nodes.ids.flatMap((id) => {
    const options = { from: view.getNode(start), to: view.getNode(id), direction, first: 1 };
    return findPaths(view, options).paths.map((path) => [id, String(path.edges.length)]);
  });
  expect(found.sort()).toEqual(lines(output).sort());
});

test.each(cases)('how often a walk repeats its step: $name', ({ direction, start, input, output }) => {
  const begin = walkFrom<AnyOntology, AnyNode>(graphOf(input), [start]);
  const walk = begin.repeat((at) => (direction === 'OUT' ? at.out('knows') : at.both('knows')));
  const found = walk.paths().map(({ nodes, edges }) => [nodes.at(-1)?.id, String(edges.length)]);
  expect([[start, '0'], ...found].sort()).toEqual(lines(output).sort());
  expect(walk.count()).toBe(found.length);
});
