import { describe, expect, test } from 'vitest';
import { byNumber } from '../../src/answers/answer-form.ts';
import { asObjects } from '../../src/answers/edge-answer.ts';
import { type Timeline, type TimelineEntry, type TimelineOptions, timeline } from '../../src/answers/timeline.ts';
import { printTimeline } from '../../src/cli/commands/timeline.ts';
import type { EdgeFact } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { periodOf } from '../../src/facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../../src/facts/validity.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { via } from '../../src/views/restrictions.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { seedGraph } from '../kit/seed-graph.ts';
import { shippedOntology } from '../rules/shipped-rules.ts';

const nodes = [
  { id: 'org:a', type: 'Organisation', properties: { name: 'A', kind: 'IGO', founded: '1863-02' } },
  ...['x', 'y', 'z'].map((id) => ({ id: `org:${id}`, type: 'Organisation', properties: { name: id, kind: 'NGO' } })),
];
const member = (from: string, properties: Record<string, string>): EdgeFact =>
  makeEdge({ type: 'member-of', from: `org:${from}`, to: 'org:a', sources: [], properties, symmetric: false });
const worldOf = (...edges: EdgeFact[]): GraphView => GraphView.whole(freezeGraph(shippedOntology, { nodes, edges }));
const timelineOf = (view: GraphView, of: string, options: TimelineOptions = {}): Timeline =>
  timeline(view, [of], options, asObjects(view));
const dates = (entries: readonly TimelineEntry[]): (string | undefined)[] => entries.map((it) => it.when);

test('dates come in the order of the first day they may mean, each as vague as it was written', () => {
  const view = worldOf(
    ...['2024-03-14', '2024', '2024-03', '2023-05/..', '../2024-01', '2024-01-01'].map((when, i) =>
      member('xyz'.charAt(i % 3), { when, role: `r${i}` }),
    ),
  );
  expect(dates(timelineOf(view, 'org:a').entries)).toEqual([
    '../2024-01',
    '1863-02',
    '2023-05/..',
    '2024-01-01',
    '2024',
    '2024-03',
    '2024-03-14',
  ]);
});

test('what has no date is apart, and what was only seen to hold says so', () => {
  const { entries, undated } = timelineOf(worldOf(member('x', {}), member('y', { attested: '2024-10' })), 'org:a');
  expect(entries.map((it) => [it.when, it.attested])).toEqual([
    ['1863-02', false],
    ['2024-10', true],
  ]);
  expect(undated.map((it) => it.edge)).toHaveLength(1);
});

test('a span holds what may begin or end in it; what goes on all the while is apart', () => {
  const view = worldOf(
    member('x', { when: '2000/..' }),
    member('y', { when: '2000/2024-06' }),
    member('z', { when: '2024-12/2030' }),
    member('z', { when: '2025' }),
    member('x', { when: '1990/1999' }),
    member('y', { when: '202X' }),
  );
  const { entries, ongoing } = timelineOf(view, 'org:a', { during: '2024' });
  expect(dates(entries)).toEqual(['2000/2024-06', '2024-12/2030']);
  expect(dates(ongoing)).toEqual(['2000/..', '202X']);
});

test('a span holds its first and its last day, and no day beside them', () => {
  const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'];
  const { entries, ongoing } = timelineOf(worldOf(...days.map((when) => member('x', { when }))), 'org:a', {
    during: '2024',
  });
  expect([dates(entries), ongoing]).toEqual([['2024-01-01', '2024-12-31'], []]);
  const view = worldOf(member('x', { when: '2000/2024-01-01' }), member('y', { when: '2024-12-31/2030' }));
  expect(dates(timelineOf(view, 'org:a', { from: '2024-01-01', to: '2024-12-31' }).entries)).toEqual([
    '2000/2024-01-01',
    '2024-12-31/2030',
  ]);
});

