import { describe, expect, test } from 'vitest';
import { type Disagreement, disagreements } from '../../src/answers/disagreements.ts';
import { asObjects } from '../../src/answers/edge-answer.ts';
import { printDisagreements } from '../../src/cli/commands/conflicts.ts';
import type { Claim } from '../../src/facts/claim.ts';
import type { EdgeFact, Properties } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { around } from '../../src/views/neighbourhoods.ts';
import { statedOnly, withModality } from '../../src/views/restrictions.ts';
import { seedGraph } from '../kit/seed-graph.ts';
import { shippedOntology } from '../rules/shipped-rules.ts';

const nodes = ['state:a', 'state:b', 'state:c'].map((id) => ({ id, type: 'State', properties: { name: id } }));
const sent = (properties: Properties, to = 'state:b'): EdgeFact =>
  makeEdge({ type: 'repatriated-from', from: 'state:a', to, sources: ['s'], properties, symmetric: false });
const claim = (value: string, parts: Partial<Claim> = {}): Claim => ({
  node: 'state:a',
  property: 'officialName',
  value,
  rank: 'NORMAL',
  modality: 'FACT',
  sources: ['s'],
  ...parts,
});

function worldOf(edges: readonly EdgeFact[], claims: readonly Claim[] = []): GraphView {
  // Two statements of one act differ in what makes no id, so ids are given by hand.
  const numbered = edges.map((edge, i) => ({ ...edge, id: `e${i}` }));
  return GraphView.whole(freezeGraph(shippedOntology, { nodes, edges: numbered, claims }));
}

const conflictsOf = (view: GraphView, of?: string): Disagreement[] => disagreements(view, of, asObjects(view));
const valuesOf = (view: GraphView): string[][] => conflictsOf(view).map((it) => it.rivals.map((rival) => rival.value));

describe('claims are rivals', () => {
  test('when they give a property more than one value, the preferred one first', () => {
    const view = worldOf([], [claim('New', { rank: 'DEPRECATED' }), claim('Old', { rank: 'PREFERRED' }), claim('Odd')]);
    expect(valuesOf(view)).toEqual([['Old', 'Odd', 'New']]);
  });

  test('by node, then by property; equal ranks by value; with all that is said of each', () => {
    const view = worldOf(
      [],
      [
        claim('Z', { node: 'state:b' }),
        claim('Y', { node: 'state:b' }),
        claim('B', { note: 'why', when: '2019', saidBy: 'state:c', locators: ['P1'] }),
        claim('A', { modality: 'DENIED', saidBy: 'nobody' }),
        claim('X', { property: 'iso3' }),
        claim('W', { property: 'iso3' }),
      ],
    );
    expect(conflictsOf(view).map((it) => [it.kind, it.node.id, it.name])).toEqual([
      ['PROPERTY', 'state:a', 'iso3'],
      ['PROPERTY', 'state:a', 'officialName'],
      ['PROPERTY', 'state:b', 'officialName'],
    ]);
    expect(valuesOf(view)).toEqual([
      ['W', 'X'],
      ['A', 'B'],
      ['Y', 'Z'],
    ]);
    const [first, second] = conflictsOf(view)[1]?.rivals ?? [];
    const sources = [{ id: 's' }];
    expect(first).toEqual({ value: 'A', rank: 'NORMAL', modality: 'DENIED', sources });
    expect(second).toEqual({
      ...{ value: 'B', rank: 'NORMAL', modality: 'FACT', note: 'why', when: '2019' },
      saidBy: { id: 'state:c', type: 'State', name: 'state:c' },
      sources: [{ id: 's', locator: 'P1' }],
    });
    expect(conflictsOf(view, 'state:b').map((it) => it.node.id)).toEqual(['state:b']);
  });

  test('as far as the view keeps their node', () => {
    const view = worldOf([], [claim('One'), claim('Two')]);
    expect(conflictsOf(around(view, ['state:b'], 1))).toEqual([]);
  });

  test('whose values are lists when one has what the other has not', () => {
    const lists = [['a', 'b'], ['a']].map((value) => ({ ...claim(''), property: 'aliases', value }));
    expect(valuesOf(worldOf([], lists))).toEqual([['a', 'a, b']]);
  });

  test('and not when they agree, or speak of other properties or nodes', () => {
    expect(valuesOf(worldOf([], [claim('Same'), claim('Same', { sources: ['t'] })]))).toEqual([]);
    expect(valuesOf(worldOf([], [claim('One'), claim('ONE', { property: 'iso3' })]))).toEqual([]);
    expect(valuesOf(worldOf([], [claim('One'), claim('Two', { node: 'state:b' })]))).toEqual([]);
  });
});

