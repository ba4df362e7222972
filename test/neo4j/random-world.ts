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
import { namedDate } from '../../src/views/named-date.ts';
import type { ViewSelection } from '../../src/views/select-view.ts';
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

/** Directives that select a view, or none; of sources they name those that the graph has. */
export function randomDirectives({ graph: { edges, nodes } }: GraphView, seed: number): string {
  const random = seededRandom(seed);
  if (random() < 0.4) return '';
  const oneOf = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const { sourceIds } = edges.columns;
  const source = (): string => JSON.stringify(oneOf(sourceIds));
  const chosen = [
    [
      '@asOf(date: "2024-10-15")',
      '@asOf(date: "2023", mode: CERTAIN)',
      '@asOf(date: "2022-10-01")',
      `@asOf(whenOf: ${JSON.stringify(random() < 0.5 || edges.count === 0 ? oneOf(nodes.ids) : edges.id(Math.floor(random() * edges.count)))})`,
      '',
    ],
    ['@stated', '', '', ''],
    ['@trust(min: 0.4)', '@trust(min: 1)', '', ''],
    sourceIds.length === 0
      ? ['']
      : [
          `@sources(only: [${source()}])`,
          `@sources(except: [${source()}, ${source()}])`,
          `@sources(only: [${source()}, ${source()}], except: [${source()}])`,
          '',
          '',
        ],
    ['@knownBy(date: "2020")', '@knownBy(date: "2020", mode: CERTAIN)', '', '', ''],
    ['@supported(sources: 2)', '@supported(corroboration: SINGLE)', '', '', '', '', '', '', '', ''],
  ];
  return chosen.map(oneOf).join(' ');
}

/** Parts of a graph that a program may connect to. */
export function randomSelections(view: GraphView): ViewSelection[] {
  const { nodes, edges, ontology } = view.graph;
  const isDated = (id: string): boolean => {
    try {
      return namedDate(view, id) !== '';
    } catch {
      return false;
    }
  };
  const dated = [...nodes.ids, ...Array.from({ length: edges.count }, (_, edge) => edges.id(edge))].find(isDated);
  const [first = '', last = ''] = [nodes.ids[0], nodes.ids.at(-1)];
  const types = [...ontology.nodeTypes.keys()];
  const via = [...ontology.edgeTypes.keys()].slice(0, 2);
  return [
    { around: [first, last], depth: 1, asOf: '2024' },
    { around: [last], depth: 2, types: types.slice(-3) },
    { types: types.slice(0, 2), linked: true },
    { linked: true, via, ...(dated !== undefined && { asOfWhenOf: dated }) },
  ];
}

const EDGE = `id type from { __typename } to { __typename } when since until attested role act status modality confidence rank note rule
  at { __typename } saidBy { __typename } sources { id locator quotation node { __typename } } properties { name value } premises { id }`;

/** Fields of `query.graphql`, about nodes and edges of the view and now and then about none. */
export function randomOwnFields(view: GraphView, seed: number): string {
  const { nodes, edges, ontology } = view.graph;
  const random = seededRandom(seed);
  const oneOf = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const shown = nodes.ids.filter((_, node) => view.hasNode(node));
  const node = (): string =>
    JSON.stringify(random() < 0.03 ? 'nobody' : oneOf(random() < 0.1 || shown.length === 0 ? nodes.ids : shown));
  const edge = (): string =>
    JSON.stringify(random() < 0.1 || edges.count === 0 ? 'nothing' : edges.id(Math.floor(random() * edges.count)));
  const types = [...ontology.edgeTypes.keys()];
  const type = (): string => JSON.stringify(oneOf([...ontology.nodeTypes.keys()]));
  const texts = (): string[] =>
    nodes.ids.flatMap((_, it) => Object.values(nodes.properties(it)).filter((value) => typeof value === 'string'));
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
    () => `ranking(by: DEGREE, type: ${type()}) { score node { __typename } }`,
    () =>
      `similar(of: ${node()}${oneOf(['', ', by: SHARED', `, type: ${type()}`])}${way()}) { score shared either node { __typename } examples { __typename } }`,
  ];
  const onAll = [
    () =>
      `search(text: ${JSON.stringify(oneOf([...texts(), 'x', 'plain']))}) { node { __typename } score matched how edits }`,
    () =>
      `ranking(by: ${oneOf(['PAGERANK', 'CORE', 'CLUSTERING', 'BETWEENNESS'])}${via()}) { score error node { __typename } }`,
    () =>
      `communities(by: ${oneOf(['LOUVAIN', 'LABELS', 'COMPONENTS'])}${via()}) { modularity groups { size nodes { __typename } } }`,
    () => {
      const of = oneOf([...ontology.nodeTypes.values()]);
      const by = oneOf([...of.properties.keys(), ...of.relations.keys()]);
      return `groupCount(type: ${JSON.stringify(of.name)}, by: ${JSON.stringify(by)}) { value count node { __typename } nodes { __typename } }`;
    },
    () =>
      `retract(source: ${JSON.stringify(oneOf([...edges.columns.sourceIds, 'nobody']))}) { statementCount weakenedCount conclusionCount statements ${'{ id }'} }`,
    () => `timeline(during: "2024") { entryCount ongoingCount undatedCount entries ${entry} }`,
    () => 'changes(from: "2020", to: "2024") { happenedCount beganCount endedCount becameKnownCount }',
    () => `disagreements { kind node { __typename } name rivals { value edge { ${EDGE} } } }`,
    () => 'dataset { nodes edges inferred sources from until nodeTypes { name count } edgeTypes { name count } }',
    () => `paths(from: ${node()}, to: ${node()}, by: CORROBORATION) { paths { length hops { edge { id } } } }`,
  ];
  return `{ a: ${oneOf(made)()} b: ${oneOf(random() < 0.3 ? onAll : made)()} }`;
}
