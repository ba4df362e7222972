/**
 * The article the data began with: each of its 55 statements, listed in graph-data/seed.md, is in the graph.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { printProblems } from '../../src/base/problem-list.ts';
import { citationsOf } from '../../src/facts/citation.ts';
import type { Claim } from '../../src/facts/claim.ts';
import { statedProperty } from '../../src/facts/envelope.ts';
import type { EdgeFact, NodeFact } from '../../src/facts/fact.ts';
import { type GraphData, loadGraphData } from '../../src/loading/load-graph-data.ts';
import { seedFolder } from '../kit/seed-folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ARTICLE = 'source:el-kz-34ic';

interface Statement {
  readonly number: number;
  readonly paragraph: number;
  readonly text: string;
  readonly reported: boolean;
}

const statements: Statement[] = readFileSync(join(ROOT, 'graph-data/seed.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (\d+) \| (\d) \| (.*?) \|/.exec(line))
  .filter((match) => match !== null)
  .map(([, number, paragraph, text = '']) => ({
    number: Number(number),
    paragraph: Number(paragraph),
    text,
    reported: text.includes('(*reported*)'),
  }));

let data: GraphData;
const edgesOf = new Map<number, EdgeFact[]>();
const othersOf = new Map<number, (NodeFact | Claim)[]>();
/** The locators in which a number occurs. */
const places = new Map<number, string[]>();

beforeAll(() => {
  data = loadGraphData({ schema: join(ROOT, 'schema.graphql'), data: seedFolder() });
  for (const edge of data.edges) collect(edgesOf, edge, edge.sources, edge.properties.locators);
  for (const node of data.nodes) collect(othersOf, node, node.properties.sources, node.properties.locators);
  for (const claim of data.claims) collect(othersOf, claim, claim.sources, claim.locators);
});

/** Files a fact, and the locator, under the numbers that its locators in the article give: `P5 #41`. */
function collect<Fact>(found: Map<number, Fact[]>, fact: Fact, sources: unknown, locators: unknown): void {
  for (const { source, locator = '' } of citationsOf((sources ?? []) as string[], (locators ?? []) as string[])) {
    if (source !== ARTICLE) continue;
    for (const [, number] of locator.matchAll(/#(\d+)/g)) {
      found.set(Number(number), [...(found.get(Number(number)) ?? []), fact]);
      places.set(Number(number), [...(places.get(Number(number)) ?? []), locator]);
    }
  }
}

test('the seed loads without a problem', () => {
  expect(printProblems(data.problems, data.files, data.unshown)).toBe('');
});

test('the article makes 55 statements, counted from 1', () => {
  expect(statements.map((it) => it.number)).toEqual(Array.from({ length: 55 }, (_, i) => i + 1));
});

describe('statement', () => {
  test.each(statements)('$number is in the graph: $text', ({ number }) => {
    expect([...(edgesOf.get(number) ?? []), ...(othersOf.get(number) ?? [])]).not.toEqual([]);
  });

  test.each(statements)('$number is cited by its paragraph', ({ number, paragraph }) => {
    const locators = places.get(number) ?? [];
    expect(locators).not.toEqual([]);
    for (const it of locators) expect(it).toMatch(new RegExp(`^P${paragraph} `));
  });

  test.each(statements.filter((it) => it.reported))(
    '$number is somebody’s words, and stays so: $text',
    ({ number }) => {
      const edges = edgesOf.get(number) ?? [];
      // What a Statement is about needs no reporter; everything else that the article only passes on does.
      const told = edges.filter((it) => it.type !== 'about').concat(edges.filter((it) => it.properties.modality));
      expect(told).not.toEqual([]);
      expect(told.map((it) => it.properties.modality)).toEqual(told.map(() => 'REPORTED'));
    },
  );
});

describe('every fact of the seed', () => {
  test('has a source', () => {
    expect(data.edges.filter((it) => it.sources.length === 0)).toEqual([]);
    expect(data.claims.filter((it) => it.sources.length === 0)).toEqual([]);
  });

  test('that is reported names who said it, or is a Statement of which a note tells whose it is', () => {
    const ofStatement = (it: EdgeFact): boolean => [it.from, it.to].some((id) => id.startsWith('statement:'));
    const nameless = data.edges.filter(
      (it) =>
        statedProperty(it, 'modality') === 'REPORTED' &&
        it.properties.saidBy === undefined &&
        !(ofStatement(it) && it.properties.note !== undefined),
    );
    expect(nameless.map((it) => `${it.from} ${it.type} ${it.to}`)).toEqual([]);
  });

  test('that is not to be preferred says why', () => {
    const deprecated = data.edges.filter(
      (it) => it.properties.rank === 'DEPRECATED' && it.properties.note === undefined,
    );
    expect(deprecated.map((it) => `${it.from} ${it.type} ${it.to}`)).toEqual([]);
  });
});

test('six states launched the Initiative in one act, as somebody reports', () => {
  const launchers = [41, 42, 43, 44, 45, 46].map((number) => edgesOf.get(number) ?? []);
  const states = ['kaz', 'bra', 'chn', 'jor', 'fra', 'zaf'].map((it) => `state:${it}`);
  expect(
    launchers
      .flat()
      .map((it) => it.from)
      .sort(),
  ).toEqual(expect.arrayContaining(states.toSorted()));
  expect(new Set(launchers.flat().map((it) => it.properties.act)).size).toBe(1);
});
