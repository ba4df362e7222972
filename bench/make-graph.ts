/**
 * A seeded graph as lopsided as real ones, of any size.
 *
 * Degrees follow power laws in both directions (a few hubs, many leaves); twelve edge types go by Zipf's law; every edge
 * has a day in a century and one to three sources. The same size and seed give the same graph on every machine.
 */
import { seededRandom } from '../src/base/seeded-random.ts';
import type { EdgeFact, NodeFact } from '../src/facts/fact.ts';
import type { GraphRecords } from '../src/index.ts';
import type { Ontology } from '../src/ontology/ontology.ts';
import type { GraphFacts } from '../src/store/knowledge-graph.ts';
import { tinyOntology } from '../test/kit/tiny-ontology.ts';

const NODE_TYPES = ['State', 'Official', 'Organisation', 'Resolution', 'Initiative', 'Treaty'];
export const EDGE_TYPES: readonly string[] = Array.from({ length: 12 }, (_, i) => `relation-${i}`);
/** Edges have a start on one of these days, counted from 1926-01-01. */
const CENTURY = 36_525;
const FIRST_DAY = Date.UTC(1926, 0, 1) / 86_400_000;
const SOURCES = 5000;

const everyPair = NODE_TYPES.flatMap((from) => NODE_TYPES.map((to) => ({ from, to })));

export const madeOntology: Ontology = tinyOntology(
  NODE_TYPES,
  EDGE_TYPES.map((name) => ({ name, symmetric: false, ends: everyPair })),
);

export interface MadeSize {
  readonly nodes: number;
  readonly edges: number;
  /** Default 42. */
  readonly seed?: number;
}

/** The ends, type and day of every edge, in columns: what every engine of a bench is filled from. */
export interface MadeEdges {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly type: Uint8Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
}

export function makeEdges({ nodes, edges, seed = 42 }: MadeSize): MadeEdges {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  // Hubs get arbitrary numbers, so that no engine profits from finding them at the front.
  const shuffled = Uint32Array.from({ length: nodes }, (_, i) => i);
  for (let i = nodes - 1; i > 0; i--) {
    const j = below(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  const shares = EDGE_TYPES.map((_, type) => 1 / (type + 1));
  const all = shares.reduce((sum, share) => sum + share);
  const made: MadeEdges = {
    from: new Uint32Array(edges),
    to: new Uint32Array(edges),
    type: new Uint8Array(edges),
    day: new Int32Array(edges),
  };
  for (let edge = 0; edge < edges; edge++) {
    const from = shuffled[Math.floor(nodes * random() ** 2)]!;
    const to = shuffled[Math.floor(nodes * random() ** 3)]!;
    made.from[edge] = from;
    made.to[edge] = to === from ? (to + 1) % nodes : to;
    let type = 0;
    for (let rest = random() * all - shares[0]!; rest > 0 && type < shares.length - 1; rest -= shares[type]!) type++;
    made.type[edge] = type;
    made.day[edge] = FIRST_DAY + below(CENTURY);
  }
  return made;
}

/** The ontology as a program would give it: every type is related to every other by every edge type, with dates. */
export const madeSchema: string = `
scalar PartialDate
interface Thing { id: ID! name: String! }
type Dated @relationshipProperties { id: ID! when: PartialDate since: Date until: Date }
${NODE_TYPES.map((type) => {
  const fields = EDGE_TYPES.flatMap((edge, i) =>
    ['OUT', 'IN'].map(
      (way) =>
        `${way.toLowerCase()}${i}: [Thing!]! @relationship(type: "${edge}", direction: ${way}, properties: "Dated")`,
    ),
  );
  return `type ${type} implements Thing @node { id: ID! name: String! ${fields.join(' ')} }`;
}).join('\n')}`;

/** The graph as records, for `openGraph`. */
export function makeRecords(size: MadeSize, { from, to, type, day }: MadeEdges): GraphRecords {
  const nodes = Array.from({ length: size.nodes }, (_, node) => ({
    id: nodeId(node),
    type: NODE_TYPES[node % NODE_TYPES.length]!,
    name: `Name ${node}`,
  }));
  const edges = Array.from(from, (source, edge) => ({
    from: nodeId(source),
    edge: EDGE_TYPES[type[edge]!]!,
    to: nodeId(to[edge]!),
    when: isoDay(day[edge]!),
  }));
  return { nodes, edges };
}

export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export const nodeId = (node: number): string => `node:${String(node).padStart(8, '0')}`;

/** Facts for `freezeGraph`. Edges are made one at a time: a million of them at once would be half a gigabyte. */
export function makeFacts(size: MadeSize, made: MadeEdges = makeEdges(size)): GraphFacts {
  const nodes = Array.from({ length: size.nodes }, (_, node): NodeFact => {
    const id = nodeId(node);
    return { id, type: NODE_TYPES[node % NODE_TYPES.length]!, properties: { name: `Name ${node}` } };
  });
  return { nodes, edges: edgeFacts(made) };
}

function* edgeFacts({ from, to, type, day }: MadeEdges): Generator<EdgeFact> {
  for (let edge = 0; edge < from.length; edge++) {
    const start = day[edge]!;
    yield {
      id: `edge:${edge.toString(16).padStart(16, '0')}`,
      type: EDGE_TYPES[type[edge]!]!,
      from: nodeId(from[edge]!),
      to: nodeId(to[edge]!),
      validity: { earliestStart: start, latestStart: start, earliestEnd: start, latestEnd: start },
      sources: Array.from({ length: 1 + (edge % 3) }, (_, i) => `source:${(edge * 40_503 + i * 7919) % SOURCES}`),
      properties: {},
    };
  }
}

/** What is asked of a made graph: the same questions for every engine. */
export interface MadeQuestions {
  /** Nodes with at least one edge out. */
  readonly starts: readonly number[];
  readonly pairs: readonly (readonly [number, number])[];
  /** Edges of these types, dated in the later 70 %, are asked for. */
  readonly types: readonly string[];
  readonly firstDay: number;
}

export function makeQuestions(size: MadeSize, made: MadeEdges, seed = 7): MadeQuestions {
  const random = seededRandom(seed);
  const hasOut = new Uint8Array(size.nodes);
  for (const from of made.from) hasOut[from] = 1;
  const any = (): number => Math.floor(random() * size.nodes);
  const start = (): number => {
    for (;;) {
      const node = any();
      if (hasOut[node] === 1) return node;
    }
  };
  return {
    starts: Array.from({ length: 200 }, start),
    pairs: Array.from({ length: 50 }, () => [start(), any()] as const),
    types: EDGE_TYPES.slice(0, 3),
    firstDay: FIRST_DAY + Math.floor(CENTURY * 0.3),
  };
}
