/**
 * Walks in the plainest path: every path is a list of nodes and edges, every step makes all of the next paths at once.
 */
import type { Certainty, Period } from '../../src/facts/validity.ts';
import { holdsIn } from '../../src/facts/validity.ts';
import type { Direction, GraphView } from '../../src/views/graph-view.ts';
import { plainBounds } from '../kit/plain-bounds.ts';

export interface PlainPath {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

export const lastOf = (path: PlainPath): string => path.nodes.at(-1) ?? '';

export interface PlainHop {
  readonly direction: Direction;
  readonly types: readonly string[] | undefined;
  readonly period?: Period;
  readonly certainty?: Certainty;
}

export const startPaths = (ids: readonly string[]): PlainPath[] => ids.map((id) => ({ nodes: [id], edges: [] }));

/** Every path, one hop further. */
export function plainExpand(view: GraphView, paths: readonly PlainPath[], hop: PlainHop): PlainPath[] {
  return paths.flatMap((path) => hopsFrom(view, lastOf(path), hop).map(([edge, node]) => goOn(path, edge, node)));
}

const goOn = (path: PlainPath, edge: string, node: string): PlainPath => ({
  nodes: [...path.nodes, node],
  edges: [...path.edges, edge],
});

function hopsFrom(view: GraphView, id: string, hop: PlainHop): [edge: string, node: string][] {
  const { edges, nodes } = view.graph;
  const found: [string, string][] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    const type = edges.typeOf(edge);
    if (!view.hasEdge(edge) || (hop.types && !hop.types.includes(type))) continue;
    if (hop.period && !holdsIn(plainBounds(edges, edge), hop.period, hop.certainty ?? 'POSSIBLE')) continue;
    const [from, to] = [nodes.ids[edges.from[edge]!]!, nodes.ids[edges.to[edge]!]!];
    const symmetric = view.ontology.edgeTypes.get(type)?.symmetric === true;
    const forth = hop.direction !== 'IN' || symmetric;
    const back = hop.direction !== 'OUT' || symmetric;
    if (forth && from === id) found.push([edges.id(edge), to]);
    if (back && to === id && !(forth && from === to)) found.push([edges.id(edge), from]);
  }
  return found;
}

/** Paths as texts, sorted: two bags of paths are equal when these are. */
export const inWords = (paths: readonly PlainPath[]): string[] =>
  paths.map(({ nodes, edges }) => nodes.map((node, i) => `${node} ${edges[i] ?? ''}`).join(' ')).sort();
