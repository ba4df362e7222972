/**
 * What we write, we read: any graph, exported, imported into nothing and exported again, is the same bytes.
 */

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isError } from '../../src/base/problem.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { importGraph } from '../../src/graph/import-graph.ts';
import { openGraph } from '../../src/open-graph.ts';
import { seedFolder } from '../kit/seed-folder.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';
import { type ClubGraph, clubGraph, fileOf, importTexts, textsOf } from './clubs.ts';

const endings = {
  gexf: 'gexf',
  graphml: 'graphml',
  cytoscape: 'cyjs',
  graphology: 'json',
  'node-link': 'json',
  csv: 'csv',
  'csv-gephi': 'csv',
  'csv-neo4j': 'csv',
};

/** Texts as people and programs write them: any script, quotes, separators, line breaks. */
const text = fc.oneof(
  fc
    .string({ minLength: 1, unit: 'grapheme' })
    // Control characters are refused, and texts are kept composed.
    .filter((it) => !/\p{Cc}/u.test(it))
    .map((it) => it.normalize('NFC')),
  fc.constantFrom(
    'a;b',
    'a|b',
    '["x"]',
    '[x, y]',
    'x, y',
    '"',
    '\\',
    "'=1",
    '=1+1',
    'a\nb',
    'a\tb',
    'a\r\nb',
    'a\rb',
    '<&>',
    ']]>',
    '&amp;',
    'null',
    'true',
    '007',
    '1e3',
    ' x ',
    '\u0085',
    '\u2028',
    '\ufeffx',
    '__proto__',
  ),
);

const dates = fc.constantFrom(
  '2024',
  '2024-10',
  '2024-10-28/2024-10-31',
  '2022-10-01/..',
  '2022-10-01/',
  '196X',
  '2024~',
);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const person = fc.record({
  type: fc.constant('Person'),
  name: text,
  aliases: optional(fc.uniqueArray(text, { maxLength: 3 })),
  size: optional(fc.integer({ min: -5, max: 5 })),
  label: optional(text),
  fortune: optional(fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n })),
  share: optional(fc.double({ noNaN: true, noDefaultInfinity: true })),
  active: optional(fc.boolean()),
  mood: optional(fc.constantFrom('GAY', 'GRAVE')),
  when: optional(dates),
  sources: optional(fc.constant([{ id: 'source:a', locator: 'p. 1: "x"' }, 'source:b'])),
  claims: fc.array(
    fc.record({
      property: fc.constant('label'),
      value: text,
      source: fc.constant('source:a'),
      note: optional(text),
      when: optional(dates),
      // A preferred one would have to agree with the value.
      rank: optional(fc.constant('DEPRECATED')),
      modality: optional(fc.constantFrom('REPORTED', 'DENIED')),
    }),
    { maxLength: 2 },
  ),
  /** How many nodes were merged into it. */
  merged: fc.nat({ max: 2 }),
  /** What its id ends with: anything without a space in it. */
  mark: fc.constantFrom('', '"', "'", '<&>', ';', '|', ',', 'Ő', '字', '💥', ']]>', '%20', '_', '__', '.', ':x', '-_-'),
});

const end = fc.nat({ max: 3 });
const edge = fc.record({
  from: end,
  to: end,
  edge: fc.constantFrom('member-of', 'knows'),
  when: optional(dates),
  role: optional(text),
  kind: optional(text),
  weight: optional(fc.nat()),
  modality: optional(fc.constantFrom('REPORTED', 'DENIED')),
  confidence: optional(fc.constantFrom(0.1, 0.5, 0.99)),
  isReported: fc.boolean(),
  locator: optional(text),
  note: optional(text),
  rank: optional(fc.constantFrom('PREFERRED', 'DEPRECATED')),
  at: optional(fc.constant('club:chess')),
  attested: optional(fc.constantFrom('1955', '1955-03')),
  /** Whether it has an id of its own; else that follows from what it says. */
  isNamed: fc.boolean(),
});

const records = fc.record({
  people: fc.array(person, { minLength: 4, maxLength: 6 }),
  edges: fc.array(edge, { maxLength: 8 }),
});

type Drawn = typeof records extends fc.Arbitrary<infer T> ? T : never;

