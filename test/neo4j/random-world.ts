/**
 * Random facts for a comparison of engines: those of the other laws, with conclusions among them, which rest on each other
 * in circles too, and with sources of every mixture.
 */
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { Claim } from '../../src/facts/claim.ts';
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
  // Values that other nodes have, at other times.
  const claims = nodes.flatMap(({ id, type, properties }): Claim[] => {
    const names = [...ontology.nodeTypes.get(type)!.properties.keys()].filter((it) => it !== 'id');
    const others = nodes.filter((it) => it.type === type);
    const property = names[Math.floor(random() * names.length)];
    const value = others[Math.floor(random() * others.length)]!.properties[property ?? ''];
    if (random() < 0.5 || property === undefined || value === undefined || typeof value === 'bigint') return [];
    const shown = properties[property];
    const when = ['2024', '2023-06/..', '/2024-03', '2020/2022'][Math.floor(random() * 4)]!;
    const claim = { node: id, property, rank: 'NORMAL', modality: 'FACT', sources: ['s1'], locators: [''] } as const;
    const now = shown === undefined || typeof shown === 'bigint' ? [] : [{ ...claim, value: shown }];
    return [...now, { ...claim, value, when }];
  });
  return GraphView.whole(freezeGraph(ontology, { nodes, edges, claims }));
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

const EDGE = `id type from { __typename } to { __typename } when since until attested role act status modality confidence rank note rule
  at { __typename } saidBy { __typename } sources { id locator quotation node { __typename } } properties { name value } premises { id }`;

/** Fields of `query.graphql` that Neo4j answers, about nodes and edges of the view and now and then about none. */
export function randomOwnFields({ graph: { nodes, edges, ontology } }: GraphView, seed: number): string {
  const random = seededRandom(seed);
  const oneOf = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const node = (): string => JSON.stringify(random() < 0.03 ? 'nobody' : oneOf(nodes.ids));
  const edge = (): string =>
    JSON.stringify(random() < 0.1 || edges.count === 0 ? 'nothing' : edges.id(Math.floor(random() * edges.count)));
  const types = [...ontology.edgeTypes.keys()];
  const via = (): string =>
    random() < 0.6 || types.length === 0 ? '' : `, via: ${JSON.stringify([oneOf(types), oneOf(types)])}`;
  const way = (): string => oneOf(['', ', direction: OUT', ', direction: IN', ', direction: BOTH']);
  const entry = `{ when attested since until edge { ${EDGE} } other { __typename } node { __typename } property }`;
  const made = [
    () => `entity(id: ${node()}) { __typename }`,
    () => `edge(id: ${edge()}) { ${EDGE} corroboration voices { name self sources } }`,
    () => {
      const step = 'edge { id } corroboration voices { name self sources } moreDerivations';
      return `why(edge: ${edge()}) { ${step} derivations { rule name sentence premises { id corroboration } } steps { ${step} } }`;
    },
    () =>
      `timeline(of: ${node()}${oneOf(['', ', during: "2024"', ', from: "2023-05"'])}${via()}) { entryCount ongoingCount undatedCount
        entries ${entry} ongoing ${entry} undated ${entry} }`,
    () => {
      const list = `{ certainty edge { ${EDGE} } }`;
      return `changes(of: ${node()}, from: "2020", to: "2024") { happenedCount beganCount endedCount becameKnownCount
        happened ${list} began ${list} ended ${list} becameKnown ${list} }`;
    },
    () =>
      `disagreements(of: ${node()}) { kind node { __typename } name to { __typename } rivals { value rank modality edge { ${EDGE} } } }`,
    () =>
      `neighbourhood(of: [${node()}, ${node()}], depth: ${oneOf([0, 1, 2, 3])}, first: ${oneOf([3, 10, 100])}${via()}${way()}) {
        nodes { __typename } distances edges { ${EDGE} } truncated certainty { certain possible seenAtOtherTimes } }`,
    () =>
      `paths(from: ${node()}, to: ${node()}, maxHops: ${oneOf([1, 3, 6])}, first: ${oneOf([1, 5])}${via()}${way()}${oneOf(['', ', by: CONFIDENCE', ', concurrent: true'])}) {
        truncated paths { length nodes { __typename } hops { forward edge { ${EDGE} } alternatives { id } } } }`,
    () =>
      `ranking(by: DEGREE, first: ${oneOf([1, 4, 50])}${oneOf(['', ', direction: OUT', ', direction: IN'])}${via()}) { score node { __typename } }`,
    () =>
      `ranking(by: DEGREE, type: ${JSON.stringify(oneOf([...ontology.nodeTypes.keys()]))}) { score node { __typename } }`,
  ];
  return `{ a: ${oneOf(made)()} b: ${oneOf(made)()} }`;
}
