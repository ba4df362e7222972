import { describe, expect, test } from 'vitest';
import { type Disagreement, disagreements } from '../../src/answers/disagreements.ts';
import { asObjects } from '../../src/answers/edge-answer.ts';
import { printDisagreements } from '../../src/cli/commands/conflicts.ts';
import type { Claim } from '../../src/facts/claim.ts';
import type { EdgeFact, Properties } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { statedOnly } from '../../src/views/restrictions.ts';
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
        source:fdfa-news-2024-10-31
        source:einpresswire-international-conference-joint-ifrc-icrc-statement
`);
  });
});
