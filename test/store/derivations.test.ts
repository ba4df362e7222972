import { expect, test } from 'vitest';
import { dependentsOf, derivationsOf } from '../../src/store/derivations.ts';
import { derivedGraph } from '../kit/derived-graph.ts';
import { seeds } from '../kit/random-graph.ts';

test.each(seeds(40))('dependents are the derivations read backwards, seed %i', (seed) => {
  const { edges } = derivedGraph(seed).graph;
  const { derivations } = edges;
  if (!derivations) throw new Error('These graphs have conclusions.');
  const { head, first, derivation, premiseless } = dependentsOf(derivations);
  const forwards: string[] = [];
  let d = 0;
  for (let edge = 0; edge < edges.count; edge++) {
    for (const { premises } of derivationsOf(derivations, edge)) {
      expect([head[d], premiseless.includes(d)]).toEqual([edge, premises.length === 0]);
      for (const premise of premises) forwards.push(`${premise} ${d}`);
      d++;
    }
  }
  const backwards: string[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    for (const it of derivation.subarray(first[edge], first[edge + 1])) backwards.push(`${edge} ${it}`);
  }
  expect(backwards.sort()).toEqual(forwards.sort());
  expect(dependentsOf(derivations).head).toBe(head);
});
