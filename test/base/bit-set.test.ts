import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitSet } from '../../src/base/bit-set.ts';

/** A size and some members below it; sizes around word ends are what goes wrong. */
const sized = fc
  .oneof(fc.constantFrom(1, 31, 32, 33, 63, 64, 65), fc.integer({ min: 1, max: 300 }))
  .chain((size) => fc.tuple(fc.constant(size), members(size), members(size)));
const members = (size: number): fc.Arbitrary<number[]> => fc.array(fc.integer({ min: 0, max: size - 1 }));

function bitsOf(size: number, numbers: Iterable<number>): BitSet {
  const bits = new BitSet(size);
  for (const i of numbers) bits.add(i);
  return bits;
}

const sorted = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);

describe('a bit set behaves as a set of numbers', () => {
  test('what was added is in it, counted, and comes out in rising order', () => {
    fc.assert(
      fc.property(sized, ([size, numbers]) => {
        const plain = new Set(numbers);
        const bits = bitsOf(size, numbers);
        expect(bits.count()).toBe(plain.size);
        expect([...bits]).toEqual(sorted(plain));
        for (let i = 0; i < size; i++) expect(bits.has(i)).toBe(plain.has(i));
      }),
    );
  });

  test('what was deleted is gone', () => {
    fc.assert(
      fc.property(sized, ([size, numbers, gone]) => {
        const plain = new Set(numbers);
        const bits = bitsOf(size, numbers);
        for (const i of gone) {
          bits.delete(i);
          plain.delete(i);
        }
        expect([...bits]).toEqual(sorted(plain));
      }),
    );
  });

  test('an intersection holds what is in both, and leaves both as they were', () => {
    fc.assert(
      fc.property(sized, ([size, some, others]) => {
        const [a, b] = [bitsOf(size, some), bitsOf(size, others)];
        const right = new Set(others);
        expect([...a.and(b)]).toEqual(sorted(new Set(some)).filter((i) => right.has(i)));
        expect([...a]).toEqual(sorted(new Set(some)));
        expect([...b]).toEqual(sorted(right));
      }),
    );
  });

  test('sets are equal when size and members are', () => {
    fc.assert(
      fc.property(sized, ([size, some, others]) => {
        const isSame =
          new Set(some).size === new Set([...some, ...others]).size && new Set(others).size === new Set(some).size;
        expect(bitsOf(size, some).equals(bitsOf(size, others))).toBe(isSame);
        expect(bitsOf(size, some).equals(bitsOf(size + 32, some))).toBe(false);
      }),
    );
  });

  test('the full set holds every number below its size and no bit beyond it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (size) => {
        const full = BitSet.full(size);
        expect(full.count()).toBe(size);
        expect([...full]).toEqual(Array.from({ length: size }, (_, i) => i));
        expect(full.and(full).equals(full)).toBe(true);
      }),
    );
  });
});
