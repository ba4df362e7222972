/**
 * How sure the edges of a view are on its date: as counted, and as a plain reading of each edge has it.
 */
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { EdgeFact, Properties } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { readPartialDate } from '../../src/facts/partial-date.ts';
import { holdsIn, type Period } from '../../src/facts/validity.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { type CertaintyCounts, countCertainty } from '../../src/views/certainty.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { asOf } from '../../src/views/restrictions.ts';
import { plainBounds } from '../kit/plain-bounds.ts';
import { randomFacts, randomOntology, seeds } from '../kit/random-graph.ts';

const day = (text: string): number => Date.parse(text) / 86_400_000;
const allOf = (view: GraphView): number[] => [...view.graph.edges.type.keys()].filter((it) => view.hasEdge(it));
const counted = (view: GraphView): CertaintyCounts | undefined => countCertainty(view, () => allOf(view));

/** A graph of random edges, of which some were seen at a time in the first hundred days of 1970. */
function seenGraph(seed: number): GraphView {
  const random = seededRandom(seed * 7_919);
  const { nodes, edges } = randomFacts(seed, { nodes: 5, edges: 40 });
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const seen = edges.map((edge): EdgeFact => {
    const attested = oneOf(['1970-01', '1970-02-20', '1970-01-05/1970-03', '1969/1971', undefined, undefined]);
    return attested === undefined ? edge : { ...edge, properties: { attested } };
  });
  return GraphView.whole(freezeGraph(randomOntology, { nodes, edges: seen }));
}

/** Edge by edge, without columns. */
function plainCounts(view: GraphView, periods: readonly Period[]): CertaintyCounts {
  const { edges } = view.graph;
  const counts = { certain: 0, possible: 0, seenAtOtherTimes: 0 };
  for (const edge of allOf(view)) {
    const attested = edges.property(edge, 'attested');
    const seen = attested === undefined ? undefined : readPartialDate(String(attested));
    const isSeenElsewhere = (it: Period): boolean =>
      seen !== undefined && 'validity' in seen && !holdsIn(seen.validity, it, 'POSSIBLE');
    if (periods.every((it) => holdsIn(plainBounds(edges, edge), it, 'CERTAIN'))) counts.certain++;
    else if (periods.some(isSeenElsewhere)) counts.seenAtOtherTimes++;
    else counts.possible++;
  }
  return counts;
}

const periods: readonly Period[] = [
  { first: 10, last: 10 },
  { first: 50, last: 50 },
  { first: 20, last: 70 },
];

test.each(seeds(60))('edges are as sure as each of them is by itself, seed %i', (seed) => {
  const whole = seenGraph(seed);
  for (const period of periods) {
    const view = asOf(whole, period);
    expect(counted(view)).toEqual(plainCounts(view, [period]));
    expect(Object.values(counted(view)!).reduce((sum, it) => sum + it, 0)).toBe(view.edgeCount);
    const certain = asOf(whole, period, 'CERTAIN');
    expect(counted(certain)).toEqual({ certain: certain.edgeCount, possible: 0, seenAtOtherTimes: 0 });
  }
});

test.each(seeds(20))('as of two dates an edge is as sure as on the one where it is less so, seed %i', (seed) => {
  const [one, other] = [periods[0]!, periods[2]!];
  const view = asOf(asOf(seenGraph(seed), one), other);
  expect(counted(view)).toEqual(plainCounts(view, [one, other]));
});

describe('on a day', () => {
  const edge = (id: string, properties: Properties): EdgeFact =>
    makeEdge({ id, type: 'joins', from: 'n0', to: 'n1', symmetric: false, sources: [], properties });
  const sure = (properties: Properties): CertaintyCounts | undefined => {
    const { nodes } = randomFacts(1);
    const whole = GraphView.whole(freezeGraph(randomOntology, { nodes, edges: [edge('e', properties)] }));
    const on = day('1955-06-01');
    return counted(asOf(whole, { first: on, last: on }));
  };
  const certain = { certain: 1, possible: 0, seenAtOtherTimes: 0 };
  const possible = { certain: 0, possible: 1, seenAtOtherTimes: 0 };
  const elsewhere = { certain: 0, possible: 0, seenAtOtherTimes: 1 };

  test.each([
    ['what began before and goes on is certain', { when: '1950/..' }, certain],
    ['what began in that year is possible', { when: '1955' }, possible],
    ['what has no date is possible', {}, possible],
    ['what was seen in that year is possible', { attested: '1955' }, possible],
    ['what was seen sixty years later was only seen at another time', { attested: '2019/2020' }, elsewhere],
    [
      'what began before was seen later and may have ended between is certain',
      { when: '1950/', attested: '1960' },
      certain,
    ],
    [
      'what began before, was seen earlier, and may have ended, was seen at another time',
      { when: '1950/', attested: '1952' },
      elsewhere,
    ],
  ] as const)('%s', (_, properties, expected) => expect(sure(properties)).toEqual(expected));
});

test('without a date nothing is counted, and nothing looked for', () => {
  const whole = seenGraph(1);
  const never = (): never => {
    throw new Error('looked');
  };
  expect(countCertainty(whole, never)).toBeUndefined();
});
