/**
 * Adjacency in compressed rows, one direction of a graph.
 *
 * Graphology answers "who is next to x?" through objects; a path search asks it a million times. Here the edges of a
 * node lie side by side, grouped into one *run* for each edge type that the node has, each run ordered by start date.
 * A type filter is a look at a few runs; a step costs one read.
 */
import type { BitSet } from '../base/bit-set.ts';

export interface Adjacency {
  /** Node n owns places firstPlace[n] … firstPlace[n + 1] - 1 of `edge` and `target`, whatever the types. */
  readonly firstPlace: Uint32Array;
  /** Node n owns runs firstRun[n] … firstRun[n + 1] - 1; the extra last entry spares a test in loops. */
  readonly firstRun: Uint32Array;
  /** The edge type code of each run. */
  readonly runType: Uint16Array;
  /** Run r owns places runStart[r] … runStart[r + 1] - 1 of `edge` and `target`. */
  readonly runStart: Uint32Array;
  /** Edge numbers. In the out direction an edge's place is its number. */
  readonly edge: Uint32Array;
  /** The node at the other end of each edge. */
  readonly target: Uint32Array;
}

/** The run of `node` with edges of `type`, or -1. */
export function findRun(adjacency: Adjacency, node: number, type: number): number {
  const { firstRun, runType } = adjacency;
  for (let run = firstRun[node]!, end = firstRun[node + 1]!; run < end; run++) if (runType[run] === type) return run;
  return -1;
}

/** The places of a node's edges of one type, or of all: `start` … `end` - 1 of `edge` and `target`. */
export function placesOf(rows: Adjacency, node: number, type: number | undefined): { start: number; end: number } {
  const { firstPlace, runStart } = rows;
  if (type === undefined) return { start: firstPlace[node]!, end: firstPlace[node + 1]! };
  const run = findRun(rows, node, type);
  return run === -1 ? { start: 0, end: 0 } : { start: runStart[run]!, end: runStart[run + 1]! };
}

/** Calls `visit` with every edge of a node in these rows, of one type or of all, that is in `mask`, if that is given. */
export function forEachEdge(
  rows: Adjacency,
  node: number,
  type: number | undefined,
  mask: BitSet | undefined,
  visit: (edge: number, other: number) => void,
): void {
  const { edge: edges, target } = rows;
  const { start, end } = placesOf(rows, node, type);
  for (let place = start; place < end; place++) {
    const edge = edges[place]!;
    if (mask === undefined || mask.has(edge)) visit(edge, target[place]!);
  }
}

/** What one end of all edges looks like, before they are in rows. */
export interface EdgeEnds {
  readonly nodeCount: number;
  /** The node that owns each edge in this direction. */
  readonly owner: Uint32Array;
  readonly type: Uint16Array;
  readonly start: Int32Array;
  /** Breaks ties, so that the same facts in another order give the same rows. */
  readonly compare: (a: number, b: number) => number;
}

/** Edge indices in rows: by owner, then type, then start, then `compare`. */
export function orderInRows(ends: EdgeEnds): { order: Uint32Array; offsets: Uint32Array } {
  const { nodeCount, owner, type, start, compare } = ends;
  const offsets = new Uint32Array(nodeCount + 1);
  for (let i = 0; i < owner.length; i++) offsets[owner[i]! + 1]!++;
  for (let n = 0; n < nodeCount; n++) offsets[n + 1]! += offsets[n]!;
  const next = offsets.slice();
  const order = new Uint32Array(owner.length);
  for (let i = 0; i < owner.length; i++) order[next[owner[i]!]!++] = i;
  const before = (a: number, b: number): number => type[a]! - type[b]! || start[a]! - start[b]! || compare(a, b);
  for (let n = 0; n < nodeCount; n++) sortSlice(order, offsets[n]!, offsets[n + 1]!, before);
  return { order, offsets };
}

// Most nodes have few edges: sorting those in place is several times faster than a call to sort.
function sortSlice(order: Uint32Array, low: number, high: number, before: (a: number, b: number) => number): void {
  if (high - low > 24) {
    order.subarray(low, high).sort(before);
    return;
  }
  for (let i = low + 1; i < high; i++) {
    const moving = order[i]!;
    let j = i - 1;
    for (; j >= low && before(order[j]!, moving) > 0; j--) order[j + 1] = order[j]!;
    order[j + 1] = moving;
  }
}

/** Rows with their runs marked: `edge` and `target` are given in row order, `firstPlace` by node, `type` by edge. */
export function makeAdjacency(
  firstPlace: Uint32Array,
  edge: Uint32Array,
  target: Uint32Array,
  type: Uint16Array,
): Adjacency {
  const nodeCount = firstPlace.length - 1;
  const firstRun = new Uint32Array(nodeCount + 1);
  for (let n = 0, runs = 0; n < nodeCount; n++) {
    for (let p = firstPlace[n]!; p < firstPlace[n + 1]!; p++) {
      if (p === firstPlace[n] || type[edge[p]!] !== type[edge[p - 1]!]) runs++;
    }
    firstRun[n + 1] = runs;
  }
  const runType = new Uint16Array(firstRun[nodeCount]!);
  const runStart = new Uint32Array(runType.length + 1);
  for (let n = 0, run = 0; n < nodeCount; n++) {
    for (let p = firstPlace[n]!; p < firstPlace[n + 1]!; p++) {
      if (p !== firstPlace[n] && type[edge[p]!] === type[edge[p - 1]!]) continue;
      runType[run] = type[edge[p]!]!;
      runStart[run++] = p;
    }
  }
  runStart[runType.length] = edge.length;
  return { firstPlace, firstRun, runType, runStart, edge, target };
}

/** 0, 1, 2 … in a row: the edge numbers of out rows, in which an edge's place is its number. */
export function numbersBelow(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  // A loop: from an iterator the same takes fifteen times as long.
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
}
