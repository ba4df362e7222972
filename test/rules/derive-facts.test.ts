import { describe, expect, test } from 'vitest';
import { isError } from '../../src/base/problem.ts';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { EdgeFact } from '../../src/facts/fact.ts';
import { ALWAYS, FOREVER, overlap } from '../../src/facts/validity.ts';
import { applyRules } from '../../src/rules/apply-rules.ts';
import { seeds } from '../kit/random-graph.ts';
import { randomRuleFacts, randomRules, ruleOntology } from '../kit/random-rules.ts';
import { derivePlainly, keyOf } from './plain-deriver.ts';

const small = { nodes: 6, edges: 13 };

const derived = new Map<number, readonly EdgeFact[]>();

/** What follows in the world of a seed, worked out once. */
function derive(seed: number): readonly EdgeFact[] {
  const known = derived.get(seed);
  if (known) return known;
  const { edges, problems } = applyRules(ruleOntology, randomRuleFacts(seed, small), randomRules(seed));
  expect(problems.filter(isError)).toEqual([]);
  const sorted = byId(edges);
  derived.set(seed, sorted);
  return sorted;
}

const byId = (edges: readonly EdgeFact[]): EdgeFact[] => edges.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** A conclusion by what it says; its premises likewise, since the plain twin knows no ids. */
function printed(edge: EdgeFact, known: ReadonlyMap<string, EdgeFact>): string {
  const key = (it: EdgeFact): string =>
    it.derivations
      ? [it.type, it.from, it.to, it.properties.at ?? '', it.properties.role ?? '', it.validity.earliestStart].join(' ')
      : it.id;
  const ways = edge.derivations?.map(
    ({ rule, premises }) =>
      `${rule} ${premises
        .map((it) => key(known.get(it)!))
        .sort()
        .join(',')}`,
  );
  return JSON.stringify([
    key(edge),
    edge.validity.latestEnd,
    edge.properties.modality ?? 'FACT',
    edge.properties.confidence ?? 1,
    ways?.sort(),
  ]);
}

