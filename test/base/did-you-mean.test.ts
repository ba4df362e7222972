import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/base/did-you-mean.ts';

describe('the nearest known name', () => {
  test.each([
    ['frn', ['fra', 'kaz'], 'fra'],
    ['State', ['state'], 'state'],
    ['coLauched', ['coLaunched', 'coChairs'], 'coLaunched'],
    ['abcdef', ['abcxyz'], undefined],
    ['ab', ['xy', 'ax'], 'ax'],
    ['state:kza', ['state:bra', 'state:kaz'], 'state:kaz'],
    ['nmae', ['name', 'names'], 'name'],
    ['ba', ['ab'], 'ab'],
    ['x', [], undefined],
    ['long-name-of-a-thing', ['long'], undefined],
  ])('to "%s" among %j is %s', (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  test('is the first by name among equals, in whatever order they come', () => {
    expect(nearest('kat', ['kaz', 'kab'])).toBe('kab');
    expect(nearest('kat', ['kab', 'kaz'])).toBe('kab');
  });
});

test('two names of 5 MB are not compared', () => {
  const long = 'x'.repeat(5_000_000);
  expect(nearest(`${long}y`, [long])).toBeUndefined();
});

test('the sentence has a leading space, and is empty when nothing is near', () => {
  expect(didYouMean('frn', ['fra', 'kaz'])).toBe(' Did you mean "fra"?');
  expect(didYouMean('zzzz', ['fra', 'kaz'])).toBe('');
});
