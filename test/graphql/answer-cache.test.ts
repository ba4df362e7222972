import { expect, test } from 'vitest';
import { AnswerCache } from '../../src/graphql/compiled/answer-cache.ts';

test('the least recently used text goes first', () => {
  const cache = new AnswerCache(32);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) cache.set(key, key);
  for (const key of ['i', 'j', 'k', 'l', 'm', 'n', 'o', 'p']) cache.set(key, key);
  expect(cache.get('a')).toBe('a');
  cache.set('q', 'q');
  expect([cache.get('a'), cache.get('b'), cache.get('q')]).toEqual(['a', undefined, 'q']);
});

test('a text that would fill a good part of it is not kept', () => {
  const cache = new AnswerCache(40);
  cache.set('short', '12345');
  cache.set('long', '1234567');
  expect([cache.get('short'), cache.get('long')]).toEqual(['12345', undefined]);
});

test('of no size keeps nothing', () => {
  const cache = new AnswerCache(0);
  cache.set('', '');
  cache.set('a', 'b');
  expect(cache.get('a')).toBeUndefined();
});
