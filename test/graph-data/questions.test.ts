/**
 * The questions that are shipped, answered to the letter: the fifteen that the graph was made for from the seed alone, and
 * all of them from everything that is shipped.
 *
 * The facts may grow, and the answers of the seed stay; how the others change shows in a diff. A golden file holds the
 * answer to each operation of a file, by its name.
 */
import { describe, expect, test } from 'vitest';
import { openGraph } from '../../src/open-graph.ts';
import { expectGolden, goldenPath } from '../kit/golden.ts';
import { seedFolder } from '../kit/seed-folder.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';
import { answersFrom, shippedQuestions } from '../kit/shipped-questions.ts';

const { view } = await shippedGraph();
const worlds = [
  {
    world: 'seed',
    answersTo: answersFrom((await openGraph({ data: seedFolder() })).view),
    files: shippedQuestions.filter((it) => it < '16'),
  },
  { world: 'default', answersTo: answersFrom(view), files: shippedQuestions },
];

const FIND_BY_NAME = '15-find-by-name.graphql';

/**
 * The best hit of each search, without its score. How much a word says depends on all names there are, so scores, and who
 * comes behind the best, change with every fact that is added; from the seed they are checked to the letter.
 */
function bestHits(answer: ReturnType<(typeof worlds)[number]['answersTo']>): unknown {
  const { FindByName } = answer as { FindByName: Record<string, { score: number }[]> };
  const best = Object.entries(FindByName).map(([asked, hits]) => [
    asked,
    hits.slice(0, 1).map(({ score: _, ...hit }) => hit),
  ]);
  return { FindByName: Object.fromEntries(best) };
}

describe.each(worlds)('from the $world facts', ({ world, answersTo, files }) => {
  test.each(files)('%s is answered as its golden file says', (file) => {
    const golden = goldenPath('queries', world, file.replace('.graphql', '.json'));
    const answer = world === 'default' && file === FIND_BY_NAME ? bestHits(answersTo(file)) : answersTo(file);
    expectGolden(golden, `${JSON.stringify(answer, undefined, 2)}\n`);
  });
});

test('13: nothing that is inferred about Switzerland is left out', () => {
  const answer = JSON.stringify(answersFrom(view)('13-inferred-about-switzerland.graphql').InferredAboutSwitzerland);
  const told = [...answer.matchAll(/"id":"(edge:[^"]+)"/g)].map((it) => it[1]);
  const inferred: string[] = [];
  view.forEachEdge(view.getNode('state:che'), 'BOTH', undefined, (edge) => {
    if (view.graph.edges.isInferred(edge)) inferred.push(view.graph.edges.id(edge));
  });
  expect(inferred.length).toBeGreaterThan(20);
  expect(told.sort()).toEqual(inferred.sort());
});

test('14: the dates of a timeline stand in the order in which they begin as written, and what has none stands apart', () => {
  const { TimelineOfKazakhstan } = answersFrom(view)('14-timeline-of-kazakhstan.graphql') as {
    TimelineOfKazakhstan: { timeline: Record<'entries' | 'undated', { since: string | null; when: string | null }[]> };
  };
  const { entries, undated } = TimelineOfKazakhstan.timeline;
  // "About October" may have been in September, and stands in October.
  const days = entries.map((it) => /^[\d-]+/.exec(it.when ?? '')?.[0] ?? it.since ?? '');
  expect(days.length).toBeGreaterThan(5);
  expect(days).toEqual([...days].sort());
  expect(undated.filter((it) => it.when ?? it.since)).toEqual([]);
});
