import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { Claim } from '../../src/facts/claim.ts';
import { isoOfDay, readPartialDate } from '../../src/facts/partial-date.ts';
import { ALWAYS, holdsIn, undated } from '../../src/facts/validity.ts';
import type { Treaty } from '../../src/generated/shipped-ontology.ts';
import { openGraph } from '../../src/open-graph.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { asOf, statedOnly } from '../../src/views/restrictions.ts';
import { randomOntology, seeds } from '../kit/random-graph.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';

const claim = (value: string, when: string | undefined, rank: Claim['rank'] = 'NORMAL'): Claim => ({
  ...{ node: 'n0', property: 'name', value, rank, modality: 'FACT', sources: [] },
  ...(when !== undefined && { when }),
});

function worldOf(name: string | undefined, claims: readonly Claim[]): GraphView {
  const nodes = ['n0', 'n1'].map((id) => ({ id, type: 'Person', properties: name === undefined ? {} : { name } }));
  const edges = [{ id: 'e', type: 'knows', from: 'n0', to: 'n1', validity: undated, sources: [], properties: {} }];
  return GraphView.whole(freezeGraph(randomOntology, { nodes, edges, claims }));
}

const day = (text: string): { first: number; last: number } => {
  const date = readPartialDate(text);
  if ('reason' in date) throw new Error(text);
  return { first: date.validity.earliestStart, last: date.validity.latestEnd };
};
const nameOn = (view: GraphView, date: string): unknown => asOf(view, day(date)).graph.nodes.property(0, 'name');

describe('as of a date a node shows', () => {
  const country = worldOf('North Macedonia', [
    claim('Macedonia', '/2019'),
    claim('FYROM', '/2019-02-12'),
    claim('Vardar', '1929/1941'),
    claim('Illyria', '1800/..', 'DEPRECATED'),
  ]);

  test.each([
    ['2010', 'Macedonia'],
    ['2018-12-31', 'Macedonia'],
    // A value of which only the end is known gives way where it may have ended.
    ['2019-06', 'North Macedonia'],
    ['2024', 'North Macedonia'],
    ['1935', 'Vardar'],
  ])('what it was called then: %s %s', (date, name) => {
    expect(nameOn(country, date)).toBe(name);
  });

  test('the count of the year, where the preferred one has a date of its own', () => {
    const counted = worldOf('191', [claim('190', '2020'), claim('191', '2024', 'PREFERRED'), claim('192', '2024')]);
    expect(['2020-06', '2024', '2022'].map((it) => nameOn(counted, it))).toEqual(['190', '191', '191']);
  });

  test('the preferred value without a date, and shares all else with it', () => {
    const then = asOf(country, day('2010'));
    expect(country.graph.nodes.property(0, 'name')).toBe('North Macedonia');
    expect(then.graph.edges).toBe(country.graph.edges);
    expect(then.findNode('n0')).toBe(0);
    expect(statedOnly(then).graph).toBe(then.graph);
    expect(asOf(country, day('2011')).graph).toBe(then.graph);
    expect(asOf(statedOnly(country), day('2010')).graph).toBe(then.graph);
    expect(GraphView.whole(then.graph).graph).toBe(country.graph);
    expect(asOf(country, day('2024')).graph).toBe(country.graph);
  });
});

test.each(seeds(100))('the value of a day is the surest, then the preferred, then the latest, seed %i', (seed) => {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const shown = below(4) === 0 ? undefined : `v${below(4)}`;
  const dateOf = (): string => {
    const [start, end] = [below(60), 60 + below(60)].map(isoOfDay);
    return [`${start}/${end}`, `${start}/..`, `/${end}`, `${start}/`, start, start!.slice(0, 7)][below(6)]!;
  };
  const ranks = ['NORMAL', 'NORMAL', 'PREFERRED', 'DEPRECATED'] as const;
  const claims = Array.from({ length: below(6) }, () =>
    claim(`v${below(4)}`, below(5) === 0 ? undefined : dateOf(), ranks[below(4)]),
  );
  const view = worldOf(shown, claims);
  for (let date = 0; date < 130; date += 7) {
    const period = { first: date, last: date + below(3) };
    const candidates = claims.flatMap(({ value, when, rank }, place) => {
      const read = readPartialDate(when ?? '');
      if (when === undefined || rank === 'DEPRECATED' || 'reason' in read) return [];
      const { validity } = read;
      if (!holdsIn(validity, period, 'POSSIBLE')) return [];
      const isOver = validity.earliestStart === ALWAYS && validity.earliestEnd < period.last;
      const sureness = holdsIn(validity, period, 'CERTAIN') ? 2 : isOver ? 0 : 1;
      return [{ value, sureness, preferred: Number(rank === 'PREFERRED'), start: validity.earliestStart, place }];
    });
    const isUndated =
      shown !== undefined &&
      !claims.some((it) => it.when !== undefined && it.rank !== 'DEPRECATED' && it.value === shown);
    const [best] = candidates
      .filter((it) => it.sureness > 0 || !isUndated)
      .sort((a, b) => b.sureness - a.sureness || b.preferred - a.preferred || b.start - a.start || a.place - b.place);
    expect(asOf(view, period).graph.nodes.property(0, 'name')).toBe(best?.value ?? shown);
  }
});

