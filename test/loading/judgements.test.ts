/**
 * Judgements: what is merged is one node and loses nothing, and taking the decision back restores what was there.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locate } from '../../src/base/located.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import { FactSet } from '../../src/loading/entries/fact-set.ts';
import { readDossier } from '../../src/loading/entries/read-dossier.ts';
import { readJudgements } from '../../src/loading/entries/read-judgements.ts';
import { type CheckedFacts, joinFacts } from '../../src/loading/joining/join-facts.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { goldenPath } from '../kit/golden.ts';

const sdl = readFileSync(goldenPath('problems/data/schema.graphql'), 'utf8');
const { ontology } = readOntology(new SourceFile('schema.graphql', sdl));

const facts = {
  title: 'One state under two names',
  source: 'source:gazette',
  nodes: [
    { id: 'source:gazette', type: 'Source', name: 'The Gazette' },
    { id: 'source:herald', type: 'Source', name: 'The Herald' },
    { id: 'state:kaz', type: 'State', name: 'Kazakhstan', aliases: ['Казахстан'], iso3: 'KAZ', locator: 'p. 1' },
    {
      id: 'state:qaz',
      type: 'State',
      name: 'Qazaqstan',
      aliases: ['Казахстан', 'Қазақстан'],
      iso3: 'QAZ',
      seats: 98,
      source: 'source:herald',
    },
    { id: 'state:fra', type: 'State', name: 'France' },
    { id: 'org:un', type: 'Organisation', kind: 'IGO', name: 'United Nations', replaces: 'org:uno' },
  ],
  edges: [
    { from: 'state:kaz', edge: 'member-of', to: 'org:un', when: '1992-03-02/..', locator: 'p. 2' },
    { from: 'state:qaz', edge: 'member-of', to: 'org:un', when: '1992-03-02/..', source: 'source:herald' },
    { from: 'state:qaz', edge: 'met-with', to: 'state:fra', when: '2024', source: 'source:herald' },
  ],
};
const merge = { 'same-as': ['state:kaz', 'state:qaz'], reason: 'Two spellings.', source: 'source:gazette' };

function joined(judgements: readonly unknown[], records: object = facts): CheckedFacts & { readonly said: string[] } {
  const set = new FactSet(ontology as NonNullable<typeof ontology>);
  readDossier(locate(records), set);
  readJudgements(locate(judgements), set);
  const checked = joinFacts(set);
  return { ...checked, said: set.problems.shown().map((it) => it.code) };
}

const nodeOf = ({ nodes }: CheckedFacts, id: string): Record<string, unknown> | undefined =>
  nodes.find((it) => it.id === id)?.properties;

describe('a merge', () => {
  const merged = joined([merge]);

  test('leaves one node, and the old id leads to it', () => {
    expect(merged.said).toEqual([]);
    expect(nodeOf(merged, 'state:qaz')).toBeUndefined();
    expect(merged.redirects.get('state:qaz')).toBe('state:kaz');
  });

  test('keeps every name and every source', () => {
    expect(nodeOf(merged, 'state:kaz')).toMatchObject({
      name: 'Kazakhstan',
      aliases: expect.arrayContaining(['Казахстан', 'Қазақстан', 'Qazaqstan']),
      sources: ['source:gazette', 'source:herald'],
      locators: ['p. 1', ''],
    });
  });

  test('takes over what was unsaid, and makes a claim of what was said otherwise', () => {
    expect(nodeOf(merged, 'state:kaz')).toMatchObject({ iso3: 'KAZ', seats: 98 });
    expect(merged.claims).toMatchObject([
      { node: 'state:kaz', property: 'iso3', value: 'QAZ', rank: 'NORMAL', sources: ['source:herald'] },
    ]);
  });

  test('moves the edges, and makes one of two that now say the same, with the citations of both', () => {
    expect(merged.edges.map(({ from, type, to }) => `${from} ${type} ${to}`)).toEqual([
      'state:kaz member-of org:un',
      'state:kaz met-with state:fra',
    ]);
    expect(merged.edges[0]).toMatchObject({
      sources: ['source:gazette', 'source:herald'],
      properties: { locators: ['p. 2', ''] },
    });
    expect(merged.edges[0]?.id).toBe(joined([]).edges[0]?.id);
  });

  test('and then undone restores the graph', () => {
    const before = joined([]);
    expect(joined([merge]).nodes).not.toEqual(before.nodes);
    expect(joined([])).toEqual(before);
  });

  test('may go in steps, in any order', () => {
    const more = { 'same-as': ['state:qaz', 'state:kazakhstan'], reason: 'An old id.', source: 'source:gazette' };
    for (const order of [
      [merge, more],
      [more, merge],
    ]) {
      const { redirects, said } = joined(order);
      expect(said).toEqual([]);
      expect([redirects.get('state:kazakhstan'), redirects.get('state:qaz')]).toEqual(['state:kaz', 'state:kaz']);
    }
  });

  test('does not swallow a statement that differs', () => {
    const [first, second, third] = facts.edges;
    const differing = { ...facts, edges: [first, { ...second, note: 'As an observer.' }, third] };
    expect(joined([merge], differing).said).toEqual(['duplicate-statement']);
  });

  test('lets a claim of the merged node speak of the one that stays', () => {
    const claims = [{ property: 'seats', value: 107, rank: 'PREFERRED', note: 'Newer.' }];
    const [gazette, herald, kaz, , ...others] = facts.nodes;
    const qaz = { id: 'state:qaz', type: 'State', name: 'Qazaqstan', claims };
    const world = joined([merge], { ...facts, nodes: [gazette, herald, kaz, qaz, ...others] });
    expect(world.said).toEqual([]);
    expect(nodeOf(world, 'state:kaz')).toMatchObject({ seats: 107 });
  });
});

describe('a judgement that things differ', () => {
  const alike = { ...facts, nodes: [...facts.nodes, { id: 'state:fra-2', type: 'State', name: 'FRANCE' }] };
  const apart = { 'different-from': ['state:fra', 'state:fra-2'], reason: 'One is a ship.', source: 'source:gazette' };

  test('silences the warning that their names are the same', () => {
    expect(joined([], alike).said).toContain('ambiguous-name');
    const names = { 'different-from': ['state:kaz', 'state:qaz'], reason: 'For now.', source: 'source:gazette' };
    expect(joined([apart, names], alike).said).toEqual([]);
  });

  test('forbids to merge them', () => {
    const same = { 'same-as': ['state:fra', 'state:fra-2'], reason: 'Same name.', source: 'source:gazette' };
    expect(joined([apart, same], alike).said).toContain('contradictory-judgements');
  });
});
