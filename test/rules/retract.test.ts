import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { EdgeFact } from '../../src/facts/fact.ts';
import { concludeGraph } from '../../src/rules/apply-rules.ts';
import { type Retracted, retract } from '../../src/rules/retract.ts';
import type { KnowledgeGraph } from '../../src/store/knowledge-graph.ts';
import { someSources } from '../kit/derived-graph.ts';
import { graphWithout } from '../kit/graph-without.ts';
import { seeds } from '../kit/random-graph.ts';
import { randomRuleFacts, randomRules, ruleOntology } from '../kit/random-rules.ts';

const small = { nodes: 6, edges: 14 };

const graphOf = (edges: readonly EdgeFact[], seed: number, rules = randomRules(seed)): KnowledgeGraph =>
  concludeGraph(ruleOntology, { nodes: randomRuleFacts(seed, small).nodes, edges }, rules).graph;

/** All facts of a graph, in an order that the facts alone give. */
function factsOf({ edges, nodes }: KnowledgeGraph): EdgeFact[] {
  const facts = Array.from({ length: edges.count }, (_, edge) => edges.fact(edge, nodes.ids));
  return facts.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The stated facts that outlive a retraction, worked out by hand. */
function leftOf(edges: readonly EdgeFact[], { sources = [], edges: ids = [] }: Retracted): EdgeFact[] {
  return edges.flatMap((edge) => {
    if (ids.includes(edge.id)) return [];
    const left = edge.sources.filter((it) => !sources.includes(it));
    return left.length === 0 && edge.sources.length > 0 ? [] : [{ ...edge, sources: left }];
  });
}

describe('on random facts and random rules', () => {
  test.each(seeds(300))('what a retraction leaves is what deriving from scratch gives, seed %i', (seed) => {
    const random = seededRandom(seed * 31);
    const below = (limit: number): number => Math.floor(random() * limit);
    const { edges } = randomRuleFacts(seed, small);
    const rules = randomRules(seed);
    const graph = graphOf(edges, seed);
    const what: Retracted = [
      { sources: [someSources[1]!] },
      { sources: someSources.slice(0, 2) },
      { edges: [edges[below(14)]!.id] },
      { edges: [edges[below(14)]!.id, edges[below(14)]!.id], sources: [someSources[2]!] },
      { rules: [rules[below(rules.length)]!.id] },
      { rules: [rules[0]!.id], edges: [edges[below(14)]!.id] },
    ][below(6)]!;
    const afresh = graphOf(
      leftOf(edges, what),
      seed,
      rules.filter((it) => !what.rules?.includes(it.id)),
    );
    const retraction = retract(graph, what);
    expect(factsOf(graphWithout(graph, retraction))).toEqual(factsOf(afresh));
    const names = (it: KnowledgeGraph): string[] => factsOf(it).map((fact) => fact.id);
    const fallen = names(graph).filter(
      (id) => !names(afresh).includes(id) && graph.edges.isInferred(graph.edges.numberOf(id)!),
    );
    expect(retraction.fallen.map((edge) => graph.edges.id(edge)).sort()).toEqual(fallen);
    expect(retraction.arisen.map((it) => it.id)).toEqual(names(afresh).filter((id) => !names(graph).includes(id)));
  });

  test.each(seeds(30))('retracting again and again is retracting at once, seed %i', (seed) => {
    const { edges } = randomRuleFacts(seed, small);
    const ids = edges.slice(0, 4).map((it) => it.id);
    const graph = graphOf(edges, seed);
    const atOnce = graphWithout(graph, retract(graph, { edges: ids }));
    const oneByOne = ids.reduce((left, id) => graphWithout(left, retract(left, { edges: [id] })), graph);
    expect(factsOf(oneByOne)).toEqual(factsOf(atOnce));
  });

  test('these retractions make conclusions fall, change and arise', () => {
    const all = seeds(330).map((seed) => {
      const { edges } = randomRuleFacts(seed, small);
      return retract(graphOf(edges, seed), { edges: edges.slice(0, 3).map((it) => it.id) });
    });
    const total = (name: 'fallen' | 'changed' | 'arisen'): number => all.reduce((sum, it) => sum + it[name].length, 0);
    expect(total('fallen')).toBeGreaterThan(300);
    expect(total('changed')).toBeGreaterThan(80);
    expect(total('arisen')).toBeGreaterThan(15);
  });
});