describe('statements of one relation are rivals', () => {
  test('when one is ranked above the other', () => {
    const view = worldOf([sent({ when: '2019' }), sent({ when: '2020', rank: 'PREFERRED' })]);
    expect(valuesOf(view)).toEqual([['2020', '2019']]);
  });

  test('when one denies what the other says', () => {
    expect(valuesOf(worldOf([sent({ when: '2019' }), sent({ when: '2020', modality: 'DENIED' })]))).toEqual([
      ['2019', '2020, denied'],
    ]);
  });

  test('when they count the same thing differently', () => {
    expect(valuesOf(worldOf([sent({ when: '2019', count: 5 }), sent({ when: '2019', count: 7 })]))).toEqual([
      ['2019, count 5', '2019, count 7'],
    ]);
  });

  test('when one act has several dates', () => {
    const view = worldOf([sent({ when: '2019', act: 'x' }), sent({ when: '2020', act: 'x' }, 'state:c')]);
    expect(valuesOf(view)).toEqual([['2019', '2020']]);
  });

  test('when they join the same two by a symmetric relation, whoever is named first', () => {
    const officials = ['official:x', 'official:y'].map((id) => ({ id, type: 'Official', properties: { name: id } }));
    const met = (from: string, to: string, properties: Properties): EdgeFact => ({
      ...makeEdge({ type: 'met-with', from, to, sources: ['s'], properties, symmetric: true }),
      id: `${from}-${to}`,
    });
    const view = GraphView.whole(
      freezeGraph(shippedOntology, {
        nodes: officials,
        edges: [
          met('official:y', 'official:x', { when: '2019' }),
          met('official:x', 'official:y', { when: '2020', modality: 'DENIED' }),
        ],
      }),
    );
    expect(valuesOf(view)).toEqual([['2019', '2020, denied']]);
    expect(conflictsOf(view, 'official:y')).toHaveLength(1);
  });

  test('and not when each goes the other way', () => {
    const back = makeEdge({
      ...sent({ when: '2020', rank: 'PREFERRED' }),
      from: 'state:b',
      to: 'state:a',
      symmetric: false,
    });
    expect(valuesOf(worldOf([sent({ when: '2019' }), back]))).toEqual([]);
  });

  test('and not when what is denied was only planned, or more is only surer', () => {
    const planned = sent({ when: '2020', modality: 'PLANNED' });
    expect(valuesOf(worldOf([planned, sent({ when: '2019', modality: 'DENIED' })]))).toEqual([]);
    expect(valuesOf(worldOf([planned, sent({ when: '2019' })]))).toEqual([]);
    const reported = sent({ when: '2020', modality: 'REPORTED' });
    expect(valuesOf(worldOf([reported, sent({ when: '2019', modality: 'DENIED' })]))).toHaveLength(1);
    expect(valuesOf(worldOf([sent({ when: '2019', confidence: 0.5 }), sent({ when: '2019' })]))).toEqual([]);
  });

  test('and counts only where occasion, role, kind and date are the same', () => {
    for (const [name, other] of Object.entries({ at: 'state:c', role: 'guest', when: '2020' })) {
      const counts = [sent({ when: '2019', count: 5 }), sent({ when: '2019', count: 7, [name]: other })];
      expect([name, valuesOf(worldOf(counts))]).toEqual([name, []]);
    }
  });

  test('once, however many reasons there are, and in the order of their edges', () => {
    const act = [sent({ when: '2019', act: 'x' }), sent({ when: '2020', act: 'x', rank: 'PREFERRED' })];
    const ranked = [sent({ when: '2019' }, 'state:c'), sent({ when: '2021', rank: 'PREFERRED' }, 'state:c')];
    expect(valuesOf(worldOf([...ranked, ...act]))).toEqual([
      ['2020', '2019'],
      ['2021', '2019'],
    ]);
  });

  test('as far as a view keeps them', () => {
    const view = worldOf([sent({ when: '2019', count: 5 }), sent({ when: '2019', count: 7, modality: 'REPORTED' })]);
    expect(valuesOf(view)).toHaveLength(1);
    expect(valuesOf(withModality(view, ['FACT']))).toEqual([]);
  });

  test('and say what sets each apart: its date, or when it was seen, counts, and whether it is denied', () => {
    const view = worldOf([
      sent({ attested: '2019', count: 5, confidence: 0.5, note: 'a guess', saidBy: 'state:b' }),
      sent({ modality: 'DENIED', rank: 'DEPRECATED' }),
    ]);
    const [{ rivals = [], ...rest } = {}] = conflictsOf(view);
    expect(rest).toMatchObject({ kind: 'EDGE', node: { id: 'state:a' }, to: { id: 'state:b' } });
    expect(rivals.map(({ edge: _, sources: __, ...it }) => it)).toEqual([
      {
        ...{ value: 'seen 2019, count 5', rank: 'NORMAL', modality: 'FACT', note: 'a guess' },
        saidBy: { id: 'state:b', type: 'State', name: 'state:b' },
      },
      { value: 'undated, denied', rank: 'DEPRECATED', modality: 'DENIED' },
    ]);
    expect(rivals.map((it) => [it.sources.map(({ id }) => id), typeof it.edge?.id])).toEqual([
      [['s'], 'string'],
      [['s'], 'string'],
    ]);
  });

  test('and lead nowhere together when an act has several ends', () => {
    const view = worldOf([sent({ when: '2019', act: 'x' }), sent({ when: '2020', act: 'x' }, 'state:c')]);
    expect(conflictsOf(view)[0]).not.toHaveProperty('to');
  });

  test('and not when they follow each other, or one says less than the other', () => {
    expect(valuesOf(worldOf([sent({ when: '2019', count: 5 }), sent({ when: '2020', count: 7 })]))).toEqual([]);
    expect(valuesOf(worldOf([sent({ when: '2019', act: 'x' }), sent({ act: 'x' }, 'state:c')]))).toEqual([]);
    expect(valuesOf(worldOf([sent({ when: '2019', count: 5 }), sent({ when: '2019' })]))).toEqual([]);
  });
});

