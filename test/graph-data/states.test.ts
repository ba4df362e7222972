/**
 * The states and what they are bound by: counts that anybody can look up, held.
 */
import { describe, expect, test } from 'vitest';
import { FOREVER } from '../../src/facts/validity.ts';
import { edgesOf, nodeOf, nodesOf, repeated, textOf } from './loaded-facts.ts';

const all = nodesOf('State');
/** Those that exist; a state that ended has no code of its own in ISO 3166-1. */
const states = all.filter((it) => it.properties.iso3 !== undefined);
const isMember = new Set(
  edgesOf('member-of', { from: 'State', to: 'org:un' }).flatMap((it) =>
    it.properties.role || it.validity.latestEnd !== FOREVER ? [] : [it.from],
  ),
);

const treaties = {
  'treaty:geneva-conventions-1949': 196,
  'treaty:additional-protocol-1': 175,
  'treaty:additional-protocol-2': 170,
  'treaty:chemical-weapons-convention': 193,
} as const;

describe('states', () => {
  test('there are 193 members of the United Nations, two observers, Cook Islands and Niue', () => {
    const others = states.filter((it) => !isMember.has(it.id)).map((it) => it.properties.name);
    expect(isMember.size).toBe(193);
    expect(others.sort()).toEqual(['Cook Islands', 'Holy See', 'Niue', 'State of Palestine']);
  });

  test('a state that no longer exists has another after it, and belongs to nothing today', () => {
    const former = all.filter((it) => !states.includes(it)).map((it) => it.id);
    expect(former).toContain('state:csk');
    const followed = edgesOf('succeeds').map((it) => it.to);
    expect(former.filter((it) => !followed.includes(it))).toEqual([]);
    const lasting = [...edgesOf('member-of'), ...edgesOf('party-to')].filter(
      (it) => former.includes(it.from) && it.validity.latestEnd === FOREVER,
    );
    expect(lasting.map((it) => [it.from, it.to])).toEqual([]);
  });

  test('each has its own codes, and its id is one of them', () => {
    for (const code of ['iso2', 'iso3', 'm49']) {
      const codes = states.map((it) => textOf(it, code));
      expect(codes).not.toContain('');
      expect(repeated(codes)).toEqual([]);
    }
    expect(states.filter((it) => it.id !== `state:${textOf(it, 'iso3').toLowerCase()}`)).toEqual([]);
  });

  test('each is found by its name in French, Russian, Arabic and Chinese', () => {
    for (const name of ['Suisse', 'Швейцария', 'سويسرا', '瑞士']) {
      expect(nodeOf('state:che').properties.aliases).toContain(name);
    }
    const scripts = [/\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Han}/u];
    const without = states.filter(({ properties }) => !scripts.every((it) => it.test(String(properties.aliases))));
    expect(without.map((it) => it.id)).toEqual([]);
  });
});

describe('regional groups', () => {
  test('they add up to the 193 members of the United Nations', () => {
    const grouped = states.filter((it) => it.properties.regionalGroup !== undefined).map((it) => it.id);
    expect(grouped.sort()).toEqual([...isMember].sort());
  });

  test.each([
    ['AFRICAN', 54],
    ['ASIA_PACIFIC', 54],
    ['EASTERN_EUROPEAN', 23],
    ['LATIN_AMERICAN_AND_CARIBBEAN', 33],
    ['WESTERN_EUROPEAN_AND_OTHERS', 29],
  ])('%s has %i', (group, count) => {
    expect(states.filter((it) => it.properties.regionalGroup === group)).toHaveLength(count);
  });
});

