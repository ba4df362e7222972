import { expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';

const draw = (seed: number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

test('the same seed draws the same numbers, another seed others', () => {
  expect(draw(7, 20)).toEqual(draw(7, 20));
  expect(draw(7, 20)).not.toEqual(draw(8, 20));
});

test('numbers are at least 0, below 1, and spread evenly', () => {
  const numbers = draw(1, 10_000);
  expect(numbers.every((it) => it >= 0 && it < 1)).toBe(true);
  const mean = numbers.reduce((sum, it) => sum + it, 0) / numbers.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
});
