import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dateText,
  listOf,
  numberFrom,
  type OptionTable,
  oneOf,
  readArgument,
  readOptions,
  text,
  trueOrFalse,
  wholeNumber,
} from '../../src/base/checked-options.ts';

interface PathOptions {
  readonly maxHops?: number;
  readonly direction?: 'OUT' | 'IN' | 'BOTH';
  readonly via?: readonly string[];
}
const table: OptionTable<PathOptions> = {
  maxHops: wholeNumber(1, 64),
  direction: oneOf('OUT', 'IN', 'BOTH'),
  via: listOf(text),
};
const read = (given: unknown): PathOptions => readOptions('paths', given as PathOptions, table);

test('options that fit come back as they are, and those left undefined are left out', () => {
  expect(read({ maxHops: 3, direction: 'IN', via: ['heads'] })).toEqual({
    maxHops: 3,
    direction: 'IN',
    via: ['heads'],
  });
  expect(Object.keys(read({ maxHops: undefined }))).toEqual([]);
  expect(read(undefined)).toEqual({});
});

test.each([
  [{ maxhops: 1 }, 'paths has no option "maxhops". Did you mean "maxHops"?'],
  [{ budget: 1 }, 'paths has no option "budget". It takes maxHops, direction and via.'],
  [{ toString: 1 }, 'paths has no option "toString". It takes maxHops, direction and via.'],
  [JSON.parse('{"__proto__":1}'), 'paths has no option "__proto__". It takes maxHops, direction and via.'],
  [{ maxHops: 0 }, '"maxHops" of paths takes a whole number from 1 to 64, not 0.'],
  [{ maxHops: 1.5 }, '"maxHops" of paths takes a whole number from 1 to 64, not 1.5.'],
  [{ maxHops: '3' }, '"maxHops" of paths takes a whole number from 1 to 64, not "3".'],
  [{ maxHops: null }, '"maxHops" of paths takes a whole number from 1 to 64, not null.'],
  [{ direction: 'out' }, '"direction" of paths takes OUT, IN or BOTH, not "out". Did you mean "OUT"?'],
  [{ via: 'heads' }, '"via" of paths takes a list, each element of it a text, not "heads".'],
  [{ via: ['heads', 7] }, '"via" of paths takes a list, each element of it a text, not a list of 2.'],
  ['maxHops', 'The options of paths are an object, not "maxHops".'],
  [null, 'The options of paths are an object, not null.'],
  [[], 'The options of paths are an object, not a list of 0.'],
])('%j is refused: %s', (given, message) => {
  expect(() => read(given)).toThrow(message);
});

test('a name that is not in the table is never taken for an option left out', () => {
  fc.assert(
    fc.property(fc.string(), fc.anything(), (name, value) => {
      fc.pre(!(name in table) || !Object.hasOwn(table, name));
      expect(() => read(Object.fromEntries([[name, value]]))).toThrow(
        expect.objectContaining({ code: 'unknown-option' }),
      );
    }),
  );
});

test('a long value is shown by its beginning', () => {
  expect(() => read({ direction: 'x'.repeat(1e6) })).toThrow(/^.{0,200}$/);
});

test('a day is a text, a Date or a PlainDate', () => {
  const plainDate = { [Symbol.toStringTag]: 'Temporal.PlainDate', toString: () => '2024-10-30' };
  for (const day of ['2024-10-30', new Date('2024-10-30T23:00:00Z'), plainDate]) {
    expect(readArgument('asOf', 'date', day, dateText)).toBe('2024-10-30');
  }
  for (const other of [2024, undefined, null, {}, new Date('no day')]) {
    expect(() => readArgument('asOf', 'date', other, dateText)).toThrow('"date" of asOf takes a date such as');
  }
});

test('numbers and truth values are not read from texts', () => {
  expect(readArgument('trust', 'min', 0.5, numberFrom(0, 1))).toBe(0.5);
  for (const other of ['0.5', Number.NaN, 2, true]) {
    expect(() => readArgument('trust', 'min', other, numberFrom(0, 1))).toThrow('a number from 0 to 1');
  }
  expect(readArgument('save', 'replace', false, trueOrFalse)).toBe(false);
  expect(() => readArgument('save', 'replace', 'false', trueOrFalse)).toThrow('true or false');
});
