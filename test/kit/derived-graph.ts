/**
 * Random graphs with sources, confidences, modalities and conclusions that rest on other edges, for laws about views.
 *
 * A conclusion may rest on later ones and even on itself in a circle: what stands must then still stand on something.
 */
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { Derivation, EdgeFact, Properties } from '../../src/facts/fact.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { type RandomGraphOptions, randomFacts, randomOntology } from './random-graph.ts';

export const someSources: readonly string[] = ['source:a', 'source:b', 'source:c', 'source:d'];

/** The whole view of a random graph, about a third of whose edges are inferred from others. */
export function derivedGraph(seed: number, options: RandomGraphOptions = {}): GraphView {
  const random = seededRandom(seed * 7919);
  const below = (limit: number): number => Math.floor(random() * limit);
  const { nodes, edges } = randomFacts(seed, options);
  const derivation = (): Derivation => ({
    rule: `R${below(3)}`,
    premises: Array.from({ length: below(3) + Number(below(8) > 0) }, () => edges[below(edges.length)]!.id),
  });
  const facts = edges.map((edge): EdgeFact => {
    if (below(3) === 0) return { ...edge, derivations: Array.from({ length: 1 + below(3) }, derivation) };
    const properties: Record<string, string | number> = {};
    if (below(2) === 0) properties.confidence = below(11) / 10;
    if (below(3) === 0) properties.modality = ['FACT', 'REPORTED', 'PLANNED', 'DENIED'][below(4)]!;
    return { ...edge, sources: someSources.filter(() => below(3) === 0), properties: properties satisfies Properties };
  });
  return GraphView.whole(freezeGraph(randomOntology, { nodes, edges: facts }));
}
