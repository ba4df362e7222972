/**
 * Random facts for any ontology, by seed: a few nodes of each type, values of each kind, some of them missing, and edges
 * of each type, parallel ones and loops among them.
 */
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { EdgeFact, NodeFact, Properties, PropertyValue, ScalarValue } from '../../src/facts/fact.ts';
import { readPartialDate } from '../../src/facts/partial-date.ts';
import { undated } from '../../src/facts/validity.ts';
import type { Ontology, Property, ScalarName } from '../../src/ontology/ontology.ts';
import { relationsByEdgeType } from '../../src/ontology/relation-ends.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';

/** Edge properties that are derived, or kept beside the others. */
const HELD_ELSEWHERE: ReadonlySet<string> = new Set([
  'id',
  'since',
  'until',
  'status',
  'rule',
  'premises',
  'sources',
  'locators',
]);

type Random = () => number;
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

const values: Readonly<Record<ScalarName, readonly ScalarValue[]>> = {
  ID: ['x1', 'x2', 'ü"3'],
  String: ['', 'plain', 'with "quotes" and \\', 'line\nbreak', 'Ерлан', '💥', '\ud800'],
  Int: [0, -1, 7, 2_147_483_647],
  Float: [0, -0.5, 1e21, 3],
  BigInt: [0, 12n, 9_007_199_254_740_993n],
  Boolean: [true, false],
  Date: ['2024-02-29', '1949-08-12'],
  DateTime: ['2024-01-02T03:04:05Z', '2024-01-02T03:04:05.678+05:00'],
  LocalDateTime: ['2024-01-02T03:04:05', '2024-01-02T03:04:05.600'],
  Time: ['03:04:05Z', '03:04+05:00'],
  LocalTime: ['03:04:05', '23:59:59.5'],
  Duration: ['P1M', 'P30D', 'PT1H30M'],
  Point: ['POINT (71.43 51.13)', 'POINT Z (0 0 12.5)'],
  CartesianPoint: ['POINT (1 2)', 'POINT Z (1 2 3)'],
  Custom: ['x1', 'plain'],
  PartialDate: ['2024', '2024-10', '2022-10-01/..', '2022-10-01/'],
};

function someValue(random: Random, { kind }: Property): ScalarValue {
  return 'enum' in kind ? pick(random, kind.enum.values).name : pick(random, values[kind.scalar]);
}

function propertiesOf(random: Random, properties: Iterable<Property>): Properties {
  const given: Record<string, PropertyValue> = {};
  for (const property of properties) {
    if (!property.required && random() < 0.4) continue;
    const count = Math.floor(random() * 3);
    given[property.name] = property.list
      ? Array.from({ length: count }, () => someValue(random, property))
      : someValue(random, property);
  }
  return given;
}

/** The whole view of random facts under `ontology`. */
export function randomView(ontology: Ontology, seed: number, nodesPerType = 4, edgesPerPair = 5): GraphView {
  const random = seededRandom(seed);
  const nodes = [...ontology.nodeTypes.values()].flatMap((type, place) =>
    Array.from({ length: 1 + Math.floor(random() * nodesPerType) }, (_, i): NodeFact => {
      const { id: _id, ...properties } = propertiesOf(random, type.properties.values());
      const kind = type.properties.get('id')?.kind;
      const isNumber = kind && 'scalar' in kind && kind.scalar === 'Int';
      return { id: isNumber ? String(100 * place + i) : `${type.name}:${i}`, type: type.name, properties };
    }),
  );
  const idsOf = (type: string): string[] => nodes.filter((it) => it.type === type).map((it) => it.id);
  const edges: EdgeFact[] = [];
  for (const { name, ends } of ontology.edgeTypes.values()) {
    // An edge type may carry one thing here and another there: each edge gets all of it.
    const named = relationsByEdgeType(ontology).get(name) ?? [];
    const kinds = new Set(named.map((it) => ontology.edgePropertyTypes.get(it.relation.properties ?? '')));
    const carried = [...kinds].flatMap((it) => [...(it?.properties.values() ?? [])]);
    for (const { from, to } of ends) {
      for (let i = Math.floor(random() * edgesPerPair); i > 0; i--) {
        const given = propertiesOf(
          random,
          carried.filter((it) => !HELD_ELSEWHERE.has(it.name)),
        );
        const date = given.when === undefined ? undefined : readPartialDate(String(given.when));
        edges.push({
          id: `e${edges.length}`,
          type: name,
          from: pick(random, idsOf(from)),
          to: pick(random, idsOf(to)),
          validity: date && !('reason' in date) ? date.validity : undated,
          sources: random() < 0.5 ? [] : ['s1', 's2'],
          properties: given,
        });
      }
    }
  }
  return GraphView.whole(freezeGraph(ontology, { nodes, edges }));
}
