import { expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { EdgeIdCollector, type EdgeIds } from '../../src/store/edge-ids.ts';

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
