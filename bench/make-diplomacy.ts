/**
 * A seeded diplomatic world of any size under the shipped ontology: what rules are measured on.
 *
 * Speakers hold posts, head bodies and speak at conferences; delegations take part; venues lie in cities, cities in
 * regions, regions in states; and a third of the edges are of types that no rule looks at. Popularity is lopsided: a few
 * conferences, states and speakers have most of the edges. The same size and seed give the same world on every machine.
 */
import { seededRandom } from '../src/base/seeded-random.ts';
import type { EdgeFact, NodeFact, Properties } from '../src/facts/fact.ts';
import { makeEdge } from '../src/facts/make-edge.ts';

const SOURCES = 5000;

/** Who is in the world, as shares of the number of edges; states are as many as there are. */
const population = {
  Official: 0.05,
  Organisation: 0.02,
  Office: 0.03,
  Conference: 0.005,
  Delegation: 0.05,
  Place: 0.01,
  Initiative: 0.001,
  Topic: 0.005,
  Treaty: 0.0005,
  Resolution: 0.01,
};
type Population = keyof typeof population | 'State';

/** Edge types with their ends and their share of all edges; the rest of the shares is for types without rules. */
const relations: readonly (readonly [type: string, from: Population, to: Population, share: number])[] = [
  ['spoke-at', 'Official', 'Conference', 0.16],
  ['holds', 'Official', 'Office', 0.1],
  ['office-for', 'Office', 'State', 0.03],
  ['heads', 'Official', 'Organisation', 0.03],
  ['organ-of', 'Organisation', 'State', 0.015],
  ['part-of', 'Organisation', 'Organisation', 0.01],
  ['delegation-of', 'Delegation', 'State', 0.05],
  ['participated-in', 'Delegation', 'Conference', 0.06],
  ['represented', 'Official', 'State', 0.04],
  ['elected-to', 'Official', 'Organisation', 0.01],
  ['carries-seat-in', 'Office', 'Organisation', 0.002],
  ['held-in', 'Conference', 'Place', 0.006],
  ['located-in', 'Place', 'Place', 0.008],
  ['located-in', 'Place', 'State', 0.004],
  ['co-launched', 'State', 'Initiative', 0.02],
  ['national-of', 'Official', 'State', 0.05],
  ['member-of', 'State', 'Organisation', 0.1],
  ['voted-on', 'State', 'Resolution', 0.2],
  ['concerns', 'Conference', 'Topic', 0.055],
  ['party-to', 'State', 'Treaty', 0.05],
];

export interface MadeDiplomacy {
  readonly nodes: readonly NodeFact[];
  readonly edges: readonly EdgeFact[];
}

/** About `edges` stated edges: draws that say the same as an earlier one are left out. */
export function makeDiplomacy(edges: number, seed = 42): MadeDiplomacy {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const counts = { State: 200 } as Record<Population, number>;
  for (const [type, share] of Object.entries(population))
    counts[type as Population] = Math.max(3, Math.round(edges * share));
  const idOf = (type: Population, number: number): string => `${type.toLowerCase()}:${number}`;
  const any = (type: Population): string => idOf(type, Math.floor(counts[type] * random() ** 1.7));

  const nodes = (Object.keys(counts) as Population[]).flatMap((type) =>
    Array.from({ length: counts[type] }, (_, i): NodeFact => {
      return { id: idOf(type, i), type, properties: { name: `${type} ${i}`, ...propertiesOf(type, i, below) } };
    }),
  );
  const made = new Map<string, EdgeFact>();
  for (const [type, from, to, share] of relations) {
    for (let left = Math.round(edges * share); left > 0; left--) {
      // Places nest one way, so that there are regions of regions and no circles of cities.
      const ends = type === 'located-in' && to === 'Place' ? nested(counts.Place, below) : undefined;
      const source = ends
        ? idOf('Place', ends[0])
        : type === 'delegation-of'
          ? idOf(from, left % counts[from])
          : any(from);
      const target = ends ? idOf('Place', ends[1]) : any(to);
      const edge = makeEdge({
        type,
        from: source,
        to: target,
        sources: Array.from({ length: 1 + below(3) }, () => `source:${below(SOURCES)}`),
        properties: qualifiersOf(type, () => any('Conference'), below),
        symmetric: false,
      });
      made.set(edge.id, edge);
    }
  }
  return { nodes, edges: [...made.values()] };
}

function nested(places: number, below: (limit: number) => number): [number, number] {
  const inner = 1 + below(places - 1);
  return [inner, below(inner)];
}

function propertiesOf(type: Population, i: number, below: (limit: number) => number): Properties {
  if (type === 'Organisation') return { kind: i % 4 === 0 ? 'MINISTRY' : 'IGO' };
  if (type !== 'Conference') return {};
  const day = `${1990 + below(34)}-0${1 + below(9)}-1${below(10)}`;
  return { series: `Series ${i % 97}`, ordinal: Math.floor(i / 97) + 1, when: day };
}

function qualifiersOf(type: string, occasion: () => string, below: (limit: number) => number): Properties {
  const properties: Record<string, string | number> = {};
  if (type === 'represented' || type === 'elected-to') properties.at = occasion();
  if (type === 'holds' || type === 'heads' || type === 'member-of') {
    const start = 1985 + below(30);
    properties.when = below(3) === 0 ? `${start}/..` : `${start}/${start + 1 + below(9)}`;
  }
  if (type === 'co-launched') properties.when = `${1995 + below(29)}-0${1 + below(9)}`;
  if (below(10) === 0) properties.modality = 'REPORTED';
  if (below(10) === 0) properties.confidence = 0.5 + below(5) / 10;
  return properties;
}
