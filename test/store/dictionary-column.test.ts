import { expect, test } from 'vitest';
import type { PropertyValue } from '../../src/facts/fact.ts';
import { DictionaryColumnBuilder } from '../../src/store/dictionary-column.ts';

function columnOf(values: readonly (PropertyValue | undefined)[]) {
  const builder = new DictionaryColumnBuilder();
  values.forEach((value, edge) => {
    if (value !== undefined) builder.set(edge, value);
  });
  return builder.finish(Uint32Array.from(values.keys()));
}

test('values of every kind are read back, missing ones as undefined', () => {
  const values = ['speaker', undefined, 0, false, '', 139, 10n, ['a', 'b'], [], '0', ['a,b']];
  const column = columnOf(values);
  expect(values.map((_, edge) => column.get(edge))).toEqual(values);
});

test('equal values share one entry, lists too', () => {
  expect(columnOf(['x', 'x', ['a', 'b'], ['a', 'b'], ['b', 'a']]).values).toEqual([
    undefined,
    'x',
    ['a', 'b'],
    ['b', 'a'],
  ]);
});

test('values that print alike are kept apart', () => {
  const values = [1, '1', true, 'true', 1n, [1], ['1'], ['a string 1 b'], ['a', 'b'], '\u0000string a'];
  const column = columnOf(values);
  expect(values.map((_, edge) => column.get(edge))).toEqual(values);
});

test.each([
  [255, Uint8Array],
  [256, Uint16Array],
  [65_535, Uint16Array],
  [65_536, Uint32Array],
])('%i distinct values take as few bytes as they can', (distinct, kind) => {
  const column = columnOf(Array.from({ length: distinct }, (_, i) => i));
  expect(column.codes).toBeInstanceOf(kind);
  expect(column.get(distinct - 1)).toBe(distinct - 1);
});
