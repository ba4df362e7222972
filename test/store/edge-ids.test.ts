import { expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { EdgeIdCollector, type EdgeIds } from '../../src/store/edge-ids.ts';
import { seeds } from '../kit/random-graph.ts';

function makeEdgeIds(given: readonly string[]): EdgeIds {
  const collector = new EdgeIdCollector();
  for (const id of given) collector.add(id);
  return collector.finish(Uint32Array.from(given.keys()));
}

const random = seededRandom(4);
const word = (): string =>
  Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
const hashed = Array.from({ length: 1000 }, () => `edge:${word()}${word()}`);

test('hashed ids are read back, and look up their edge', () => {
  const ids = makeEdgeIds(hashed);
  hashed.forEach((id, edge) => {
    expect(ids.get(edge)).toBe(id);
    expect(ids.numberOf(id)).toBe(edge);
  });
});

test('ids that agree in their lower half are told apart', () => {
  const twins = ['edge:0000000100000007', 'edge:0000000200000007', 'edge:ffffffffffffffff'];
  const ids = makeEdgeIds(twins);
  expect(twins.map((id) => ids.numberOf(id))).toEqual([0, 1, 2]);
  expect(ids.numberOf('edge:0000000300000007')).toBeUndefined();
});

test('one id of another kind is enough to keep all as they are', () => {
  const ids = makeEdgeIds([...hashed.slice(0, 3), 'launch-of-the-initiative']);
  expect(ids.get(3)).toBe('launch-of-the-initiative');
  expect(ids.numberOf('launch-of-the-initiative')).toBe(3);
  expect(ids.numberOf(hashed[1]!)).toBe(1);
});

test.each(['', 'edge:', 'edge:12', 'edge:000000000000000G', 'constructor'])('%j is the id of no edge', (id) => {
  expect(makeEdgeIds(hashed).numberOf(id)).toBeUndefined();
  expect(makeEdgeIds(['plain']).numberOf(id)).toBeUndefined();
});

test.each(seeds(50))('an edge repeats an id as in a map of texts, seed %i', (seed) => {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  // Few digits, so that many ids want the same place and some are one another's but for one half.
  const word = (): string => ['00000000', '00000001', 'ffffffff', '0000000f', '80000000'][below(5)] ?? '';
  const chosen = (): string =>
    ['edge:mine', `edge:${word()}`, `EDGE:${word()}${word()}`, `edge:${word()}0000000G`][below(4)] ?? '';
  const hasChosen = below(2) === 0;
  const ids = Array.from({ length: 60 }, () => (hasChosen && below(3) === 0 ? chosen() : `edge:${word()}${word()}`));
  const collector = new EdgeIdCollector();
  const firsts = new Map<string, number>();
  const expected: { edge: number; first: number }[] = [];
  for (const [edge, id] of ids.entries()) {
    collector.add(id);
    const first = firsts.get(id);
    if (first === undefined) firsts.set(id, edge);
    else expected.push({ edge, first });
  }
  expect([...collector.repeated()]).toEqual(expected);
  expect(ids.map((_, edge) => collector.get(edge))).toEqual(ids);
});

test('as many different ids as there may be repeat nothing', () => {
  for (const size of [0, 1, 2, 3, 8, 9]) {
    const collector = new EdgeIdCollector();
    for (let i = 0; i < size; i++) collector.add(`edge:${i.toString(16).padStart(16, '0')}`);
    expect([...collector.repeated()]).toEqual([]);
    for (let i = 0; i < size; i++) collector.add(`edge:${i.toString(16).padStart(16, '0')}`);
    expect([...collector.repeated()]).toHaveLength(size);
  }
});
