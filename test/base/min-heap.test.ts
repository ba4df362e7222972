import { expect, test } from 'vitest';
import { MinHeap } from '../../src/base/min-heap.ts';
import { seededRandom } from '../../src/base/seeded-random.ts';

test.each([1, 2, 3, 4, 5])('the least comes out first, whatever goes in between, seed %i', (seed) => {
  const random = seededRandom(seed);
  const heap = new MinHeap<number>((a, b) => a - b);
  const kept: number[] = [];
  for (let i = 0; i < 500; i++) {
    if (random() < 0.6) {
      const number = Math.floor(random() * 50);
      heap.push(number);
      kept.push(number);
    } else {
      kept.sort((a, b) => a - b);
      expect(heap.pop()).toBe(kept.shift());
    }
  }
});

test('an empty heap has nothing to give', () => {
  expect(new MinHeap<number>((a, b) => a - b).pop()).toBeUndefined();
});
