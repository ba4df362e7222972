/**
 * Random graphs that can be repeated: fast code is checked against slow code on them, seed by seed.
 *
 * They hold what trips kernels up: parallel edges, self-loops, lone nodes, a hub, a symmetric edge type, and dates of
 * every kind.
 */
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { EdgeFact, NodeFact } from '../../src/facts/fact.ts';
import { FOREVER, undated, type Validity } from '../../src/facts/validity.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { tinyOntology } from './tiny-ontology.ts';

export interface RandomGraphOptions {
  /** Default 12. */
  readonly nodes?: number;
  /** Default 24. */
  readonly edges?: number;
}

const NODE_TYPES = ['Person', 'Group', 'Place'];
const EDGE_TYPES = ['knows', 'joins', 'meets', 'near'];
const everyPair = NODE_TYPES.flatMap((from) => NODE_TYPES.map((to) => ({ from, to })));

/** The ontology of random graphs: any edge type between any two node types; `meets` is symmetric. */
export const randomOntology: Ontology = tinyOntology(
  NODE_TYPES,
  EDGE_TYPES.map((name) => ({ name, symmetric: name === 'meets', ends: everyPair })),
);

/** Seeds 1 to `count`, for `test.each`. */
export const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** Nodes `n0`, `n1` … and edges `e0`, `e1` …, dates in days 0 to 99. */
export function randomFacts(seed: number, options: RandomGraphOptions = {}): { nodes: NodeFact[]; edges: EdgeFact[] } {
  const { nodes: nodeCount = 12, edges: edgeCount = 24 } = options;
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  // Squaring leans towards low numbers: n0 becomes a hub.
  const node = (): string => `n${Math.floor(random() ** 2 * nodeCount)}`;
  const nodes = Array.from({ length: nodeCount }, (_, i): NodeFact => {
    const id = `n${i}`;
    return { id, type: NODE_TYPES[below(NODE_TYPES.length)]!, properties: { name: id } };
  });
  const edges = Array.from({ length: edgeCount }, (_, i): EdgeFact => {
    const from = node();
    const to = node();
    const validity = randomValidity(below);
    return {
      id: `e${i}`,
      type: EDGE_TYPES[below(EDGE_TYPES.length)]!,
      from,
      to,
      validity,
      sources: [],
      properties: {},
    };
  });
  return { nodes, edges };
}

/** The whole view of a random graph. */
export function randomGraph(seed: number, options: RandomGraphOptions = {}): GraphView {
  return GraphView.whole(freezeGraph(randomOntology, randomFacts(seed, options)));
}

function randomValidity(below: (limit: number) => number): Validity {
  const start = below(100);
  const end = start + below(100 - start);
  switch (below(4)) {
    case 0:
      return undated;
    case 1: // still open
      return { earliestStart: start, latestStart: start, earliestEnd: FOREVER, latestEnd: FOREVER };
    case 2: // end unknown
      return { earliestStart: start, latestStart: start, earliestEnd: start, latestEnd: FOREVER };
    default:
      return { earliestStart: start, latestStart: start + below(end - start + 1), earliestEnd: end, latestEnd: end };
  }
}
