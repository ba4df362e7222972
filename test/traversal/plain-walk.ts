/**
 * Walks in the plainest way: every way is a list of nodes and edges, every step makes all of the next ways at once.
 */
import { type Certainty, holdsIn, type Period } from '../../src/facts/validity.ts';
import type { Direction, GraphView } from '../../src/views/graph-view.ts';

export interface PlainWay {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

export const lastOf = (way: PlainWay): string => way.nodes.at(-1) ?? '';

export interface PlainHop {
  readonly direction: Direction;
  readonly types: readonly string[] | undefined;
  readonly period?: Period;
  readonly certainty?: Certainty;
}

export const startWays = (ids: readonly string[]): PlainWay[] => ids.map((id) => ({ nodes: [id], edges: [] }));

/** Every way, one hop further. */
export function plainExpand(view: GraphView, ways: readonly PlainWay[], hop: PlainHop): PlainWay[] {
  return ways.flatMap((way) => hopsFrom(view, lastOf(way), hop).map(([edge, node]) => goOn(way, edge, node)));
}

const goOn = (way: PlainWay, edge: string, node: string): PlainWay => ({
  nodes: [...way.nodes, node],
  edges: [...way.edges, edge],
});

function hopsFrom(view: GraphView, id: string, hop: PlainHop): [edge: string, node: string][] {
  const { edges, nodes } = view.graph;
  const found: [string, string][] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    const type = edges.typeOf(edge);
    if (!view.hasEdge(edge) || (hop.types && !hop.types.includes(type))) continue;
    if (hop.period && !holdsIn(edges.validityOf(edge), hop.period, hop.certainty ?? 'POSSIBLE')) continue;
    const [from, to] = [nodes.ids[edges.from[edge]!]!, nodes.ids[edges.to[edge]!]!];
    const symmetric = view.ontology.edgeTypes.get(type)?.symmetric === true;
    const forth = hop.direction !== 'IN' || symmetric;
    const back = hop.direction !== 'OUT' || symmetric;
    if (forth && from === id) found.push([edges.id(edge), to]);
    if (back && to === id && !(forth && from === to)) found.push([edges.id(edge), from]);
  }
  return found;
}

/** Ways as texts, sorted: two bags of ways are equal when these are. */
export const inWords = (ways: readonly PlainWay[]): string[] =>
  ways.map(({ nodes, edges }) => nodes.map((node, i) => `${node} ${edges[i] ?? ''}`).join(' ')).sort();
