/**
 * What lies around a node, grown one level at a time: the heart of every search here.
 *
 * Growing can pause anywhere between two nodes and go on later, so that a server stays responsive and a budget is kept.
 * The arrays are as long as the graph has nodes and are reused: a search neither allocates nor clears them.
 */
import type { Adjacency } from '../store/adjacency.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { Steps } from './steps.ts';

/** Arrays for one ball. `marks` only ever rise, which is why they need no clearing. */
interface Scratch {
  readonly marks: Uint32Array;
  readonly queue: Uint32Array;
  readonly parents: Uint32Array;
  /** Every mark is below this. */
  ceiling: number;
}

const pools = new WeakMap<KnowledgeGraph, Scratch[]>();

function borrow(graph: KnowledgeGraph): Scratch {
  const { count } = graph.nodes;
  return (
    pools.get(graph)?.pop() ?? {
      marks: new Uint32Array(count),
      queue: new Uint32Array(count),
      parents: new Uint32Array(count),
      ceiling: 1,
    }
  );
}

const TOP = 2 ** 32;

export class Ball {
  readonly #steps: Steps;
  readonly #scratch: Scratch;
  /** A node at distance d is marked `base` + d; one that was not met, below `base`; an avoided one, `base` + `farthest` + 1. */
  readonly #base: number;
  readonly #farthest: number;
  #head = 0;
  #levelEnd = 0;
  #tail = 0;
  /** The distance of the level that is being expanded. */
  #level = 0;
  /** Edges looked at so far. */
  touched = 0;

  /** A ball around `centres`, to be grown to distance `farthest` at most. Call `release` when done with it. */
  constructor(steps: Steps, centres: readonly NodeNumber[], farthest: number) {
    this.#steps = steps;
    this.#scratch = borrow(steps.graph);
    this.#farthest = Math.min(farthest, steps.graph.nodes.count);
    if (this.#scratch.ceiling + this.#farthest + 2 >= TOP) {
      this.#scratch.marks.fill(0);
      this.#scratch.ceiling = 1;
    }
    this.#base = this.#scratch.ceiling;
    this.#scratch.ceiling += this.#farthest + 2;
    const { marks, queue } = this.#scratch;
    for (const node of steps.avoided) marks[node] = this.#base + this.#farthest + 1;
    for (const node of centres) {
      if (marks[node]! >= this.#base) continue;
      marks[node] = this.#base;
      queue[this.#tail++] = node;
    }
    this.#levelEnd = this.#tail;
  }

  /** Gives the arrays back for the next search; the ball must not be used after. */
  release(): void {
    const { graph } = this.#steps;
    const pool = pools.get(graph);
    if (pool) pool.push(this.#scratch);
    else pools.set(graph, [this.#scratch]);
  }

  /** Every node nearer than this, or as near, has been met. */
  get radius(): number {
    return this.#level;
  }

  /** How many nodes the level is yet to be grown from. */
  get frontier(): number {
    return this.#levelEnd - this.#head;
  }

  /** Whether nothing more can be met. */
  get isComplete(): boolean {
    return this.#head === this.#tail;
  }

  /** The nodes met so far, the nearest first. Valid until the ball is released. */
  get nodes(): Uint32Array {
    return this.#scratch.queue.subarray(0, this.#tail);
  }

  has(node: NodeNumber): boolean {
    return this.distance(node) !== -1;
  }

  /** The distance of a node that was met, otherwise -1. */
  distance(node: NodeNumber): number {
    const distance = this.#scratch.marks[node]! - this.#base;
    return distance >= 0 && distance <= this.#farthest ? distance : -1;
  }

  /** The edge by which a node was met; of no meaning for centres. */
  parent(node: NodeNumber): EdgeNumber {
    return this.#scratch.parents[node]!;
  }

  /** How many edges the next level has to look at. */
  frontierEdges(): number {
    const { graph, out, in: into } = this.#steps;
    let edges = 0;
    for (let i = this.#head; i < this.#levelEnd; i++) {
      const node = this.#scratch.queue[i]!;
      edges +=
        (out?.includes(1) === false ? 0 : rowLength(graph.out, node)) +
        (into?.includes(1) === false ? 0 : rowLength(graph.in, node));
    }
    return edges;
  }

  /**
   * Looks at edges until the level is done, about `limit` were looked at, or a node of `other` was met: that node is
   * returned, otherwise -1. Call it again to go on.
   */
  grow(limit: number, other?: Ball): NodeNumber | -1 {
    if (this.#level >= this.#farthest) return -1;
    const { graph, out, in: into } = this.#steps;
    const kept = this.#steps.kept?.words;
    const { marks, queue, parents } = this.#scratch;
    const base = this.#base;
    const mark = base + this.#level + 1;
    let head = this.#head;
    let tail = this.#tail;
    let touched = 0;
    let met: NodeNumber | -1 = -1;
    search: for (; head < this.#levelEnd && touched < limit; head++) {
      const node = queue[head]!;
      for (let side = 0; side < 2; side++) {
        const rows = side === 0 ? graph.out : graph.in;
        const allowed = side === 0 ? out : into;
        const { runStart, runType, edge: edges, target: targets } = rows;
        for (let run = rows.firstRun[node]!, endRun = rows.firstRun[node + 1]!; run < endRun; run++) {
          if (allowed !== undefined && allowed[runType[run]!] === 0) continue;
          const end = runStart[run + 1]!;
          touched += end - runStart[run]!;
          for (let place = runStart[run]!; place < end; place++) {
            const edge = edges[place]!;
            if (kept !== undefined && ((kept[edge >>> 5]! >>> (edge & 31)) & 1) === 0) continue;
            const next = targets[place]!;
            if (marks[next]! >= base) continue;
            marks[next] = mark;
            parents[next] = edge;
            queue[tail++] = next;
            if (other?.has(next)) {
              met = next;
              // The node stays at the head: if growing goes on it is expanded anew, and nothing is met twice.
              break search;
            }
          }
        }
      }
    }
    this.#head = head;
    this.#tail = tail;
    this.touched += touched;
    if (head === this.#levelEnd && met === -1) {
      this.#levelEnd = tail;
      this.#level++;
    }
    return met;
  }
}

const rowLength = (rows: Adjacency, node: NodeNumber): number =>
  rows.runStart[rows.firstRun[node + 1]!]! - rows.runStart[rows.firstRun[node]!]!;
