import { expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { edgesCiting, nodesCitingOnly } from '../../src/store/citing.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { randomFacts, randomOntology, seeds } from '../kit/random-graph.ts';

test.each(seeds(20))('who cites some sources is found as by asking each edge and node, seed %i', (seed) => {
  const random = seededRandom(seed);
  const cited = (): string[] => ['s:a', 's:b', 's:c', 's:d'].filter(() => random() < 0.4);
  const { nodes, edges } = randomFacts(seed, { nodes: 20, edges: 60 });
  const graph = freezeGraph(randomOntology, {
    nodes: nodes.map((it) => ({ ...it, properties: { ...it.properties, sources: cited() } })),
    edges: edges.map((it) => ({ ...it, sources: cited() })),
  });
  for (const asked of [[], ['s:a'], ['s:b', 's:d'], ['s:c', 's:unheard-of'], ['s:a', 's:b', 's:c', 's:d']]) {
    const sources = new Set(asked);
    const numbers = Array.from({ length: graph.edges.count }, (_, edge) => edge);
    expect(edgesCiting(graph.edges, sources)).toEqual(
      numbers.filter((edge) => graph.edges.sources(edge).some((id) => sources.has(id))),
    );
    const alone = Array.from({ length: graph.nodes.count }, (_, node) => node).filter((node) => {
      const own = graph.nodes.property(node, 'sources') as readonly string[];
      return own.length > 0 && own.every((id) => sources.has(id));
    });
    expect(nodesCitingOnly(graph.nodes, sources)).toEqual(alone);
  }
});