describe('on random facts and random rules', () => {
  test.each(seeds(300))('what is concluded is what trying everything concludes, seed %i', (seed) => {
    const facts = randomRuleFacts(seed, small);
    const edges = derive(seed);
    const known = new Map([...facts.edges, ...edges].map((it) => [it.id, it]));
    const expected = derivePlainly(ruleOntology, facts, randomRules(seed)).map((it) =>
      JSON.stringify([
        keyOf(it),
        it.last,
        it.reported ? 'REPORTED' : 'FACT',
        it.confidence,
        [...it.ways.keys()].sort(),
      ]),
    );
    expect(edges.map((it) => printed(it, known)).sort()).toEqual(expected.sort());
  });

  test.each(seeds(60))('the order of the facts does not matter, seed %i', (seed) => {
    const { nodes, edges } = randomRuleFacts(seed, small);
    const random = seededRandom(seed);
    const shuffle = <T>(list: readonly T[]): T[] =>
      list
        .map((it) => [random(), it] as const)
        .sort((a, b) => a[0] - b[0])
        .map((it) => it[1]);
    const shuffled = applyRules(ruleOntology, { nodes: shuffle(nodes), edges: shuffle(edges) }, randomRules(seed));
    expect(byId(shuffled.edges)).toEqual(derive(seed));
  });

  test.each(seeds(60))('applying rules twice is applying them once, seed %i', (seed) => {
    const { nodes, edges } = randomRuleFacts(seed, small);
    const once = derive(seed);
    const twice = applyRules(ruleOntology, { nodes, edges: [...edges, ...once] }, randomRules(seed));
    expect(byId(twice.edges)).toEqual(once);
  });

  test.each(seeds(60))('following the first derivation of each conclusion ends at statements, seed %i', (seed) => {
    const edges = new Map(derive(seed).map((it) => [it.id, it]));
    const ends = (id: string, trail: readonly string[]): boolean =>
      !trail.includes(id) && (edges.get(id)?.derivations?.[0]?.premises ?? []).every((it) => ends(it, [...trail, id]));
    for (const id of edges.keys()) expect(ends(id, [])).toBe(true);
  });

  test.each(seeds(60))(
    'a conclusion is no firmer and no surer than any premise of its first derivation, seed %i',
    (seed) => {
      const edges = new Map([...randomRuleFacts(seed, small).edges, ...derive(seed)].map((it) => [it.id, it]));
      for (const { properties, derivations } of edges.values()) {
        for (const premise of derivations?.[0]?.premises ?? []) {
          const its = edges.get(premise)!.properties;
          expect(Number(properties.confidence ?? 1)).toBeLessThanOrEqual(Number(its.confidence ?? 1));
          if (its.modality === 'REPORTED') expect(properties.modality).toBe('REPORTED');
        }
      }
    },
  );

  test.each(seeds(60))('nothing rests on what is denied, planned or deprecated, seed %i', (seed) => {
    const edges = new Map(randomRuleFacts(seed, small).edges.map((it) => [it.id, it]));
    for (const premise of derive(seed)
      .flatMap((it) => it.derivations ?? [])
      .flatMap((it) => it.premises)) {
      expect(['DENIED', 'PLANNED']).not.toContain(edges.get(premise)?.properties.modality);
      expect(edges.get(premise)?.properties.rank).not.toBe('DEPRECATED');
    }
  });

  test.each(seeds(60))('a conclusion is dated by the premises of its first derivation, seed %i', (seed) => {
    const rules = new Map(randomRules(seed).map((it) => [it.id, it]));
    const { stated, edges: inferred } = applyRules(ruleOntology, randomRuleFacts(seed, small), randomRules(seed));
    const edges = new Map([...stated, ...inferred].map((it) => [it.id, it]));
    for (const { validity, derivations } of edges.values()) {
      const [first] = derivations ?? [];
      if (!first || rules.get(first.rule)?.dates.kind !== 'OVERLAP') continue;
      const premises = first.premises.map((it) => edges.get(it)!.validity);
      const together = premises.reduce((a, b) => overlap(a, b)!);
      // Another derivation may let it last longer, and never begin earlier.
      expect(validity).toEqual({ ...together, latestEnd: validity.latestEnd });
      expect(validity.latestEnd).toBeGreaterThanOrEqual(together.latestEnd);
    }
  });

  test.each(seeds(120))(
    'what has a first or a last day has a text for its dates, and never begins before its premises, seed %i',
    (seed) => {
      const rules = new Map(randomRules(seed).map((it) => [it.id, it]));
      const { stated, edges } = applyRules(ruleOntology, randomRuleFacts(seed, small), randomRules(seed));
      const known = new Map([...stated, ...edges].map((it) => [it.id, it]));
      for (const { validity, properties, derivations } of edges) {
        if (validity.earliestStart !== ALWAYS || validity.latestEnd !== FOREVER) expect(properties.when).toBeDefined();
        const [first] = derivations ?? [];
        if (rules.get(first!.rule)!.dates.kind === 'DURING') continue;
        const starts = first!.premises.map((it) => known.get(it)!.validity.earliestStart);
        expect(validity.earliestStart).toBeGreaterThanOrEqual(Math.max(...starts));
      }
    },
  );

  test('these worlds have what trips engines up: many ways, chains, and circles', () => {
    const all = seeds(300).flatMap(derive);
    const inferred = new Set(all.map((it) => it.id));
    const premisesOf = (it: EdgeFact): string[] => it.derivations?.flatMap((way) => way.premises) ?? [];
    expect(all.length).toBeGreaterThan(800);
    expect(all.filter((it) => (it.derivations?.length ?? 0) > 1).length).toBeGreaterThan(200);
    expect(all.filter((it) => premisesOf(it).some((id) => inferred.has(id))).length).toBeGreaterThan(200);
    const twins = (a: EdgeFact): boolean =>
      all.some((b) => premisesOf(a).includes(b.id) && premisesOf(b).includes(a.id));
    expect(all.filter(twins).length).toBeGreaterThan(10);
  });
});
