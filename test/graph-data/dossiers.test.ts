/**
 * The dossiers beside the seed: conferences, texts, initiatives, officials, and what is disputed about them.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../../src/base/shipped-files.ts';
import type { Claim } from '../../src/facts/claim.ts';
import type { EdgeFact } from '../../src/facts/fact.ts';
import { edgesOf, loaded, nodeOf, nodesOf, repeated, textOf } from './loaded-facts.ts';

const fileOf = (fact: { readonly at?: { readonly file: string } }): string => relative(dataFolder, fact.at?.file ?? '');
const isSeed = (fact: { readonly at?: { readonly file: string } }): boolean =>
  fileOf(fact).startsWith('dossiers/seed/');
const valuesOf = (node: string, property: string): Claim[] =>
  loaded.claims.filter((it) => it.node === node && it.property === property);
const isDated = (edge: EdgeFact): boolean => textOf(edge, 'when') !== '' || textOf(edge, 'attested') !== '';

describe('how much there is', () => {
  test('at least 3,500 nodes and edges beyond the seed', () => {
    const beyond = [...loaded.nodes, ...loaded.edges].filter((it) => !isSeed(it));
    expect(beyond.length).toBeGreaterThanOrEqual(3_500);
  });

  test('at least 400 dated relations among officials, states, organisations and occasions, from dossiers alone', () => {
    const kinds = new Set(['Official', 'State', 'Organisation', 'Delegation', 'Conference', 'Event']);
    const relations = loaded.edges.filter(
      (it) =>
        fileOf(it).startsWith('dossiers/') &&
        !isSeed(it) &&
        isDated(it) &&
        kinds.has(nodeOf(it.from).type) &&
        kinds.has(nodeOf(it.to).type),
    );
    expect(relations.length).toBeGreaterThanOrEqual(400);
  });

  test('no dossier beside the seed is longer than a reviewer reads in one sitting', () => {
    const dossiers = [...loaded.files.keys()].filter((it) => /dossiers\/(?!seed\/)/.test(relative(dataFolder, it)));
    expect(dossiers.length).toBeGreaterThan(60);
    const lines = (file: string): number => readFileSync(file, 'utf8').split('\n').length;
    expect(dossiers.filter((it) => lines(it) > 260).map((it) => relative(dataFolder, it))).toEqual([]);
  });

  test('nothing stands alone', () => {
    const named = new Set(
      loaded.edges.flatMap(({ from, to, properties }) => [from, to, String(properties.at), String(properties.saidBy)]),
    );
    const alone = loaded.nodes.filter((it) => it.type !== 'Source' && !named.has(it.id));
    expect(alone.map((it) => it.id)).toEqual([]);
  });
});

describe('conferences', () => {
  const series = 'International Conference of the Red Cross and Red Crescent';
  const editions = nodesOf('Conference').filter((it) => textOf(it, 'series') === series);

  test('of the series of 34 those are here for which a page was seen, all but two with their year', () => {
    const ordinals = editions.flatMap((it) =>
      it.properties.ordinal === undefined ? [] : [Number(it.properties.ordinal)],
    );
    const known = Array.from({ length: 34 }, (_, i) => i + 1).filter((it) => it !== 22);
    expect(ordinals.toSorted((a, b) => a - b)).toEqual(known);
    expect(editions.filter((it) => !/^\d{4}/.test(textOf(it, 'when'))).map((it) => it.id)).toEqual([
      'conference:11ic',
      'conference:12ic',
    ]);
  });

  test('what no page says of them is not said: no years of the 11th and 12th, no days of the 26th, no motto of the 33rd, and no 22nd', () => {
    expect(textOf(nodeOf('conference:26ic'), 'when')).toBe('1995-12');
    expect(nodeOf('conference:33ic').properties.theme).toBeUndefined();
    expect(loaded.nodes.some((it) => it.id === 'conference:22ic')).toBe(false);
  });

  test('an occasion is held on the days that it says itself', () => {
    const wrong = edgesOf('held-in').filter((it) => textOf(it, 'when') !== textOf(nodeOf(it.from), 'when'));
    expect(wrong.map((it) => it.from)).toEqual([]);
  });
});

describe('the Global Initiative', () => {
  test('has six founders, and all of them joined it as founders on the day of its launch', () => {
    const founders = ['state:bra', 'state:chn', 'state:fra', 'state:jor', 'state:kaz', 'state:zaf'];
    const joined = edgesOf('joined', { to: 'initiative:global-ihl' }).filter((it) => textOf(it, 'role') === 'founder');
    expect(joined.map((it) => it.from).toSorted()).toEqual(founders);
    const launched = edgesOf('co-launched', { from: 'State', to: 'initiative:global-ihl' });
    expect([...new Set(launched.map((it) => it.from))].toSorted()).toEqual(founders);
  });

  test('has seven workstreams, and nobody is said to chair one of them', () => {
    const parts = edgesOf('part-of', { from: 'Initiative', to: 'initiative:global-ihl' }).map((it) => it.from);
    expect(parts).toHaveLength(7);
    expect(edgesOf('co-chairs').filter((it) => parts.includes(it.to) || textOf(it, 'workstream') !== '')).toEqual([]);
  });
});

describe('texts', () => {
  test('each was adopted by somebody, unless it was put to the vote and fell', () => {
    const adopted = new Set(edgesOf('adopted').map((it) => it.to));
    const open = nodesOf('Resolution').filter((it) => !adopted.has(it.id) && textOf(it, 'status') !== 'REJECTED');
    expect(open.map((it) => it.id)).toEqual([]);
    const both = nodesOf('Resolution').filter((it) => adopted.has(it.id) && textOf(it, 'status') === 'REJECTED');
    expect(both.map((it) => it.id)).toEqual([]);
  });

  test('whoever vetoed one had a permanent seat in the Security Council', () => {
    const vetoes = edgesOf('voted-on').filter((it) => textOf(it, 'role') === 'veto');
    const permanent = ['state:chn', 'state:fra', 'state:gbr', 'state:rus', 'state:usa'];
    expect([...new Set(vetoes.map((it) => it.from))].toSorted()).toEqual(permanent);
    expect(vetoes.filter((it) => textOf(nodeOf(it.to), 'status') !== 'REJECTED')).toEqual([]);
  });
});

describe('officials', () => {
  test('nobody has the name or the alias of another', () => {
    const names = nodesOf('Official').flatMap((it) => [
      ...new Set(
        [textOf(it, 'name'), ...((it.properties.aliases as readonly string[] | undefined) ?? [])].map((name) =>
          name.toLowerCase(),
        ),
      ),
    ]);
    expect(repeated(names)).toEqual([]);
  });

  test('whoever heads a body holds an office in it', () => {
    const without = edgesOf('heads').filter((head) => {
      const offices = edgesOf('holds').filter((it) => it.from === head.from);
      return !offices.some((held) => edgesOf('office-in').some((it) => it.from === held.to && it.to === head.to));
    });
    // Heads the committee by being minister of justice.
    expect(without.map((it) => it.from)).toEqual(['official:adnan-fangary']);
  });

  test('every office is held, or somebody was elected to it or stood for it', () => {
    const known = new Set(['holds', 'elected-to', 'candidate-for'].flatMap((type) => edgesOf(type).map((it) => it.to)));
    expect(nodesOf('Office').filter((it) => !known.has(it.id))).toEqual([]);
  });

  test('spellings that were judged to be one person lead to that person', () => {
    expect(loaded.redirects.get('official:mariana-spolaric')).toBe('official:mirjana-spoljaric-egger');
    expect(loaded.redirects.get('official:natia-louladze')).toBe('official:natia-loladze');
  });
});

describe('what sources disagree about is here from both sides, ranked, with the reason', () => {
  const disputed: readonly [string, string, readonly unknown[]][] = [
    ['initiative:global-ihl', 'launched', ['2024-09-27', '2023-11-08', '2023-10-22']],
    [
      'conference:34ic',
      'theme',
      ['Navigate Uncertainty – Strengthen Humanity', 'Overcoming Uncertainty – Strengthening Humanity'],
    ],
    ['group:34ic-resolutions', 'count', [6, 5]],
    ['group:national-societies', 'count', [191, 192, 192, 190, 189, 186]],
    ['resolution:unsc-2730-2024', 'abstained', [1, 0]],
    ['resolution:unsc-2730-2024', 'adopted', ['2024-05-24', '2024-05-20']],
    ['initiative:humanitarian-personnel-declaration', 'launched', ['2025-09-21', '2025-09-22']],
    ['statement:jordan-hosts-2026', 'when', ['2026-01-22', '2026-01-23']],
    ['group:mehr-returnees', 'count', [438, 438, 318]],
  ];

  test.each(disputed)('%s: %s', (node, property, values) => {
    const claims = valuesOf(node, property);
    expect(claims.map((it) => it.value).toSorted()).toEqual([...values].toSorted());
    expect(claims.filter((it) => it.rank === 'PREFERRED')).toHaveLength(1);
    expect(claims.filter((it) => it.rank !== 'NORMAL' && !it.note)).toEqual([]);
  });

  test('relations too: the session of the statement of 2025, and how many came home on one flight', () => {
    const sessions = edgesOf('delivered', { to: 'statement:leaders-humanity-in-war' });
    expect(sessions.map((it) => [it.properties.at, it.properties.rank])).toEqual([
      ['conference:unga-80', 'PREFERRED'],
      ['conference:unga-79', 'DEPRECATED'],
    ]);
    const flight = edgesOf('repatriated-from').filter((it) => textOf(it, 'when') === '2021-04-30');
    expect(flight.map((it) => [it.properties.count, it.properties.rank])).toEqual([
      [93, 'PREFERRED'],
      [92, 'DEPRECATED'],
    ]);
  });
});

test('the README maps relations to edge types that exist', () => {
  const readme = readFileSync(join(dataFolder, 'README.md'), 'utf8');
  const section =
    readme.split('## How the relations of the fact base are expressed')[1]?.split('### What is not')[0] ?? '';
  const rows = [...section.matchAll(/^\| `[a-z_].*? \| (.*) \|$/gm)].map((row) => row[1] ?? '');
  const named = new Set(rows.flatMap((row) => [...row.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map((it) => it[1] ?? '')));
  expect(named.size).toBeGreaterThanOrEqual(15);
  expect([...named].filter((it) => !loaded.ontology?.edgeTypes.has(it))).toEqual([]);
});
