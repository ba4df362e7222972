import { expect, test } from 'vitest';
import { byNumber } from '../../src/answers/answer-form.ts';
import { asObjects } from '../../src/answers/edge-answer.ts';
import { type Retraction, retraction } from '../../src/answers/retraction.ts';
import type { Claim } from '../../src/facts/claim.ts';
import type { EdgeFact, Properties } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { around } from '../../src/views/neighbourhoods.ts';
import { shippedOntology } from '../rules/shipped-rules.ts';

const state = (id: string, sources: string[]) => ({ id, type: 'State', properties: { name: id, sources } });
const nodes = [
  state('state:a', ['source:press']),
  state('state:b', ['source:press', 'source:site']),
  state('state:c', ['source:press']),
  state('state:d', []),
];
const edge = (from: string, type: string, to: string, sources: string[], properties: Properties = {}): EdgeFact =>
  makeEdge({ type, from, to, sources, properties, symmetric: false });
const claim = (node: string, value: number | string[], sources: string[]): Claim => ({
  ...{ node, property: 'population', value, rank: 'NORMAL', modality: 'FACT', sources },
});

const view = GraphView.whole(
  freezeGraph(shippedOntology, {
    nodes,
    edges: [
      edge('state:a', 'repatriated-from', 'state:b', ['source:press']),
      edge('state:a', 'repatriated-from', 'state:b', ['source:press'], { when: '2019' }),
      edge('state:a', 'visited', 'state:b', ['source:press']),
      edge('state:b', 'hosts', 'state:a', ['source:press']),
      edge('state:b', 'visited', 'state:a', ['source:press', 'source:site']),
      edge('state:c', 'visited', 'state:d', ['source:press']),
      edge('state:d', 'visited', 'state:c', ['source:site']),
    ],
    claims: [
      claim('state:a', 5, ['source:press']),
      claim('state:a', 6, ['source:site']),
      claim('state:c', ['x', 'y'], ['source:press']),
    ],
  }),
);
const take = (from: GraphView): Retraction => retraction(from, { sources: ['source:press'] }, asObjects(from));

test('statements that nothing else states go, counted by type, most first, then by name', () => {
  const { statements, statementCount, statementTypes, weakened, weakenedCount } = take(view);
  expect(statementTypes).toEqual([
    { type: 'repatriated-from', count: 2 },
    { type: 'visited', count: 2 },
    { type: 'hosts', count: 1 },
  ]);
  expect([statements.length, statementCount]).toEqual([5, 5]);
  expect(weakened.map((it) => `${it.from.id} ${it.type}`)).toEqual(['state:b visited']);
  expect(weakenedCount).toBe(1);
});

test('nodes that no other source speaks of are left without one, and those that never had one are not', () => {
  const { unsourced, unsourcedCount } = take(view);
  expect(unsourced.map((it) => it.id)).toEqual(['state:a', 'state:c']);
  expect(unsourcedCount).toBe(2);
});

test('claims go whose sources all do, with their values as texts', () => {
  expect(take(view).claims.map(({ node, property, value }) => [node.id, property, value])).toEqual([
    ['state:a', 'population', '5'],
    ['state:c', 'population', 'x, y'],
  ]);
});

test('of all that, an answer tells what its view keeps', () => {
  const near = around(view, ['state:a'], 1);
  const { claims, unsourced, statements } = take(near);
  expect(claims.map((it) => it.node.id)).toEqual(['state:a']);
  expect(unsourced.map((it) => it.id)).toEqual(['state:a']);
  expect(statements.every((it) => near.findEdge(it.id) !== undefined)).toBe(true);
  expect(statements.map((it) => `${it.from.id} ${it.type}`)).not.toContain('state:c visited');
  expect(take(view).statements.map((it) => `${it.from.id} ${it.type}`)).toContain('state:c visited');
});

test('an edge that is taken back leaves every node its sources', () => {
  const first = view.graph.edges.id(0);
  const { unsourced, statementCount, claims } = retraction(view, { edges: [first] }, byNumber);
  expect([unsourced, statementCount, claims]).toEqual([[], 1, []]);
});