/** In the cell of a spreadsheet, or of Neo4j, an empty list is no list. */
const isTable = (format: string): boolean => format === 'csv' || format === 'csv-neo4j';
const withoutEmptyLists = ({ people, edges }: Drawn): Drawn => ({
  people: people.map((it) => (it.aliases?.length === 0 ? { ...it, aliases: undefined } : it)),
  edges,
});

function graphOf({ people, edges }: Drawn): Promise<ClubGraph> {
  const idOf = (i: number): string => `person:${i}${people[i]?.mark ?? ''}`;
  const said = edges.map(({ from, to, isNamed, isReported, attested, ...rest }, i) => ({
    ...rest,
    from: idOf(from),
    to: rest.edge === 'knows' ? idOf(to) : 'club:chess',
    // Two draws may say the same; what they say tells them apart.
    act: `act:${i}`,
    ...(isNamed && { id: `edge:${i}-of-the-draw` }),
    ...(isReported && { saidBy: idOf(0) }),
    ...(rest.when === undefined && { attested }),
    source: 'source:a',
  }));
  return clubGraph({
    sources: [
      { id: 'source:a', name: 'A' },
      { id: 'source:b', name: 'B' },
    ],
    nodes: [
      ...people.map(({ mark: _, merged, ...rest }, i) => ({
        ...rest,
        id: idOf(i),
        replaces: Array.from({ length: merged }, (_, old) => `person:old-${i}-${old}`),
      })),
      { id: 'club:chess', type: 'Club', name: 'Chess' },
    ],
    edges: said,
  });
}

let nothing: ClubGraph;
let shipped: Graph;
let seed: Graph;
beforeAll(async () => {
  nothing = await clubGraph({});
  shipped = await shippedGraph();
  seed = await openGraph({ data: seedFolder() });
}, 60_000);

describe('a graph that was exported and imported', () => {
  test('is identical as JSON Lines: nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (drawn) => {
        const before = textsOf(await graphOf(drawn), 'jsonl');
        expect(textsOf(importTexts(nothing, 'jsonl', before).commit(), 'jsonl')).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  test.each(Object.entries(endings))('is stable as %s', async (format, ending) => {
    await fc.assert(
      fc.asyncProperty(records, async (drawn) => {
        const before = textsOf(await graphOf(isTable(format) ? withoutEmptyLists(drawn) : drawn), format);
        expect(textsOf(importTexts(nothing, ending, before).commit(), format)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  test('changes nothing in the graph that it came from', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (drawn) => {
        const graph = await graphOf(drawn);
        for (const [format, ending] of Object.entries({ ...endings, jsonl: 'jsonl' })) {
          // A spreadsheet and Neo4j have no lists in which every text can stand.
          if (isTable(format)) continue;
          const { nodes, edges, claims, problems } = importTexts(graph, ending, textsOf(graph, format));
          // What was worth a look in the graph is worth one again.
          const faults = problems.filter(isError);
          expect([format, nodes.added, nodes.changed, edges.added, edges.changed, claims, faults]).toEqual([
            format,
            [],
            [],
            [],
            [],
            [],
            [],
          ]);
        }
      }),
      { numRuns: 6 },
    );
  });
});

describe('sourced facts', () => {
  test('come back from JSON Lines byte for byte, all that is shipped, conclusions drawn anew', async () => {
    const [before = ''] = textsOf(shipped, 'jsonl');
    const empty = await openGraph({ nodes: [], rules: 'graph-data/rules.yaml' });
    const taken = importGraph(empty, fileOf('shipped.jsonl', before));
    expect(taken.inferred).toBeGreaterThan(100);
    expect(textsOf(taken.commit(), 'jsonl')[0] === before).toBe(true);
  });

  test.each(Object.entries(endings))('come back from %s as they were written', async (format, ending) => {
    const before = textsOf(seed, format);
    expect(before.join('').length).toBeGreaterThan(50_000);
    const empty = await openGraph({ nodes: [], rules: 'graph-data/rules.yaml' });
    const paths = before.map((it, i) => fileOf(`seed-${i}.${ending}`, it));
    const after = textsOf(importGraph(empty, paths, { format }).commit(), format);
    expect(after.map((it, i) => it === before[i])).toEqual(before.map(() => true));
  });
});