test('a span that is open at one end goes on to the end, or from the beginning', () => {
  const view = worldOf(
    member('x', { when: '2000/..' }),
    member('y', { when: '2001/2030' }),
    member('z', { when: '2040' }),
  );
  const later = timelineOf(view, 'org:a', { from: '2024' });
  expect([dates(later.entries), dates(later.ongoing)]).toEqual([['2001/2030', '2040'], ['2000/..']]);
  const sooner = timelineOf(view, 'org:a', { to: '2000' });
  expect([dates(sooner.entries), dates(sooner.ongoing)]).toEqual([['1863-02', '2000/..'], []]);
});

test('dates of the node itself are entries too', () => {
  const { entries } = timelineOf(worldOf(), 'org:a');
  expect(entries.map((it) => [it.property, it.when])).toEqual([['founded', '1863-02']]);
});

test('about a date stands where that date begins as it is written, though it may have been before', () => {
  const view = worldOf(
    member('x', { when: '2024-10~' }),
    member('y', { when: '2024-09-27' }),
    member('z', { when: '2024-10-02' }),
  );
  expect(dates(timelineOf(view, 'org:a', { from: '2024' }).entries)).toEqual(['2024-09-27', '2024-10~', '2024-10-02']);
});

describe('of several nodes, or of all', () => {
  const view = worldOf(
    member('x', { when: '2001' }),
    member('y', { when: '2002' }),
    member('z', { when: '2003' }),
    member('z', { role: 'guest' }),
  );
  const of = (ids: readonly string[], options: TimelineOptions = {}): Timeline =>
    timeline(view, ids, options, asObjects(view));

  test('an edge between two of them is told once', () => {
    const { entries } = of(['org:x', 'org:a', 'org:y'], { from: '2000' });
    expect(entries.map((it) => [it.when, it.other?.id])).toEqual([
      ['2001', 'org:a'],
      ['2002', 'org:y'],
      ['2003', 'org:z'],
    ]);
  });

  test('without nodes everything is told, and whose dates those of nodes are', () => {
    const { entries, undatedCount } = of([]);
    expect(entries.map((it) => [it.when, it.edge?.from.id ?? it.node?.id, it.other])).toEqual([
      ['1863-02', 'org:a', undefined],
      ['2001', 'org:x', undefined],
      ['2002', 'org:y', undefined],
      ['2003', 'org:z', undefined],
    ]);
    expect(undatedCount).toBe(1);
  });

  test('a page is a page of each list, and counts are of the whole', () => {
    const { entries, entryCount, undated } = of([], { first: 2, skip: 1 });
    expect([dates(entries), entryCount, undated]).toEqual([['2001', '2002'], 4, []]);
  });

  test('edge types leave dates of nodes out, and a misspelt one is refused', () => {
    expect(of([], { via: ['member-of'] }).entryCount).toBe(3);
    expect(of(['org:a'], { via: ['heads'] }).entryCount).toBe(0);
    expect(() => of([], { via: ['member-off'] })).toThrow('Did you mean "member-of"?');
  });
});

test('an unknown node is refused', () => {
  expect(() => timelineOf(worldOf(), 'org:b')).toThrow('No node has the id "org:b".');
});

describe('on the seed', () => {
  test('question 14: the timeline of Kazakhstan for 2024, printed for people', () => {
    const view = seedGraph();
    expect(`\n${printTimeline(timelineOf(view, 'state:kaz', { during: '2024' }))}\n`).toBe(`
seen 2023-06-20/2024-01-25  — hosts → Astana process
2024-03-14/2025-04          — deployed-to → United Nations Disengagement Observer Force
2024-09-27                  — co-launched → Global Initiative to Galvanize Political Commitment to International Humanitarian Law
2024-09-27/                 — joined → Global Initiative to Galvanize Political Commitment to International Humanitarian Law  (inferred by R10)
2024-10-28/2024-10-31       — participated-in → 34th International Conference of the Red Cross and Red Crescent  (inferred by R2)
2024-10-28/2024-10-31       ← represented — Yerlan Alimbayev  (inferred by R4)
2024-10-28 … 2024-10-31     ← delegation-of — Delegation of Kazakhstan to the 34th International Conference

Undated
— hosts → Astana process  (REPORTED)
— co-launched → Global Initiative to Galvanize Political Commitment to International Humanitarian Law  (REPORTED)
— joined → Global Initiative to Galvanize Political Commitment to International Humanitarian Law  (inferred by R10, REPORTED)
— deployed-to → United Nations Disengagement Observer Force  (REPORTED)
— repatriated-from → Iraq  (REPORTED)
— repatriated-from → Syria  (REPORTED)
— provided-aid-to → Recipients of humanitarian assistance from Kazakhstan  (REPORTED)
← organ-of — Ministry of Foreign Affairs of Kazakhstan
← office-for — Permanent Representative of Kazakhstan in Geneva
← about — Alimbayev on the experience of Kazakhstan
← about — Kazakhstan is committed to the principles of international humanitarian law
`);
  });
});

