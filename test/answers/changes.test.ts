/**
 * What changed in a span, against a plain reading of every edge.
 */
import { describe, expect, test } from 'vitest';
import { byNumber } from '../../src/answers/answer-form.ts';
import { type ChangesBetween, type ChangesOptions, changes } from '../../src/answers/changes.ts';
import { asObjects } from '../../src/answers/edge-answer.ts';
import { timeline } from '../../src/answers/timeline.ts';
import { isoOfDay } from '../../src/facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../../src/facts/validity.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const changesOf = (view: GraphView, of: string[], options: ChangesOptions): ChangesBetween =>
  changes(view, of, options, asObjects(view));
const idsOf = (list: ChangesBetween['began']): string[][] => list.map((it) => [it.edge.id, it.certainty]);

const heads = tinyGraph(`
  a -heads[2001..2005]-> x; b -heads[2005..]-> x; c -heads-> x; d -heads[2003-02-01..2003-02-02]-> y; a -heads[2006..2007]-> y
`);

test('what happened, began and ended are told apart, and what is only possible is called so', () => {
  const found = changesOf(heads, [], { from: '2003', to: '2006' });
  expect(idsOf(found.happened)).toEqual([['d-heads-y', 'CERTAIN']]);
  expect(idsOf(found.began)).toEqual([
    ['b-heads-x', 'CERTAIN'],
    ['a-heads-y', 'CERTAIN'],
  ]);
  expect(idsOf(found.ended)).toEqual([['a-heads-x', 'CERTAIN']]);
  const narrow = changesOf(heads, [], { from: '2005-03', to: '2005-04' });
  expect([idsOf(narrow.began), idsOf(narrow.ended)]).toEqual([
    [['b-heads-x', 'POSSIBLE']],
    [['a-heads-x', 'POSSIBLE']],
  ]);
});

test('a span that ends before it begins is refused, and not answered with nothing', () => {
  const refused = expect.objectContaining({
    code: 'bad-date',
    message: expect.stringContaining('ends before it begins'),
  });
  expect(() => changesOf(heads, [], { from: '2006', to: '2003' })).toThrow(refused);
  expect(() => timeline(heads, ['x'], { from: '2006', to: '2003' }, asObjects(heads))).toThrow(refused);
  expect(() => changesOf(heads, [], { from: '2005-03', to: '2005' })).not.toThrow();
});

test('of nodes, of types, and page by page', () => {
  expect(idsOf(changesOf(heads, ['y'], { from: '2000', to: '2010' }).happened)).toEqual([
    ['d-heads-y', 'CERTAIN'],
    ['a-heads-y', 'CERTAIN'],
  ]);
  const world = tinyGraph('p:Person -joins[2001]-> g:Group; h:Group -near[2001]-> g');
  expect(changesOf(world, [], { from: '2001', to: '2001', types: ['Person'] }).happenedCount).toBe(1);
  const page = changesOf(heads, [], { from: '2000', to: '2010', first: 1, skip: 1 });
  expect([page.happenedCount, idsOf(page.happened)]).toEqual([3, [['d-heads-y', 'CERTAIN']]]);
});

test('a fault in what is asked is told', () => {
  expect(() => changesOf(heads, ['z'], { from: '2000', to: '2001' })).toThrow('No node has the id "z"');
  expect(() => changesOf(heads, [], { from: '30/10/2024', to: '2025' })).toThrow('Is it 2024-10-30?');
  expect(() => changesOf(heads, [], { from: '2000', to: '2001', types: ['Persn'] })).toThrow('Persn');
});

test('what becomes known is what no source of before says', () => {
  const view = tinyGraph(
    'a -heads{old}-> x; a -heads{new}-> y; a -heads{new,old}-> z; a -heads{undated,new}-> w; a -heads-> v',
    {
      old: { published: '2001' },
      new: { published: '2004-05' },
      undated: {},
    },
  );
  const { becameKnown, becameKnownCount } = changesOf(view, [], { from: '2004', to: '2004' });
  expect(idsOf(becameKnown)).toEqual([
    ['a-heads-w', 'POSSIBLE'],
    ['a-heads-y', 'CERTAIN'],
  ]);
  expect(becameKnownCount).toBe(2);
});

describe.each(seeds(100))('on random graph %i', (seed) => {
  const view = randomGraph(seed, { nodes: 10, edges: 40 });
  const { edges } = view.graph;

  test('each edge is in the list that its bounds say, and in no other', () => {
    const [from, to] = [20 + (seed % 30), 40 + (seed % 50)];
    if (from > to) return;
    const found = changes(view, [], { from: isoOfDay(from), to: isoOfDay(to), first: 1000 }, byNumber);
    const listOf = new Map<number, string>();
    for (const name of ['happened', 'began', 'ended'] as const) {
      for (const { edge, certainty } of found[name]) listOf.set(edge, `${name} ${certainty}`);
      expect(found[`${name}Count`]).toBe(found[name].length);
    }
    for (let edge = 0; edge < edges.count; edge++) {
      const { earliestStart, latestStart, earliestEnd, latestEnd } = edges.validityOf(edge);
      const days = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      const may = (least: number, most: number): boolean =>
        least !== ALWAYS && most !== FOREVER && days.some((day) => day >= least && day <= most);
      const must = (least: number, most: number): boolean => least >= from && most <= to;
      const [starts, ends] = [may(earliestStart, latestStart), may(earliestEnd, latestEnd)];
      const surely = (!starts || must(earliestStart, latestStart)) && (!ends || must(earliestEnd, latestEnd));
      const list = starts && ends ? 'happened' : starts ? 'began' : ends ? 'ended' : undefined;
      expect(listOf.get(edge)).toBe(list && `${list} ${surely ? 'CERTAIN' : 'POSSIBLE'}`);
    }
  });
});
