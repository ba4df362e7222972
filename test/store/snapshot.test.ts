import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/facts/claim.ts';
import type { EdgeFact, NodeFact, PropertyValue } from '../../src/facts/fact.ts';
import { freezeGraph, type KnowledgeGraph } from '../../src/store/knowledge-graph.ts';
import { type PackedGraph, packGraph, unpackGraph } from '../../src/store/packed-graph.ts';
import { readSnapshot, snapshotInSteps, writeSnapshot } from '../../src/store/snapshot.ts';
import { derivedGraph } from '../kit/derived-graph.ts';
import { randomFacts, randomOntology, seeds } from '../kit/random-graph.ts';
import { seedGraph } from '../kit/seed-graph.ts';

const write = (graph: KnowledgeGraph, key = 'key'): Uint8Array => Uint8Array.from(writeSnapshot(key, packGraph(graph)));

function readBack(graph: KnowledgeGraph): KnowledgeGraph {
  const packed = readSnapshot(write(graph), 'key');
  expect(packed).toBeDefined();
  return unpackGraph(packed as PackedGraph);
}

const edgeFacts = ({ edges, nodes }: KnowledgeGraph): EdgeFact[] =>
  Array.from(edges.type, (_, edge) => edges.fact(edge, nodes.ids));
const nodeFacts = ({ nodes }: KnowledgeGraph): NodeFact[] =>
  nodes.ids.map((id, node) => ({ id, type: nodes.typeOf(node), properties: nodes.properties(node) }));

function expectSame(back: KnowledgeGraph, graph: KnowledgeGraph): void {
  expect(edgeFacts(back)).toEqual(edgeFacts(graph));
  expect(nodeFacts(back)).toEqual(nodeFacts(graph));
  expect(back.out).toEqual(graph.out);
  expect(back.in).toEqual(graph.in);
  expect(back.claims).toEqual(graph.claims);
  expect(back.ontology).toEqual(graph.ontology);
  expect(back.nodes.redirects).toEqual(graph.nodes.redirects);
  for (const type of graph.ontology.nodeTypes.keys()) expect(back.nodes.span(type)).toEqual(graph.nodes.span(type));
  for (const [node, id] of graph.nodes.ids.entries()) expect(back.nodes.numberOf(id)).toBe(node);
  for (let edge = 0; edge < graph.edges.count; edge++) expect(back.edges.numberOf(graph.edges.id(edge))).toBe(edge);
}

describe('a graph read from its snapshot', () => {
  test.each(seeds(30))('has every fact, number and conclusion of the graph that was written, seed %i', (seed) => {
    const { graph } = derivedGraph(seed);
    expectSame(readBack(graph), graph);
  });

  test('has every fact of the seed, its claims and its ontology', () => {
    const { graph } = seedGraph();
    expect(graph.claims.length).toBeGreaterThan(0);
    expectSame(readBack(graph), graph);
  });

  test('can be written and read again', () => {
    const { graph } = derivedGraph(5);
    expectSame(readBack(readBack(graph)), graph);
  });

  test('has property values of every kind, claims and redirects', () => {
    const { nodes, edges } = randomFacts(1, { nodes: 3, edges: 0 });
    const scalar = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.bigInt());
    const properties = fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(scalar, fc.array(scalar)), {
      noNullPrototype: true,
    });
    const facts = fc.record({ node: properties, edge: properties, value: scalar, old: fc.string() });
    fc.assert(
      fc.property(facts, ({ node, edge, value, old }) => {
        const claim = {
          node: 'n0',
          property: 'name',
          value,
          rank: 'NORMAL',
          modality: 'FACT',
          sources: ['s'],
        } as Claim;
        const [validity, ends] = [
          { earliestStart: 1, latestStart: 2, earliestEnd: 3, latestEnd: 4 },
          { from: 'n0', to: 'n1' },
        ];
        const graph = freezeGraph(randomOntology, {
          nodes: nodes.map((it) => ({ ...it, properties: node as Record<string, PropertyValue> })),
          edges: [
            ...edges,
            {
              id: 'e',
              type: 'knows',
              ...ends,
              validity,
              sources: ['s'],
              properties: edge as Record<string, PropertyValue>,
            },
          ],
          claims: [claim],
          redirects: new Map([[old, 'n2']]),
        });
        expectSame(readBack(graph), graph);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a snapshot counts as absent', () => {
  const bytes = write(derivedGraph(7, { nodes: 4, edges: 6 }).graph);
  const whole = readSnapshot(bytes, 'key');

  test('when it was made of something else', () => {
    expect(whole).toBeDefined();
    expect(readSnapshot(bytes, 'another key')).toBeUndefined();
  });

  test('when it is cut off, wherever', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(readSnapshot(bytes.slice(0, length), 'key')).toBeUndefined();
    }
  });

  test('when a byte of it was changed, or one was added', () => {
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at] = damaged[at]! ^ 1;
      const read = readSnapshot(damaged, 'key');
      // A blank of the header says nothing.
      if (read !== undefined) expect({ at, read }).toEqual({ at: expect.any(Number), read: whole });
    }
    expect(readSnapshot(Uint8Array.from([...bytes, 0]), 'key')).toBeUndefined();
  });

  test('when it is of another version, or no snapshot at all', () => {
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('diplograph-snapshot 3');
    expect(readSnapshot(Buffer.from(text.replace('snapshot 3', 'snapshot 0'), 'latin1'), 'key')).toBeUndefined();
    for (const other of ['', 'null', '{}', '[]', 'nodes:\n  - id: a\n', '{'.repeat(300)]) {
      expect(readSnapshot(Buffer.from(other), 'key')).toBeUndefined();
    }
  });
});

test('lists of any length come back, wherever they stand and however often, and reading one can pause', () => {
  const long = Array.from({ length: 10_000 }, (_, i) => ({ id: `n${i}`, list: [i] }));
  const value = { long, again: long, deep: new Map([['in a map', { texts: long.map(({ id }) => id), few: [1, 2] }]]) };
  const bytes = writeSnapshot('key', value);
  expect(readSnapshot(bytes, 'key')).toEqual(value);
  const steps = snapshotInSteps(bytes, 'key');
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses++;
  expect(pauses).toBeGreaterThanOrEqual(6);
  expect(step.value).toEqual(value);
});

test('a snapshot can be read from anywhere in memory', () => {
  const { graph } = derivedGraph(3);
  const bytes = write(graph);
  for (let shift = 0; shift < 8; shift++) {
    const shifted = new Uint8Array(bytes.length + shift).subarray(shift);
    shifted.set(bytes);
    expectSame(unpackGraph(readSnapshot(shifted, 'key') as PackedGraph), graph);
  }
});
