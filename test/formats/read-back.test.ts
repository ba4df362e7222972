/**
 * Every format read back by somebody else's reader: on a graph of everything that breaks writers, and on a part of the
 * shipped one: the 34th International Conference and whatever is two steps from it.
 */
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeGraph } from '../../src/formats/write-graph.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';
import { type GraphRecords, recordsOf } from './graph-records.ts';
import { type Reader, readers } from './readers.ts';
import { tortureGraph } from './torture-graph.ts';

let shipped: GraphView;
beforeAll(async () => {
  shipped = (await shippedGraph()).around('conference:34ic', 2).view;
}, 60_000);

const readBack = ({ format, options, read }: Reader, view: GraphView): GraphRecords | Promise<GraphRecords> =>
  read((part) => [...writeGraph(view, format, part === undefined ? options : { ...options, part })].join(''));

describe.each(readers)('$format, read by $name', (reader) => {
  test('has every node and edge of the torture graph, with all that is said of them', async () => {
    expectSame(await readBack(reader, tortureGraph), recordsOf(tortureGraph, reader.holding));
  });

  test.skipIf(reader.onlyTorture)('has every node and edge of the shipped part', async () => {
    expectSame(await readBack(reader, shipped), recordsOf(shipped, reader.holding));
  });
});

/** Compared at once, and where they differ one by one: a difference in six thousand records is told in a few lines. */
function expectSame(actual: GraphRecords, expected: GraphRecords): void {
  if (isDeepStrictEqual(actual, expected)) return;
  expect([...actual.nodes.keys()].sort()).toEqual([...expected.nodes.keys()].sort());
  for (const [id, attributes] of expected.nodes) expect(actual.nodes.get(id), id).toEqual(attributes);
  expect([...actual.edges.keys()].sort()).toEqual([...expected.edges.keys()].sort());
  for (const [id, edge] of expected.edges) expect(actual.edges.get(id), id).toEqual(edge);
}