describe('of all that is shipped', async () => {
  const graph = await shippedGraph();
  const then = graph.asOf('2010');

  test('filters, sorts, labels, pages and exports have the names of the date', async () => {
    const question = `query @asOf(date: "2010") {
      states(where: { name: { startsWith: "Mace" } }, sort: [{ name: ASC }]) { id name }
      search(text: "North Macedonia", first: 1) { node { id name } }
    }`;
    const { data } = await graph.query(question);
    const macedonia = { id: 'state:mkd', name: 'Macedonia' };
    expect(data).toEqual({ states: [macedonia], search: [{ node: macedonia }] });
    expect((await then.query('{ states(where: { id: { eq: "state:mkd" } }) { name } }')).data).toEqual({
      states: [{ name: 'Macedonia' }],
    });
    expect(then.node('state:mkd')).toMatchObject({ name: 'Macedonia' });
    expect(then.nodes('State').where({ name: 'Macedonia' }).ids()).toEqual(['state:mkd']);
    expect(then.find('FYROM')[0]?.node.name).toBe('Macedonia');
    expect(graph.find('FYROM')[0]?.node.name).toBe('North Macedonia');
    const exported = await then.around('state:mkd', 0).export('jsonl');
    expect([...exported].join('')).toContain('"Macedonia"');
  });

  test('what is saved and edited has the preferred values', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diplograph-'));
    await then.around('state:mkd', 0).save(folder, { replace: true });
    const saved = await openGraph({ data: folder });
    expect(saved.node('state:mkd')).toMatchObject({ name: 'North Macedonia' });
    rmSync(folder, { recursive: true });
  });

  test('a date may be named by what has it', async () => {
    const opened = (graph.node('treaty:additional-protocol-3') as Treaty).concluded as string;
    expect(graph.asOf({ whenOf: 'treaty:additional-protocol-3#concluded' }).view).toBe(graph.asOf(opened).view);
    expect(graph.asOf({ whenOf: 'conference:34ic' }, 'CERTAIN').view).toBe(
      graph.asOf('2024-10-28/2024-10-31', 'CERTAIN').view,
    );
    const edge = [...graph.edges('heads')].find((it) => it.when !== undefined)!;
    expect(graph.select({ asOfWhenOf: edge.id }).view).toBe(graph.asOf(edge.when!).view);
    const heads = async (directive: string): Promise<unknown> => {
      const { data, errors } = await graph.query(
        `query ${directive} { organisations(where: { id: { eq: "org:icrc" } }) { headedBy { id } } }`,
      );
      return data ?? errors?.[0]?.extensions.code;
    };
    expect(await heads('@asOf(whenOf: "treaty:additional-protocol-3#concluded")')).toEqual(
      await heads(`@asOf(date: "${opened}")`),
    );
    expect(await heads('@asOf')).toBe('NO_DATE');
    expect(await heads('@asOf(date: "2024", whenOf: "treaty:additional-protocol-3#concluded")')).toBe('NO_DATE');
  });

  test('what else is given of a date is refused', () => {
    const whenOf = 'treaty:additional-protocol-3#concluded';
    const misspelt = { whenof: whenOf } as unknown as { whenOf: string };
    expect(() => graph.asOf(misspelt)).toThrow('asOf has no option "whenof". Did you mean "whenOf"?');
    expect(() => graph.asOf({ whenOf, date: '2024' } as { whenOf: string })).toThrow('asOf has no option "date"');
    expect(() => graph.asOf({} as { whenOf: string })).toThrow('"whenOf" of asOf takes');
  });

  test.each([
    [
      'treaty:additional-protocol-3',
      /has no date of its own to take. Write "treaty:additional-protocol-3#concluded" or "treaty:additional-protocol-3#inForce"/,
    ],
    ['treaty:additional-protocol-3#concludd', /has no date "concludd". Did you mean "concluded"/],
    ['treaty:additional-protocol-9#opened', /No node has the id "treaty:additional-protocol-9"/],
    ['state:kaz#dissolved', /"state:kaz" has no date "dissolved". Write "state:kaz#founded"/],
  ])('a name of no date is refused: %s', (whenOf, says) => {
    expect(() => graph.asOf({ whenOf })).toThrow(says);
  });
});
