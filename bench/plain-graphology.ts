/**
 * The walks of the benches over a graphology graph: what a program without Diplograph would write.
 */
import { MultiDirectedGraph } from 'graphology';
import { EDGE_TYPES, type MadeEdges, type MadeSize } from './make-graph.ts';

export interface PlainEdge {
  type: string;
  day: number;
}
export type PlainGraph = MultiDirectedGraph<Record<string, never>, PlainEdge>;

/** The edges with their type and day as attributes; the keys of nodes are their numbers. */
export function graphologyOf({ nodes }: MadeSize, { from, to, type, day }: MadeEdges): PlainGraph {
  const graph: PlainGraph = new MultiDirectedGraph();
  for (let node = 0; node < nodes; node++) graph.addNode(String(node));
  for (let edge = 0; edge < from.length; edge++) {
    graph.addDirectedEdge(String(from[edge]), String(to[edge]), {
      type: EDGE_TYPES[type[edge]!]!,
      day: day[edge]!,
    });
  }
  return graph;
}

/** How many nodes lie within `hops` of `start` over edges of the types, dated on `firstDay` or later. */
export function plainHops(
  graph: PlainGraph,
  start: string,
  hops: number,
  types: ReadonlySet<string>,
  firstDay: number,
): number {
  const met = new Set([start]);
  let level = [start];
  for (let hop = 0; hop < hops; hop++) {
    const next: string[] = [];
    for (const node of level) {
      graph.forEachOutboundEdge(node, (_, attributes, __, target) => {
        if (attributes.day < firstDay || !types.has(attributes.type) || met.has(target)) return;
        met.add(target);
        next.push(target);
      });
    }
    level = next;
  }
  return met.size;
}

/** How many paths of so many hops leave `start`, over such edges. */
export function plainPaths(
  graph: PlainGraph,
  start: string,
  hops: number,
  types: ReadonlySet<string>,
  firstDay: number,
): number {
  let count = 0;
  graph.forEachOutboundEdge(start, (_, attributes, __, target) => {
    if (attributes.day < firstDay || !types.has(attributes.type)) return;
    count += hops === 1 ? 1 : plainPaths(graph, target, hops - 1, types, firstDay);
  });
  return count;
}

/** How many nodes lie at the end of such paths. */
export function plainEnds(
  graph: PlainGraph,
  start: string,
  hops: number,
  types: ReadonlySet<string>,
  firstDay: number,
): number {
  let level = new Set([start]);
  for (let hop = 0; hop < hops; hop++) {
    const next = new Set<string>();
    for (const node of level) {
      graph.forEachOutboundEdge(node, (_, attributes, __, target) => {
        if (attributes.day >= firstDay && types.has(attributes.type)) next.add(target);
      });
    }
    level = next;
  }
  return level.size;
}

/** How many nodes can be reached. */
export function plainReach(graph: PlainGraph, start: string): number {
  const met = new Set([start]);
  for (const node of met) graph.forEachOutboundNeighbor(node, (other) => met.add(other));
  return met.size;
}

/** The hops of a shortest path along edges or either way, found from both ends, the smaller level first; -1 when there is none. */
export function plainDistance(graph: PlainGraph, from: string, to: string, way: 'OUT' | 'BOTH' = 'OUT'): number {
  if (from === to) return 0;
  const ahead = new Map([[from, 0]]);
  const back = new Map([[to, 0]]);
  let [levelAhead, levelBack] = [[from], [to]];
  for (let hops = 1; levelAhead.length > 0 && levelBack.length > 0; hops++) {
    const isAhead = levelAhead.length <= levelBack.length;
    const [level, met, others] = isAhead ? [levelAhead, ahead, back] : [levelBack, back, ahead];
    const next: string[] = [];
    let found = false;
    const visit = (other: string): void => {
      if (others.has(other)) found = true;
      if (met.has(other)) return;
      met.set(other, hops);
      next.push(other);
    };
    for (const node of level) {
      if (way === 'BOTH') graph.forEachNeighbor(node, visit);
      else if (isAhead) graph.forEachOutboundNeighbor(node, visit);
      else graph.forEachInboundNeighbor(node, visit);
      if (found) return hops;
    }
    if (isAhead) levelAhead = next;
    else levelBack = next;
  }
  return -1;
}

/** The shortest simple paths of at most `maxHops` hops, `most` of them: depth first, where the goal is near enough. */
export function plainSimplePaths(
  graph: PlainGraph,
  from: string,
  to: string,
  maxHops: number,
  most: number,
): readonly (readonly string[])[] {
  const away = new Map([[to, 0]]);
  for (const [node, hops] of away) {
    if (hops === maxHops) break;
    graph.forEachInboundNeighbor(node, (other) => {
      if (!away.has(other)) away.set(other, hops + 1);
    });
  }
  const found: string[][] = [];
  const follow = (path: readonly string[], left: number): void => {
    const node = path.at(-1)!;
    if (node === to) {
      if (left === 0) found.push([...path]);
      return;
    }
    graph.forEachOutboundNeighbor(node, (other) => {
      if (found.length < most && (away.get(other) ?? maxHops) < left && !path.includes(other)) {
        follow([...path, other], left - 1);
      }
    });
  };
  for (let hops = 1; hops <= maxHops && found.length < most; hops++) follow([from], hops);
  return found;
}
