import { describe, expect, test } from 'vitest';
import type { Positions } from '../../../src/formats/format.ts';
import { layOut, NEIGHBOURS_APART } from '../../../src/formats/layout/lay-out.ts';
import type { GraphView } from '../../../src/views/graph-view.ts';
import { around } from '../../../src/views/neighbourhoods.ts';
import { randomGraph, seeds } from '../../kit/random-graph.ts';
import { tinyGraph } from '../../kit/tiny-graph.ts';

const distance = ({ x, y }: Positions, a: number, b: number): number => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
const numberOf = (view: GraphView, id: string): number => view.getNode(id);

/** Two cliques of five, joined by one edge. */
const clique = (names: string): string =>
  [...names].flatMap((a, i) => [...names].slice(i + 1).map((b) => `${a} -knows-> ${b}`)).join('; ');
const twoCliques = tinyGraph(`${clique('abcde')}; ${clique('vwxyz')}; e -knows-> v`);

describe('a layout', () => {
  test.each(seeds(10))('is the same on every run, seed %i', (seed) => {
    const [first, second] = [randomGraph(seed), randomGraph(seed)].map(layOut);
    expect(first).toEqual(second);
  });

  test('is made once for a view', () => {
    const view = randomGraph(1);
    expect(layOut(view)).toBe(layOut(view));
    expect(layOut(around(view, ['n1'], 1))).not.toBe(layOut(view));
  });

  test.each(seeds(20))('gives every kept node a place of its own, and the others none, seed %i', (seed) => {
    const whole = randomGraph(seed, { nodes: 40, edges: 60 });
    const view = around(whole, ['n1', 'n3'], 1);
    const { x, y } = layOut(view);
    const places = new Set<string>();
    for (let node = 0; node < whole.graph.nodes.count; node++) {
      expect(Number.isFinite(x[node]) && Number.isFinite(y[node])).toBe(view.hasNode(node));
      if (view.hasNode(node)) places.add(`${x[node]} ${y[node]}`);
    }
    expect(places.size).toBe(view.nodeCount);
  });

  test('keeps together what hangs together', () => {
    const positions = layOut(twoCliques);
    const apart = (a: string, b: string): number =>
      distance(positions, numberOf(twoCliques, a), numberOf(twoCliques, b));
    for (const inside of ['b', 'c', 'd']) expect(apart('a', inside)).toBeLessThan(apart('a', 'z'));
  });

  test.each(seeds(20))('leaves no two nodes on top of each other, seed %i', (seed) => {
    const view = randomGraph(seed, { nodes: 60, edges: 90 });
    const positions = layOut(view);
    for (let a = 0; a < 60; a++) for (let b = 0; b < a; b++) expect(distance(positions, a, b)).toBeGreaterThan(30);
  });

  test('packs what nothing joins side by side: no component lies within another, or far away', () => {
    const view = tinyGraph(`${clique('abcde')}; ${clique('vwxyz')}; lone -knows-> lone; p -knows-> q`);
    const positions = layOut(view);
    const middle = (names: string): { x: number; y: number } => {
      const numbers = [...names].map((it) => numberOf(view, it));
      const mean = (axis: Float64Array): number => numbers.reduce((sum, it) => sum + axis[it]!, 0) / numbers.length;
      return { x: mean(positions.x), y: mean(positions.y) };
    };
    const [left, right] = [middle('abcde'), middle('vwxyz')];
    const between = Math.hypot(left.x - right.x, left.y - right.y);
    expect(between).toBeGreaterThan(NEIGHBOURS_APART);
    expect(between).toBeLessThan(6 * NEIGHBOURS_APART);
  });

  test('is wider than tall, as pages are', () => {
    const chain = Array.from({ length: 12 }, (_, i) => `n${i} -knows-> n${i + 1}`).join('; ');
    const { x, y } = layOut(tinyGraph(chain));
    const extent = (axis: Float64Array): number => Math.max(...axis) - Math.min(...axis);
    expect(extent(x)).toBeGreaterThan(2 * extent(y));
  });

  test('of nothing is nothing', () => {
    expect(layOut(tinyGraph('')).x).toHaveLength(0);
  });

  test('of a graph that would take minutes is refused, with what to do', () => {
    const view = randomGraph(1);
    const huge = Object.create(view, { edgeCount: { value: 2_000_000 }, key: { value: 'huge' } }) as GraphView;
    expect(() => layOut(huge)).toThrow(/2000000 edges are too many to lay out; 1000000 are the most\. Look at less/);
  });
});
