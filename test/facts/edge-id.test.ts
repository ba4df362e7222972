import { describe, expect, test } from 'vitest';
import { actId, edgeHash, edgeId, hashWord, stableHash, wordOfHash } from '../../src/facts/edge-id.ts';
import type { Properties } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { undated } from '../../src/facts/validity.ts';

const id = (properties: Properties, from = 'official:a', to = 'org:b'): string =>
  edgeId({ type: 'heads', from, to, properties }, false);

describe('the id of an edge', () => {
  test('is sixteen digits behind "edge:", and never changes: citations rest on it', () => {
    expect(id({})).toMatch(/^edge:[0-9a-f]{16}$/);
    expect(id({ when: '2022-10-01/..', at: 'conference:34ic' })).toBe('edge:24e05000ad9f5d30');
  });

  test('does not change when an end date becomes known', () => {
    expect(id({ when: '2022-10-01/2026-09-30' })).toBe(id({ when: '2022-10-01/..' }));
    expect(id({ when: '2022-10-01/' })).toBe(id({ when: '2022-10-01' }));
  });

  test.each(['modality', 'saidBy', 'confidence', 'rank', 'note', 'act', 'locators'])(
    'does not depend on "%s"',
    (name) => expect(id({ [name]: 'x' })).toBe(id({})),
  );

  test.each(['at', 'role', 'kind'])('depends on "%s"', (name) => expect(id({ [name]: 'x' })).not.toBe(id({})));

  test('depends on the start, the direction and the type', () => {
    expect(id({ when: '2022' })).not.toBe(id({ when: '2023' }));
    expect(id({}, 'org:b', 'official:a')).not.toBe(id({}));
    expect(edgeId({ type: 'holds', from: 'official:a', to: 'org:b', properties: {} }, false)).not.toBe(id({}));
  });

  test('does not depend on the order of the ends when the type is symmetric', () => {
    const met = (from: string, to: string): string => edgeId({ type: 'met-with', from, to, properties: {} }, true);
    expect(met('state:kaz', 'state:che')).toBe(met('state:che', 'state:kaz'));
  });

  test('cannot be forged by moving text from one part to the next', () => {
    expect(stableHash('x', ['ab', 'c'])).not.toBe(stableHash('x', ['a', 'bc']));
    expect(stableHash('x', ['1:a', ''])).not.toBe(stableHash('x', ['1', ':a']));
    expect(id({ at: 'x', role: '' })).not.toBe(id({ at: '', role: 'x' }));
  });
});

describe('the id of an act', () => {
  test('does not depend on the order in which its parties are listed', () => {
    expect(actId('co-launched', ['state:a', 'state:b'], ['initiative:x'], {})).toBe(
      actId('co-launched', ['state:b', 'state:a'], ['initiative:x'], {}),
    );
  });

  test('tells which end was a list', () => {
    expect(actId('met', ['a', 'b'], ['c'], {})).not.toBe(actId('met', ['a'], ['b', 'c'], {}));
  });
});

describe('making an edge', () => {
  const statement = { type: 'heads', from: 'official:a', to: 'org:b', sources: ['source:x'], symmetric: false };

  test('keeps an id that was given', () => {
    expect(makeEdge({ ...statement, id: 'edge:mine', properties: {} }).id).toBe('edge:mine');
  });

  test('reads its dates, and narrows them by the time at which it is attested', () => {
    expect(makeEdge({ ...statement, properties: {} }).validity).toEqual(undated);
    const { validity } = makeEdge({ ...statement, properties: { when: '2022-10-01/', attested: '2024-10-30' } });
    expect(validity.earliestEnd).toBe(
      makeEdge({ ...statement, properties: { when: '2024-10-30' } }).validity.earliestEnd,
    );
  });

  test('takes dates that contradict each other for none, since a check tells about them', () => {
    const plain = makeEdge({ ...statement, properties: { when: '2020/2021' } });
    expect(makeEdge({ ...statement, properties: { when: '2020/2021', attested: '2024' } }).validity).toEqual(
      plain.validity,
    );
    expect(makeEdge({ ...statement, properties: { when: '2024-13' } }).validity).toEqual(undated);
  });
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

test('the hash of an edge has the halves of its id', () => {
  for (const to of ['org:a', 'org:b', 'org:c', 'org:é', 'org:long'.repeat(20)]) {
    const edge = { type: 'heads', from: 'official:a', to, properties: { role: 'chair', when: '2022-10-01/..' } };
    const [id, hash] = [edgeId(edge, false), edgeHash(edge, false)];
    expect([wordOfHash(hash, 0) >>> 0, wordOfHash(hash, 1) >>> 0]).toEqual([hashWord(id, 0), hashWord(id, 1)]);
  }
});
