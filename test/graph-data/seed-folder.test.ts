/**
 * The seed stands by itself: it needs nothing of what the data grew to.
 */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadGraphData } from '../../src/loading/load-graph-data.ts';
import { seedFolder } from '../kit/seed-folder.ts';

const schema = resolve(import.meta.dirname, '../../schema.graphql');

test('the seed loads without anything else, and without a warning', () => {
  const { problems, nodes, edges } = loadGraphData({ schema, data: seedFolder() });
  expect(problems).toEqual([]);
  expect(nodes.filter((it) => it.type === 'State')).toHaveLength(9);
  expect(edges.length).toBeGreaterThan(100);
});
