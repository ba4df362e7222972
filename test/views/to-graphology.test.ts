import { expect, test } from 'vitest';
import { asOf } from '../../src/views/as-of.ts';
import { toGraphology } from '../../src/views/to-graphology.ts';
import { via } from '../../src/views/via.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

test.each(seeds(20))('a copy holds what the view keeps, under the same ids, seed %i', (seed) => {
  const view = asOf(randomGraph(seed), { first: 50, last: 50 });
  const copy = toGraphology(view);
  const { nodes, edges } = view.graph;
  expect(copy.nodes()).toEqual(nodes.ids);
  expect(copy.size).toBe(view.edgeCount);
  copy.forEachEdge((id, attributes, source, target) => {
    const edge = view.findEdge(id)!;
    expect(attributes.type).toBe(edges.typeOf(edge));
    expect([source, target]).toEqual([nodes.ids[edges.from[edge]!], nodes.ids[edges.to[edge]!]]);
  });
});

test('attributes are the type, the properties, and what is derived of an edge', () => {
  const copy = toGraphology(tinyGraph('a:State -joined[1990..1995]{press}-> b', { a: { name: 'A', aliases: ['x'] } }));
  expect(copy.getNodeAttributes('a')).toEqual({ type: 'State', name: 'A', aliases: ['x'] });
  expect(copy.getEdgeAttributes('a-joined-b')).toEqual({
    type: 'joined',
    when: '1990..1995',
    since: '1990-01-01',
    until: '1995-12-31',
    status: 'STATED',
    modality: 'FACT',
    confidence: 1,
    rank: 'NORMAL',
    sources: ['press'],
  });
});

test('a view along edge types keeps those and no others', () => {
  const world = tinyGraph('a -knows-> b -met-> c -joined-> a');
  expect(toGraphology(via(world, ['met', 'joined'])).edges()).toEqual(['b-met-c', 'c-joined-a']);
  expect(via(world, []).edgeCount).toBe(0);
  expect(() => via(world, ['mett'])).toThrow('no edge type "mett". Did you mean "met"?');
});
