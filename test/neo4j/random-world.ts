/**
 * Random facts for a comparison of engines: those of the other laws, with conclusions among them, which rest on each other
 * in circles too, and with sources of every mixture.
 */
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { EdgeFact, NodeFact, PropertyValue } from '../../src/facts/fact.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { randomView } from '../graphql/random-facts.ts';

const SOURCES = ['s1', 's2', 's3'];

/** Neo4j stores whole characters alone; the halves of pairs that JSON may have are refused when they are loaded. */
const whole = (value: PropertyValue): PropertyValue =>
  typeof value === 'object'
    ? value.map((it) => whole(it) as string)
    : typeof value === 'string' && /\p{Surrogate}/u.test(value)
      ? 'whole'
      : value;

const wholeOf = (properties: NodeFact['properties']): NodeFact['properties'] =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, whole(value)]));

export function randomWorld(ontology: Ontology, seed: number): GraphView {
  const { graph } = randomView(ontology, seed);
  const random = seededRandom(seed);
  const some = <T>(from: readonly T[], most: number): T[] => {
    const count = Math.floor(random() * (most + 1));
    return Array.from({ length: count }, () => from[Math.floor(random() * from.length)]!);
  };
  const nodes = graph.nodes.ids.map((id, node) => ({
    id,
    type: graph.nodes.typeOf(node),
    properties: wholeOf(graph.nodes.properties(node)),
  }));
  const ids = Array.from({ length: graph.edges.count }, (_, edge) => graph.edges.id(edge));
  const edges = ids.map((_, edge): EdgeFact => {
    const fact = graph.edges.fact(edge, graph.nodes.ids);
    const stated = { ...fact, properties: wholeOf(fact.properties) };
    if (random() < 0.7) return { ...stated, sources: [...new Set(some(SOURCES, 2))] };
    const derivations = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, i) => ({
      rule: `R${i}`,
      premises: [...new Set([ids[Math.floor(random() * ids.length)]!, ...some(ids, 2)])],
    }));
    return { ...stated, sources: [], derivations };
  });
  return GraphView.whole(freezeGraph(ontology, { nodes, edges }));
}

/** Directives that select a view, or none. */
export function randomDirectives(seed: number): string {
  const random = seededRandom(seed);
  if (random() < 0.4) return '';
  const chosen = [
    ['@asOf(date: "2024-10-15")', '@asOf(date: "2023", mode: CERTAIN)', '@asOf(date: "2022-10-01")', ''],
    ['@stated', '', '', ''],
    ['@trust(min: 0.4)', '@trust(min: 1)', '', ''],
    [
      '@sources(only: ["s1"])',
      '@sources(except: ["s1", "s3"])',
      '@sources(only: ["s2", "s3"], except: ["s3"])',
      '',
      '',
    ],
    ['@knownBy(date: "2020")', '@knownBy(date: "2020", mode: CERTAIN)', '', '', ''],
  ];
  return chosen.map((of) => of[Math.floor(random() * of.length)]).join(' ');
}
