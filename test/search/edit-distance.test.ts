import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { EditDistance, LONGEST_ASKED } from '../../src/search/edit-distance.ts';
import { seeds } from '../kit/random-graph.ts';

/** Optimal string alignment as in the textbooks: one table, four ways into each cell. */
function plainSlips(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const ways = [
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      ];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(table[i - 2]![j - 2]! + 1);
      table[i]![j] = Math.min(...ways);
    }
  }
  return table[a.length]![b.length]!;
}

describe('slips between two words', () => {
  test.each([
    ['forbes', 'forbes', 0],
    ['forbes', 'fobres', 1],
    ['forbes', 'forbs', 1],
    ['forbes', 'forrbes', 1],
    ['forbes', 'firbes', 1],
    ['spolaric', 'spoljaric', 1],
    ['mariana', 'mirjana', 2],
    ['', 'ab', 2],
    ['ab', '', 2],
    ['ca', 'abc', 3],
  ])('%s and %s: %i', (a, b, slips) => {
    expect(new EditDistance(a).to(b)).toBe(slips);
    expect(new EditDistance(b).to(a)).toBe(slips);
  });

  test.each(seeds(30))('are as many as the textbook says, seed %i', (seed) => {
    const random = seededRandom(seed);
    const word = (): string => {
      const length = Math.floor(random() ** 2 * (LONGEST_ASKED + 1));
      return Array.from({ length }, () => 'abc7'[Math.floor(random() * 4)]).join('');
    };
    for (let i = 0; i < 50; i++) {
      const [a, b] = [word(), word()];
      expect([a, b, new EditDistance(a).to(b)]).toEqual([a, b, plainSlips(a, b)]);
    }
  });

  test('are right for the longest word', () => {
    const a = 'abcdefghij'.repeat(4).slice(0, LONGEST_ASKED);
    for (const b of [a, `${a}x`, a.slice(1), `x${a}`, `${a.slice(0, 14)}${a.slice(16)}`, 'x'.repeat(40)]) {
      expect(new EditDistance(a).to(b)).toBe(plainSlips(a, b));
    }
  });
});
