import { expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { hashWord } from '../../src/facts/edge-id.ts';
import { EdgeIdSet } from '../../src/facts/edge-id-set.ts';
import { seeds } from '../kit/random-graph.ts';

test.each(seeds(50))('an id is new once, as in a set of texts, seed %i', (seed) => {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  // Few digits, so that many ids want the same place and some are one another's but for one half.
  const word = (): string => ['00000000', '00000001', 'ffffffff', '0000000f', '80000000'][below(5)] ?? '';
  const chosen = (): string =>
    ['edge:mine', `edge:${word()}`, `EDGE:${word()}${word()}`, `edge:${word()}0000000G`][below(4)] ?? '';
  const ids = Array.from({ length: 60 }, () => (below(3) === 0 ? chosen() : `edge:${word()}${word()}`));
  const [set, twin] = [new EdgeIdSet(ids.length), new Set<string>()];
  for (const id of ids) {
    const isNew = !twin.has(id);
    twin.add(id);
    expect([id, set.add(id)]).toEqual([id, isNew]);
  }
});

test('a set of as many ids as it was made for has room for all', () => {
  for (const size of [0, 1, 2, 3, 8, 9]) {
    const set = new EdgeIdSet(size);
    const ids = Array.from({ length: size }, (_, i) => `edge:${i.toString(16).padStart(16, '0')}`);
    expect(ids.map((it) => set.add(it))).toEqual(ids.map(() => true));
    expect(ids.map((it) => set.add(it))).toEqual(ids.map(() => false));
  }
});

test.each([
  ['edge:00000000ffffffff', [0, 0xffffffff]],
  ['edge:0123456789abcdef', [0x01234567, 0x89abcdef]],
  ['edge:0123456789abcdeF', [0x01234567, -1]],
  ['edge:012345g789abcdef', [-1, 0x89abcdef]],
  ['edge:/123456789abcde:', [-1, -1]],
  ['edge:0123456`89abcdef', [-1, 0x89abcdef]],
  ['node:0123456789abcdef', [-1, -1]],
  ['edge:0123456789abcde', [-1, -1]],
  ['edge:0123456789abcdef0', [-1, -1]],
])('the halves of %s are %j', (id, halves) => {
  expect([hashWord(id, 0), hashWord(id, 1)]).toEqual(halves);
});
