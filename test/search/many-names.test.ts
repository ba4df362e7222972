import { describe, expect, test } from 'vitest';
import { makeNames, misspell } from '../../bench/make-names.ts';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { searchNames } from '../../src/search/search-names.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { tinyOntology } from '../kit/tiny-ontology.ts';

describe('among 5,000 names that are much alike', () => {
  const facts = makeNames(5000);
  const view = GraphView.whole(freezeGraph(tinyOntology(['Thing'], []), { nodes: facts, edges: [] }));
  const random = seededRandom(9);
  const asked = Array.from({ length: 500 }, () => facts[Math.floor(random() * facts.length)]!);
  const nameOf = (node: number): unknown => view.graph.nodes.property(node, 'name');

  test('every name is found by itself, first and exactly', () => {
    for (const fact of asked) {
      const [hit] = searchNames(view, String(fact.properties.name));
      expect(hit).toMatchObject({ score: 1, how: 'EXACT' });
      expect(nameOf(hit!.node)).toBe(fact.properties.name);
    }
  });

  test.each([1, 2])('at least 99 in 100 are right first with %i slips', (slips) => {
    const wrong = asked.filter((fact) => {
      const name = String(fact.properties.name);
      const [hit] = searchNames(view, misspell(name, slips, random));
      return hit === undefined || nameOf(hit.node) !== name;
    });
    expect(wrong.length / asked.length).toBeLessThanOrEqual(0.01);
  });
});