test('conflicts of a node are those of its properties and of its relations either way', () => {
  const view = worldOf(
    [sent({ when: '2019' }), sent({ when: '2020', rank: 'PREFERRED' })],
    [claim('One'), claim('Two')],
  );
  const names = (id: string): string[] => conflictsOf(view, id).map((it) => it.name);
  expect(names('state:a')).toEqual(['officialName', 'repatriated-from']);
  expect(names('state:b')).toEqual(['repatriated-from']);
  expect(names('state:c')).toEqual([]);
  expect(() => conflictsOf(view, 'state:d')).toThrow('No node has the id "state:d".');
});

describe('on the seed', () => {
  test('theme, names, dates and counts are in dispute, and what was launched and sent', () => {
    const found = conflictsOf(seedGraph()).map((it) => {
      return `${it.node.id} ${it.name}${it.to === undefined ? '' : ` ${it.to.id}`}: ${it.rivals.length}`;
    });
    expect(found).toEqual([
      'office:permanent-representative-kaz-geneva title: 2',
      'conference:34ic theme: 2',
      'initiative:global-ihl launched: 3',
      'initiative:global-ihl name: 2',
      'group:34ic-resolutions count: 2',
      'group:national-societies count: 2',
      ...['bra', 'chn', 'fra', 'jor', 'kaz'].map((it) => `state:${it} co-launched initiative:global-ihl: 2`),
      'state:kaz deployed-to org:undof: 2',
      'state:zaf co-launched initiative:global-ihl: 2',
    ]);
  });

  test("no conclusion is anybody's rival", () => {
    expect(conflictsOf(statedOnly(seedGraph()))).toEqual(conflictsOf(seedGraph()));
  });

  test('question 7: how many resolutions, printed for people', () => {
    expect(`\n${printDisagreements(conflictsOf(seedGraph(), 'group:34ic-resolutions'))}\n`).toBe(`
Resolutions of the 34th International Conference: count
    6  PREFERRED
        The published record. The sixth had been adopted by the Council of Delegates before the conference took it over.
        source:cambridge-34ic-resolutions list of resolutions
    5  NORMAL
        Reports at the close of the conference; right if the resolution taken over from the Council of Delegates is left out.
        source:el-kz-34ic P6
        source:fdfa-news-2024-10-31 whole page
        source:einpresswire-international-conference-joint-ifrc-icrc-statement whole page
`);
  });
});
