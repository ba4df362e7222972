import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SortKey, sortedPlaces } from '../../src/filters/comparable.ts';

const key = (values: readonly (number | undefined)[], descending: boolean): SortKey => ({
  name: 'value',
  descending,
  read: (node) => values[node],
});

test('missing values come last, first when descending; ties go by id, then by edge', () => {
  const values = [2, undefined, 1, 2];
  const ids = ['d', 'c', 'b', 'a'];
  const order = (descending: boolean): string =>
    sortedPlaces(ids, [0, 1, 2, 3], [], [key(values, descending)])
      .map((it) => ids[it])
      .join('');
  expect(order(false)).toBe('badc');
  expect(order(true)).toBe('cadb');
  expect(sortedPlaces(['a'], [0, 0, 0], [7, 3, 5], [])).toEqual([1, 2, 0]);
  expect(sortedPlaces(['b', 'a'], [0, 1], [], [])).toEqual([1, 0]);
  expect(sortedPlaces(['b', 'a'], [1, 0], [], [])).toEqual([0, 1]);
});

test('what is compared may be said of the edge; a row without one has none', () => {
  const asked: number[] = [];
  const read = (_: number, edge: number): number => {
    asked.push(edge);
    return -edge;
  };
  const ofEdge: SortKey = { name: 'edge', descending: false, read };
  expect(sortedPlaces(['a'], [0, 0, 0], [7, 3, 5], [ofEdge])).toEqual([0, 2, 1]);
  expect(asked).toEqual([7, 3, 5]);
  asked.length = 0;
  sortedPlaces(['a', 'b'], [0, 1], [], [ofEdge]);
  expect(asked).toEqual([-1, -1]);
});

test('every row stands once, and neighbours are in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined })),
      fc.boolean(),
      (values, descending) => {
        const nodes = values.map((_, i) => i);
        const ids = nodes.map((it) => `n${it}`);
        const places = sortedPlaces(ids, nodes, [], [key(values, descending)]);
        expect(places.toSorted((a, b) => a - b)).toEqual(nodes);
        const rank = (place: number): number => values[place] ?? Number.POSITIVE_INFINITY;
        for (let i = 1; i < places.length; i++) {
          const [before, after] = [rank(places[i - 1] ?? 0), rank(places[i] ?? 0)];
          expect(descending ? before >= after : before <= after).toBe(true);
        }
      },
    ),
    { seed: 11 },
  );
});
