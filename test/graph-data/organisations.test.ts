/**
 * National Societies, international organisations and who belongs to them.
 */
import { describe, expect, test } from 'vitest';
import { periodOf } from '../../src/facts/partial-date.ts';
import { holdsIn } from '../../src/facts/validity.ts';
import { edgesOf, nodeOf, nodesOf, repeated, textOf } from './loaded-facts.ts';

const societies = nodesOf('Organisation').filter((it) => it.properties.kind === 'NATIONAL_SOCIETY');

describe('National Societies', () => {
  test('there are 193, each of one state, and no state has two', () => {
    expect(societies).toHaveLength(193);
    const belonging = edgesOf('society-of');
    expect(belonging.map((it) => it.from).sort()).toEqual(societies.map((it) => it.id).sort());
    expect(repeated(belonging.map((it) => it.to))).toEqual([]);
  });

  test('the Movement has 191 of them today: all but the one not recognised and the one dissolved', () => {
    const parts = edgesOf('part-of', { from: 'Organisation', to: 'org:rcrc-movement' });
    const there = parts.filter(({ from }) => nodeOf(from).properties.kind === 'NATIONAL_SOCIETY');
    const missing = societies.filter(({ id }) => !there.some((it) => it.from === id)).map((it) => it.id);
    expect(missing).toEqual(['org:red-cross-eri']);
    expect(there.filter((it) => textOf(it, 'when').endsWith('/2023-05-10')).map((it) => it.from)).toEqual([
      'org:red-cross-nic',
    ]);
  });

  test('each is found by its name in French, Spanish and Arabic', () => {
    const few = societies.filter(({ properties }) => !/\p{Script=Arabic}/u.test(String(properties.aliases)));
    expect(few.map((it) => it.id)).toEqual([]);
    expect(nodeOf('org:red-crescent-kaz').properties.aliases).toContain('Kazakh Red Crescent');
  });
});

describe('memberships', () => {
  test.each([
    ['org:eu', 27],
    ['org:nato', 32],
    ['org:african-union', 54],
    ['org:asean', 11],
    ['org:sco', 10],
    ['org:brics', 10],
    ['org:osce', 56],
    ['org:oas', 34],
    ['org:arab-league', 22],
  ])('%s has %i members that are states at the end of 2025', (organisation, count) => {
    const members = edgesOf('member-of', { from: 'State', to: organisation }).filter(
      (it) => !it.properties.role && holdsIn(it.validity, periodOf('2025-12-31'), 'CERTAIN'),
    );
    expect(members).toHaveLength(count);
    expect(repeated(members.map((it) => it.from))).toEqual([]);
  });

  test('each says since when, or when it was seen', () => {
    const bare = edgesOf('member-of', { from: 'State' }).filter((it) => !it.properties.when && !it.properties.attested);
    expect(bare.map((it) => [it.from, it.to])).toEqual([]);
  });

  test('a state that joined later is no member of an earlier day', () => {
    const finland = edgesOf('member-of', { to: 'org:nato' }).find((it) => it.from === 'state:fin');
    expect(textOf(nodeOf('state:fin'), 'name')).toBe('Finland');
    expect(finland?.properties.when).toBe('2023-04-04/..');
  });
});
