import { expect, test } from 'vitest';
import { ByteCache } from '../../src/base/byte-cache.ts';

const cacheOf = (budget: number): ByteCache<string, string> => new ByteCache(budget, (value) => value.length);

test('the least recently used goes first', () => {
  const cache = cacheOf(4);
  for (const key of ['a', 'b', 'c', 'd']) cache.set(key, key);
  expect(cache.get('a')).toBe('a');
  cache.set('e', 'e');
  expect([cache.get('a'), cache.get('b'), cache.get('e')]).toEqual(['a', undefined, 'e']);
});

test('whatever is put into it, it stays within its budget', () => {
  const cache = cacheOf(1000);
  for (let i = 0; i < 10_000; i++) {
    cache.set(`${i}`, 'x'.repeat(i % 300));
    expect(cache.bytes).toBeLessThanOrEqual(1000);
  }
  expect(cache.bytes).toBeGreaterThan(700);
});

test('what would fill a good part of it is not kept', () => {
  const cache = cacheOf(40);
  cache.set('short', 'x'.repeat(10));
  cache.set('long', 'x'.repeat(11));
  expect([cache.get('short'), cache.get('long')]).toEqual(['x'.repeat(10), undefined]);
});

test('of no size keeps nothing', () => {
  const cache = cacheOf(0);
  cache.set('a', 'b');
  expect(cache.get('a')).toBeUndefined();
});
