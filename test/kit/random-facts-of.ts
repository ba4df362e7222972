/**
 * Random facts under any ontology: nodes of every type, edges of every edge type between ends that it may join, with the
 * envelope that its properties allow. What must hold whatever the facts say is tested on them.
 */
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { EdgeFact, NodeFact, PropertyValue } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import type { Ontology, Property } from '../../src/ontology/ontology.ts';

export interface RandomFactsSize {
  /** Nodes of each type; default 3. */
  readonly nodesOfType?: number;
  /** Edges of each edge type; default 6. */
  readonly edgesOfType?: number;
}

const SOURCES = ['source:a', 'source:b', 'source:c'];

export function randomFactsOf(
  ontology: Ontology,
  seed: number,
  { nodesOfType = 3, edgesOfType = 6 }: RandomFactsSize = {},
): { nodes: NodeFact[]; edges: EdgeFact[] } {
  const random = seededRandom(seed * 6_700_417);
  const below = (limit: number): number => Math.floor(random() * limit);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const date = (): string => {
    const [first, last] = [2000 + below(5), 2000 + below(5)].sort();
    return one([`${first}`, `${first}-0${1 + below(9)}`, `${first}/${last}`, `${first}/..`, `${first}/`]);
  };
  const randomValue = ({ name, kind, list }: Property): PropertyValue | undefined => {
    if (list || name === 'id' || name === 'name') return undefined;
    if ('enum' in kind) return one(kind.enum.values).name;
    if (kind.scalar === 'PartialDate') return date();
    if (kind.scalar === 'Int') return below(4);
    if (kind.scalar === 'Boolean') return below(2) === 0;
    return kind.scalar === 'String' ? one(['x', 'y']) : undefined;
  };
  const some = (properties: Iterable<Property>, share: number): Record<string, PropertyValue> => {
    const found: Record<string, PropertyValue> = {};
    for (const it of properties) {
      const value = random() < share ? randomValue(it) : undefined;
      if (value !== undefined) found[it.name] = value;
    }
    return found;
  };

  const nodes = [...ontology.nodeTypes.values()].flatMap((type) =>
    Array.from({ length: nodesOfType }, (_, i): NodeFact => {
      const id = `${type.name.toLowerCase()}:${i}`;
      return { id, type: type.name, properties: { name: id, ...some(type.properties.values(), 0.7) } };
    }),
  );
  const nodesOf = (type: string): readonly NodeFact[] => nodes.filter((it) => it.type === type);
  const derived = new Set(['status', 'since', 'until', 'rule', 'modality', 'rank', 'confidence']);
  const edges = [...ontology.edgeTypes.values()].flatMap((type) =>
    Array.from({ length: edgesOfType }, (): EdgeFact => {
      const ends = one(type.ends);
      const known = ontology.edgePropertyTypes.get(type.properties ?? '')?.properties ?? new Map<string, Property>();
      const properties = some(
        [...known.values()].filter((it) => !derived.has(it.name)),
        0.3,
      );
      if (known.has('at') && below(2) === 0)
        properties.at = one([...nodesOf('Conference'), ...nodesOf('Event'), ...nodes]).id;
      if (below(4) === 0) properties.modality = one(['REPORTED', 'PLANNED', 'DENIED']);
      if (below(6) === 0) properties.rank = one(['PREFERRED', 'DEPRECATED']);
      if (below(4) === 0) properties.confidence = (1 + below(10)) / 10;
      return makeEdge({
        type: type.name,
        from: one(nodesOf(ends.from)).id,
        to: one(nodesOf(ends.to)).id,
        sources: SOURCES.slice(below(3)),
        properties,
        symmetric: type.symmetric,
      });
    }),
  );
  // Two draws may say the same; the first stands.
  return { nodes, edges: [...new Map(edges.toReversed().map((it) => [it.id, it])).values()].reverse() };
}
