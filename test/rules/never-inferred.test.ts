import { describe, expect, test } from 'vitest';
import { isError } from '../../src/base/problem.ts';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { EdgeFact, NodeFact } from '../../src/facts/fact.ts';
import { applyRules } from '../../src/rules/apply-rules.ts';
import { isBounding } from '../../src/rules/rule.ts';
import { randomFactsOf } from '../kit/random-facts-of.ts';
import { seeds } from '../kit/random-graph.ts';
import { seedFacts } from '../kit/seed-graph.ts';
import { shippedOntology, shippedRules } from './shipped-rules.ts';

interface World {
  readonly nodes: ReadonlyMap<string, NodeFact>;
  readonly stated: readonly EdgeFact[];
  readonly inferred: readonly EdgeFact[];
  readonly edges: ReadonlyMap<string, EdgeFact>;
}

function worldOf({ nodes, edges }: { nodes: readonly NodeFact[]; edges: readonly EdgeFact[] }): World {
  const { edges: inferred, problems } = applyRules(shippedOntology, { nodes, edges }, shippedRules.rules);
  expect(problems.filter(isError)).toEqual([]);
  return {
    nodes: new Map(nodes.map((it) => [it.id, it])),
    stated: edges,
    inferred,
    edges: new Map([...edges, ...inferred].map((it) => [it.id, it])),
  };
}

/** Every edge that a conclusion rests on in any way, through all steps. */
function restsOn(world: World, edge: EdgeFact, seen: Set<EdgeFact> = new Set()): ReadonlySet<EdgeFact> {
  for (const id of edge.derivations?.flatMap((it) => it.premises) ?? []) {
    const premise = world.edges.get(id);
    if (!premise || seen.has(premise)) continue;
    seen.add(premise);
    restsOn(world, premise, seen);
  }
  return seen;
}

const typeOf = (world: World, id: string): string => world.nodes.get(id)?.type ?? '';

/** The list "never inferred" of the ontology, each line as a law about any world. */
const laws: Readonly<Record<string, (world: World) => void>> = {
  'taking part is not voting': ({ inferred }) => {
    expect(inferred.filter((it) => it.type === 'voted-on' || it.type === 'sponsored')).toEqual([]);
  },
  'a nationality is no mandate': (world) => {
    for (const edge of world.inferred) {
      expect([...restsOn(world, edge)].map((it) => it.type)).not.toContain('national-of');
    }
  },
  'hosting makes no party to a treaty, and the country of the venue no host': (world) => {
    expect(world.inferred.filter((it) => ['party-to', 'signed', 'hosts'].includes(it.type))).toEqual([]);
    for (const edge of world.inferred) {
      const types = [...restsOn(world, edge)].map((it) => it.type);
      expect(types).not.toContain('hosts');
      expect(types).not.toContain('host-country');
    }
  },
  'what is said of a group is said of no state: nothing rests on a group but what is about the group': (world) => {
    for (const edge of world.inferred) {
      const ends = [edge.from, edge.to].map((id) => typeOf(world, id));
      const premises = (edge.derivations ?? []).flatMap((it) => it.premises).map((id) => world.edges.get(id));
      const ofGroups = premises.filter(
        (it) => it && [it.from, it.to].some((id) => typeOf(world, id) === 'UnnamedGroup'),
      );
      if (ofGroups.length > 0) expect(ends).toContain('UnnamedGroup');
    }
  },
  'a dialogue or an appeal makes no participant: from a subject follows the wider subject, and nothing else': (
    world,
  ) => {
    for (const edge of world.inferred) {
      const types = new Set([...restsOn(world, edge)].map((it) => it.type));
      if (edge.type === 'about' || edge.type === 'concerns') types.delete(edge.type);
      for (const said of ['about', 'called-on', 'delivered', 'concerns']) expect(types).not.toContain(said);
    }
  },
  'an election of a person is no seat for a state': (world) => {
    for (const edge of world.inferred.filter((it) => it.type === 'member-of')) {
      for (const { premises } of edge.derivations ?? []) {
        const elections = premises.map((id) => world.edges.get(id)).filter((it) => it?.type === 'elected-to');
        for (const election of elections) expect(election?.from).toBe(edge.from);
      }
    }
  },
  'what is denied, planned or deprecated supports nothing': (world) => {
    for (const edge of world.inferred) {
      for (const { properties } of restsOn(world, edge)) {
        expect(['DENIED', 'PLANNED']).not.toContain(properties.modality);
        expect(properties.rank).not.toBe('DEPRECATED');
      }
    }
  },
  'a conclusion is reported where the strongest way rests on a report': (world) => {
    for (const edge of world.inferred) {
      const premises = edge.derivations?.[0]?.premises.map((id) => world.edges.get(id)) ?? [];
      const reported = premises.some((it) => it?.properties.modality === 'REPORTED');
      expect(edge.properties.modality).toBe(reported ? 'REPORTED' : undefined);
    }
  },
  'nodes come together only through edges that meet: every premise touches the conclusion or another premise': (
    world,
  ) => {
    for (const edge of world.inferred) {
      for (const { premises } of edge.derivations ?? []) {
        const parts = [edge, ...premises.map((id) => world.edges.get(id) as EdgeFact)];
        const reached = new Set([edge.from, edge.to]);
        for (let i = 0; i < parts.length; i++) {
          for (const { from, to, properties } of parts) {
            if (reached.has(from) || reached.has(to))
              for (const it of [from, to, String(properties.at)]) reached.add(it);
          }
        }
        for (const { from, to } of parts) expect(reached.has(from) && reached.has(to)).toBe(true);
      }
    }
  },
};

describe.each(Object.entries(laws))('%s', (_, holds) => {
  test('on the seed', () => holds(worldOf(seedFacts())));

  test.each(seeds(25))('on random facts of the shipped ontology, seed %i', (seed) => {
    holds(worldOf(randomFactsOf(shippedOntology, seed)));
  });
});

describe('two names in one sentence are no relation', () => {
  test.each(seeds(25))('which source says a thing, and where, changes no conclusion, seed %i', (seed) => {
    const { nodes, edges } = randomFactsOf(shippedOntology, seed);
    const random = seededRandom(seed);
    const together = edges.map((edge) => ({
      ...edge,
      sources: ['source:one'],
      properties: { ...edge.properties, locators: [random() < 0.5 ? 'P1' : 'P2'] },
    }));
    expect(worldOf({ nodes, edges: together }).inferred).toEqual(worldOf({ nodes, edges }).inferred);
  });
});

test('the random worlds are worth it: every rule that adds edges concludes something in them', () => {
  const rules = new Set(
    seeds(60).flatMap((seed) =>
      worldOf(randomFactsOf(shippedOntology, seed)).inferred.flatMap(
        (it) => it.derivations?.map((way) => way.rule) ?? [],
      ),
    ),
  );
  expect([...rules].sort()).toEqual(
    shippedRules.rules
      .filter((it) => !isBounding(it))
      .map((it) => it.id)
      .sort(),
  );
});
