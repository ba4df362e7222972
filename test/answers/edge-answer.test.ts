import { expect, test } from 'vitest';
import { asObjects } from '../../src/answers/edge-answer.ts';
import type { EdgeFact, PropertyValue } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { shippedOntology } from '../rules/shipped-rules.ts';

const nodes = [
  { id: 'state:a', type: 'State', properties: { name: 'Atlantis' } },
  { id: 'state:b', type: 'State', properties: {} },
  { id: 'conference:c', type: 'Conference', properties: { name: 'Congress' } },
  { id: 'source:s', type: 'Source', properties: { name: 'Paper' } },
];
const sent = (properties: Record<string, PropertyValue>, sources: string[] = [], more: Partial<EdgeFact> = {}) => {
  const made = makeEdge({
    type: 'repatriated-from',
    from: 'state:a',
    to: 'state:b',
    sources,
    properties,
    symmetric: false,
  });
  const view = GraphView.whole(freezeGraph(shippedOntology, { nodes, edges: [{ ...made, id: 'edge:x', ...more }] }));
  return asObjects(view).edge(0);
};
const atlantis = { id: 'state:a', type: 'State', name: 'Atlantis' };
const nameless = { id: 'state:b', type: 'State', name: 'state:b' };

test('an edge that says nothing is a fact of its two ends, and no field is there without a value', () => {
  expect(sent({})).toEqual({
    ...{ id: 'edge:x', type: 'repatriated-from', from: atlantis, to: nameless },
    ...{ status: 'STATED', modality: 'FACT', confidence: 1, rank: 'NORMAL', sources: [], properties: [] },
  });
});

test('an edge that says much has each of it in its place, and the rest as texts', () => {
  const told = { when: '2019-05/2019-06', attested: '2019-05-20', role: 'host', act: 'act:1', note: 'So it is said.' };
  const judged = { modality: 'REPORTED', confidence: 0.5, rank: 'DEPRECATED' };
  const named = { at: 'conference:c', saidBy: 'state:b' };
  const locators = ['P4: "in their words"', ''];
  expect(
    sent({ ...told, ...judged, ...named, locators, count: 5, kind: 'VOLUNTARY' }, ['source:s', 'source:t']),
  ).toEqual({
    ...{ id: 'edge:x', type: 'repatriated-from', from: atlantis, to: nameless, ...told, ...judged, status: 'STATED' },
    ...{ since: '2019-05-01', until: '2019-06-30' },
    at: { id: 'conference:c', type: 'Conference', name: 'Congress' },
    saidBy: nameless,
    sources: [
      {
        id: 'source:s',
        node: { id: 'source:s', type: 'Source', name: 'Paper' },
        ...{ locator: 'P4', quotation: 'in their words' },
      },
      { id: 'source:t' },
    ],
    properties: expect.arrayContaining([
      { name: 'count', value: '5' },
      { name: 'kind', value: 'VOLUNTARY' },
    ]),
  });
});

test('a list among what else it carries is JSON', () => {
  const parts = ['one', 'a "quoted" one'];
  expect(sent({ parts }).properties).toEqual([{ name: 'parts', value: JSON.stringify(parts) }]);
});

test('a conclusion names its rule and no source', () => {
  const concluded = sent({}, [], { derivations: [{ rule: 'R7', premises: [] }] });
  expect(concluded).toMatchObject({ status: 'INFERRED', rule: 'R7', sources: [] });
});

test('whoever is not in the graph is not named', () => {
  expect(sent({ saidBy: 'state:nobody', at: 'conference:none' })).not.toHaveProperty('saidBy');
});
