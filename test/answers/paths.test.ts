import { expect, test } from 'vitest';
import { byNumber } from '../../src/answers/answer-form.ts';
import { avoided, type DaySpan, type GraphPath, paths } from '../../src/answers/paths.ts';
import { dayOf } from '../../src/facts/partial-date.ts';
import { holdsIn } from '../../src/facts/validity.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { boundsOf } from '../../src/views/neighbouring-dates.ts';
import { asOf } from '../../src/views/restrictions.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const all = { first: 10_000, budget: 1e9 };
/** Of one length, by their nodes. */
const sorted = (found: readonly GraphPath<number, number>[]): GraphPath<number, number>[] =>
  [...found].sort(
    (a, b) =>
      a.length - b.length ||
      (a.nodes.find((it, i) => it !== b.nodes[i]) ?? 0) - (b.nodes.find((it, i) => it !== a.nodes[i]) ?? 0),
  );
const holds = ({ since, until }: DaySpan, day: number): boolean =>
  (since === undefined || (dayOf(since) ?? 0) <= day) && (until === undefined || (dayOf(until) ?? 0) >= day);

function holdsOn({ graph }: GraphView, edge: number, day: number): boolean {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = boundsOf(graph);
  const validity = {
    earliestStart: earliestStart[edge]!,
    latestStart: latestStart[edge]!,
    earliestEnd: earliestEnd[edge]!,
    latestEnd: latestEnd[edge]!,
  };
  return holdsIn(validity, { first: day, last: day }, 'POSSIBLE');
}

test.each(seeds(40))('paths pass the types of nodes that they may, and say when all of them held, seed %i', (seed) => {
  const whole = randomGraph(seed, { nodes: 8, edges: 20 });
  for (const view of [whole, asOf(whole, { first: 30, last: 60 })]) {
    const [from, to] = [view.graph.nodes.ids[seed % 8]!, view.graph.nodes.ids[(seed * 3 + 1) % 8]!];
    const every = sorted(paths(view, from, to, all, byNumber).paths);
    const typesBetween = (nodes: readonly number[]): string[] =>
      nodes.slice(1, -1).map((it) => view.graph.nodes.typeOf(it));
    const through = sorted(paths(view, from, to, { ...all, through: ['Person', 'Group'] }, byNumber).paths);
    expect(through).toEqual(every.filter(({ nodes }) => !typesBetween(nodes).includes('Place')));
    const without = sorted(paths(view, from, to, { ...all, avoid: { nodeTypes: ['Person'] } }, byNumber).paths);
    expect(without).toEqual(every.filter(({ nodes }) => !typesBetween(nodes).includes('Person')));
    for (const { hops, held } of every) {
      for (let day = -1; day < 130; day += 3) {
        const isHeld = hops.every(({ edge, alternatives }) =>
          [edge, ...alternatives].some((it) => holdsOn(view, it, day)),
        );
        expect(held.some((it) => holds(it, day))).toBe(isHeld);
      }
    }
    const concurrent = paths(whole, from, to, { ...all, concurrent: true }, byNumber).paths;
    const plain = sorted(paths(whole, from, to, all, byNumber).paths).filter((it) => it.held.length > 0);
    expect(concurrent.map((it) => it.nodes)).toEqual(plain.map((it) => it.nodes));
  }
});

test('the surest path may be longer than the shortest', () => {
  const world = tinyGraph('a -knows{x}-> b; a -knows{x,y}-> c -knows{x,y}-> b');
  const named = (by: 'HOPS' | 'CONFIDENCE' | 'CORROBORATION'): string[] =>
    paths(world, 'a', 'b', { by }, byNumber).paths.map((it) => `${it.length} ${it.uncorroborated ?? '-'}`);
  expect(named('HOPS')).toEqual(['1 -', '2 -']);
  expect(named('CONFIDENCE')).toEqual(['1 -', '2 -']);
  expect(named('CORROBORATION')).toEqual(['2 0', '1 1']);
});

test('what is avoided is known by its name: edge types, types and interfaces, nodes', () => {
  const world = tinyGraph('a:Person -knows-> b:Group');
  expect(avoided(world, ['knows', 'Person', 'b'])).toEqual({
    nodes: ['b'],
    edgeTypes: ['knows'],
    nodeTypes: ['Person'],
  });
});
