/**
 * A search that was prepared in slices finds what one finds that was not.
 */
import { expect, test } from 'vitest';
import { prepareSearch, searchNames } from '../../src/search/search-names.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { randomFacts, randomOntology, seeds } from '../kit/random-graph.ts';

test.each(seeds(10))('on random graph %i', async (seed) => {
  const { nodes, edges } = randomFacts(seed, { nodes: 200, edges: 300 });
  const named = nodes.map((it, i) => ({
    ...it,
    properties: { ...it.properties, name: `Office ${i % 40} of ${it.id}` },
  }));
  const [plain, prepared] = [1, 2].map(() => GraphView.whole(freezeGraph(randomOntology, { nodes: named, edges }))) as [
    GraphView,
    GraphView,
  ];
  await prepareSearch(prepared.graph);
  for (const text of ['office 7', 'ofice n12', 'of n3', 'nobody']) {
    expect(searchNames(prepared, text)).toEqual(searchNames(plain, text));
  }
});
