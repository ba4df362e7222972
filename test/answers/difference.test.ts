import { expect, test } from 'vitest';
import { difference } from '../../src/answers/difference.ts';
import type { Claim } from '../../src/facts/claim.ts';
import type { NodeFact } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { around } from '../../src/views/neighbourhoods.ts';
import { shippedOntology } from '../rules/shipped-rules.ts';

const claim = (node: string, value: string): Claim => ({
  node,
  property: 'officialName',
  value,
  rank: 'NORMAL',
  modality: 'FACT',
  sources: ['s'],
});
const sent = (when: string, note: string) => ({
  ...makeEdge({
    type: 'repatriated-from',
    from: 'state:a',
    to: 'state:b',
    sources: ['s'],
    properties: { when, note },
    symmetric: false,
  }),
  id: 'sent',
});

function worldOf(names: Readonly<Record<string, string>>, edges = [sent('2020', '')], claims: readonly Claim[] = []) {
  const nodes = Object.entries(names).map(([id, name]): NodeFact => ({ id, type: 'State', properties: { name } }));
  return GraphView.whole(freezeGraph(shippedOntology, { nodes, edges, claims }));
}

const names = { 'state:a': 'A', 'state:b': 'B', 'state:c': 'C' };
const idsOf = (things: readonly { id: string }[]): string[] => things.map((it) => it.id);

test('what one graph has and the other has not is added or removed, and what differs in a word is changed', () => {
  const { nodes } = difference(worldOf(names), worldOf({ 'state:a': 'A', 'state:b': 'Be', 'state:d': 'D' }));
  expect([idsOf(nodes.added), idsOf(nodes.removed)]).toEqual([['state:d'], ['state:c']]);
  expect(nodes.changed.map(({ before, after }) => [before.name, after.name])).toEqual([['B', 'Be']]);
});

test('an edge is changed by what is said of it, and not by the days that follow from that', () => {
  const changes = (after: ReturnType<typeof sent>): number =>
    difference(worldOf(names), worldOf(names, [after])).edges.changed.length;
  const narrowed = sent('2020', '');
  expect(changes(sent('2020', 'by air'))).toBe(1);
  expect(changes(narrowed)).toBe(0);
  const { earliestStart, ...bounds } = narrowed.validity;
  expect(changes({ ...narrowed, validity: { ...bounds, earliestStart: earliestStart + 9 } })).toBe(0);
});

test('of two views, nodes, edges and claims that a view does not keep are not there', () => {
  const claims = [claim('state:a', 'Alpha'), claim('state:c', 'Gamma')];
  const whole = worldOf(names, [sent('2020', '')], claims);
  const near = around(whole, ['state:a'], 1);
  const lost = difference(whole, near);
  expect([idsOf(lost.nodes.removed), lost.claims.removed]).toEqual([['state:c'], [claims[1]]]);
  expect([lost.edges.removed, lost.nodes.added, lost.claims.added]).toEqual([[], [], []]);
  expect(difference(near, whole).claims).toEqual({ added: [claims[1]], removed: [] });
  expect(idsOf(difference(whole, around(whole, ['state:c'], 1)).edges.removed)).toEqual(['sent']);
});
