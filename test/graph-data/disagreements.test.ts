/**
 * What `disagreements` answers on everything that is shipped: where sources give different dates, words and numbers.
 */
import { expect, test } from 'vitest';
import { shippedGraph } from '../kit/shipped-graph.ts';

interface Disagreement {
  readonly kind: string;
  readonly node: { readonly id: string };
  readonly name: string;
  readonly rivals: readonly {
    readonly value: string;
    readonly rank: string;
    readonly note: string | null;
    readonly sources: readonly unknown[];
  }[];
}

const graph = await shippedGraph();
const { data } = await graph.query<{ disagreements: Disagreement[] }>(`{
  disagreements(first: 500) { kind node { id } name rivals { value rank note sources { id } } }
}`);
const found = data?.disagreements ?? [];

test.each([
  ['the day of the launch', 'initiative:global-ihl', 'launched', ['2024-09-27', '2023-10-22', '2023-11-08']],
  [
    'the theme of the conference',
    'conference:34ic',
    'theme',
    ['Navigate Uncertainty – Strengthen Humanity', 'Overcoming Uncertainty – Strengthening Humanity'],
  ],
  ['the number of resolutions', 'group:34ic-resolutions', 'count', ['6', '5']],
  ['the number of National Societies', 'group:national-societies', 'count', ['191', '192', '190', '189', '186']],
  ['the tally of a vote', 'resolution:unsc-2730-2024', 'abstained', ['1', '0']],
])('sources disagree about %s', (_, node, name, values) => {
  const disagreement = found.find((it) => it.node.id === node && it.name === name);
  expect(disagreement?.kind).toBe('PROPERTY');
  expect(new Set(disagreement?.rivals.map((it) => it.value))).toEqual(new Set(values));
});

test('each rival names its sources, and says why when it is ranked', () => {
  const rivals = found.filter((it) => it.kind === 'PROPERTY').flatMap((it) => it.rivals);
  expect(rivals.length).toBeGreaterThan(20);
  expect(rivals.filter((it) => it.sources.length === 0)).toEqual([]);
  expect(rivals.filter((it) => it.rank !== 'NORMAL' && !it.note)).toEqual([]);
});