describe('treaties', () => {
  test.each(Object.entries(treaties))('%s has %i parties', (treaty, count) => {
    const parties = edgesOf('party-to', { from: 'State', to: treaty }).map((it) => it.from);
    expect(repeated(parties)).toEqual([]);
    expect(parties).toHaveLength(count);
  });

  test('the states found to be parties are as many as the sources count', () => {
    for (const group of edgesOf('party-to', { from: 'UnnamedGroup' })) {
      const found = edgesOf('party-to', { from: 'State', to: group.to }).length;
      const counted = Number(nodeOf(group.from).properties.count);
      // Of the parties to Protocol III most are not known by name.
      if (group.to === 'treaty:additional-protocol-3') expect(found).toBeLessThan(counted);
      else expect(found).toBe(counted);
    }
  });

  test('all members of the United Nations and both observers are parties to the Geneva Conventions, and Niue is not', () => {
    const parties = new Set(
      edgesOf('party-to', { from: 'State', to: 'treaty:geneva-conventions-1949' }).map((it) => it.from),
    );
    const missing = states.filter((it) => !parties.has(it.id)).map((it) => it.id);
    expect(missing).toEqual(['state:niu']);
  });

  test('nobody is bound before it signed, and nobody before the treaty was concluded', () => {
    const early = edgesOf('party-to', { from: 'State' }).filter((it) => {
      const [signed, ratified] = [textOf(it, 'signed'), textOf(it, 'ratified')];
      return (
        (signed !== '' && ratified !== '' && ratified < signed) ||
        (ratified !== '' && ratified < textOf(nodeOf(it.to), 'concluded'))
      );
    });
    expect(early).toEqual([]);
  });

  test('nobody signed before the treaty could be signed', () => {
    const opened = (treaty: string): string => textOf(nodeOf(treaty), 'opened') || textOf(nodeOf(treaty), 'concluded');
    const early = edgesOf('signed')
      .filter((it) => nodeOf(it.to).type === 'Treaty' && textOf(it, 'when') !== '')
      .filter((it) => textOf(it, 'when') < opened(it.to));
    expect(early.map((it) => [it.from, it.to, textOf(it, 'when')])).toEqual([]);
    expect(edgesOf('signed', { to: 'treaty:rome-statute' })).toHaveLength(139);
  });

  test('what is said of a signature is the same at the party and in the list of signatures', () => {
    const signed = new Map(edgesOf('signed').map((it) => [`${it.from} ${it.to}`, textOf(it, 'when')]));
    const unlike = edgesOf('party-to').filter(
      (it) => textOf(it, 'signed') !== '' && signed.get(`${it.from} ${it.to}`) !== textOf(it, 'signed'),
    );
    expect(unlike.map((it) => [it.from, it.to])).toEqual([]);
  });

  test('who ratified had signed, and who acceded had not', () => {
    const of = (consent: string) => edgesOf('party-to').filter((it) => it.properties.consent === consent);
    // The list of the convention on anti-personnel mines marks as ratifying only who had signed.
    expect(of('RATIFICATION').filter((it) => textOf(it, 'signed') === '')).toEqual([]);
    expect(of('ACCESSION').filter((it) => textOf(it, 'signed') !== '')).toEqual([]);
    expect(of('SUCCESSION').length).toBeGreaterThan(300);
  });

  test('whoever withdrew is bound no longer', () => {
    const withdrawals = edgesOf('withdrew-from', { from: 'State', to: 'treaty:rome-statute' });
    expect(withdrawals.map((it) => it.from)).toEqual(['state:bdi', 'state:phl']);
    for (const { from, validity } of withdrawals) {
      const bound = edgesOf('party-to', { to: 'treaty:rome-statute' }).find((it) => it.from === from);
      expect(bound?.validity.latestEnd).toBe(validity.latestEnd);
    }
  });

  test('whoever only signed is no party', () => {
    const bound = (treaty: string): string[] => edgesOf('party-to', { to: treaty }).map((it) => it.from);
    for (const state of ['state:irn', 'state:pak', 'state:usa']) {
      expect(bound('treaty:additional-protocol-1')).not.toContain(state);
    }
    expect(bound('treaty:rome-statute')).not.toContain('state:rus');
    expect(edgesOf('signed', { to: 'treaty:rome-statute' }).map((it) => it.from)).toContain('state:rus');
  });
});