test.each(seeds(40))('pages of every list agree with sorting all dates, seed %i', (seed) => {
  const whole = randomGraph(seed, { nodes: 10, edges: 60 });
  const { edges, nodes } = whole.graph;
  const asked = nodes.ids.slice(0, seed % 3);
  const spans = [{}, { from: '1970-01-20', to: '1970-02-15' }, { from: '1970-03-01' }];
  for (const view of [whole, via(whole, ['knows', 'near'])]) {
    for (const span of spans) {
      const [start, end] = [span.from ? periodOf(span.from).first : ALWAYS, span.to ? periodOf(span.to).last : FOREVER];
      const within = (day: number): boolean => day !== ALWAYS && day !== FOREVER && day >= start && day <= end;
      const lists: Record<'entries' | 'ongoing' | 'undated', number[]> = { entries: [], ongoing: [], undated: [] };
      for (let edge = 0; edge < edges.count; edge++) {
        const ends = [edges.from[edge]!, edges.to[edge]!].map((it) => nodes.ids[it]!);
        if (!view.hasEdge(edge) || (asked.length > 0 && !asked.some((it) => ends.includes(it)))) continue;
        const { earliestStart: first, latestEnd: last } = edges.validityOf(edge);
        if (first === ALWAYS && last === FOREVER) lists.undated.push(edge);
        else if (within(first) || within(last)) lists.entries.push(edge);
        else if (first <= end && last >= start) lists.ongoing.push(edge);
      }
      const days = (edge: number): number[] => [edges.validityOf(edge).earliestStart, edges.validityOf(edge).latestEnd];
      for (const list of Object.values(lists))
        list.sort((a, b) => days(a)[0]! - days(b)[0]! || days(a)[1]! - days(b)[1]! || a - b);
      for (const page of [{}, { first: 3 }, { skip: 2, first: 4 }]) {
        const found = timeline(view, asked, { ...span, ...page }, byNumber);
        for (const [name, list] of Object.entries(lists) as [keyof typeof lists, number[]][]) {
          const paged = list.slice(page.skip ?? 0, page.first && (page.skip ?? 0) + page.first);
          expect(found[name].map((it) => it.edge)).toEqual(paged);
          const other = (edge: number): number | undefined => {
            const seenFrom = asked
              .map((it) => whole.getNode(it))
              .find((it) => it === edges.from[edge] || it === edges.to[edge]);
            return seenFrom === undefined
              ? undefined
              : seenFrom === edges.from[edge]
                ? edges.to[edge]
                : edges.from[edge];
          };
          expect(found[name].map((it) => it.other)).toEqual(paged.map(other));
        }
        const counts = [found.entryCount, found.ongoingCount, found.undatedCount];
        expect(counts).toEqual(Object.values(lists).map((it) => it.length));
      }
    }
  }
});

test('a span is given once: during, or from and to', () => {
  expect(() => timelineOf(worldOf(), 'org:a', { during: '2024', from: '2020' })).toThrow(/"during" is "from" and "to"/);
});

test('of no edge types there are no entries, of one node as of several', () => {
  const view = worldOf(member('x', { when: '2024' }));
  // The answer for all types is remembered, and is not that for none.
  expect(timelineOf(view, 'org:a').entryCount).toBe(2);
  expect(timelineOf(view, 'org:a', { via: [] }).entryCount).toBe(0);
  expect(timeline(view, ['org:a', 'org:x'], { via: [] }, asObjects(view)).entryCount).toBe(0);
});
