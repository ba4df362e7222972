/**
 * What each format looks like, kept as a file that someone can open: the launch of the Global Initiative in the seed,
 * with reported speech, inferred edges and partial dates.
 *
 * RDF has its own tests; a picture depends on how a machine computes sines.
 */
import { expect, test } from 'vitest';
import { formats, isText, writeGraph } from '../../src/formats/write-graph.ts';
import { selectView } from '../../src/views/select-view.ts';
import { expectGolden, goldenPath } from '../kit/golden.ts';
import { seedGraph } from '../kit/seed-graph.ts';

const view = selectView(seedGraph(), {
  around: ['initiative:global-ihl', 'official:yerlan-alimbayev'],
  types: ['State', 'Initiative', 'Official', 'Office', 'Conference', 'Statement', 'Topic'],
});

const WITHOUT: ReadonlySet<string> = new Set(['turtle', 'n-quads', 'json-ld', 'svg']);
const kept = formats.filter(isText).filter(({ name }) => !WITHOUT.has(name));
const files = kept.flatMap((it) => (it.parts ?? [undefined]).map((part) => [it, part] as const));

test.each(files.map(([format, part]) => [part ? `${format.name}, ${part}` : format.name, format, part] as const))(
  '%s',
  (_, format, part) => {
    const name = [format.name, part, format.ending].filter((it) => it !== undefined).join('.');
    const text = [...writeGraph(view, format, part === undefined ? {} : { part })].join('');
    expectGolden(goldenPath('exports', name), text);
  },
);

test('the selection holds what formats must keep apart', () => {
  const { edges } = view.graph;
  const numbers = Array.from({ length: edges.count }, (_, edge) => edge).filter((edge) => view.hasEdge(edge));
  expect(numbers.some((edge) => edges.isInferred(edge))).toBe(true);
  expect(numbers.some((edge) => edges.property(edge, 'modality') === 'REPORTED')).toBe(true);
  expect(numbers.some((edge) => edges.property(edge, 'when') !== undefined)).toBe(true);
});
