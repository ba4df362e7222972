/**
 * What lies around a node, grown one level at a time: the heart of every search here.
 *
 * Growing can pause anywhere between two nodes and go on later, so that a server stays responsive and a budget is kept.
 * The arrays are as long as the graph has nodes and are reused: a search neither allocates nor clears them.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { Steps } from './steps.ts';

/** Arrays for one ball. `marks` only ever rise, which is why they need no clearing. */
interface Scratch {
  readonly marks: Uint32Array;
  readonly queue: Uint32Array;
  parents: Uint32Array | undefined;
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
      parents: undefined,
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
  readonly #parents: Uint32Array | undefined;
  /** Edges looked at so far. */
  touched = 0;

  /**
   * A ball around `centres`, to be grown to distance `farthest` at most; it can tell by which edges nodes were met when
   * that is asked for. Call `release` when done with it.
   */
  constructor(steps: Steps, centres: readonly NodeNumber[], farthest: number, withParents = false) {
    this.#steps = steps;
    this.#scratch = borrow(steps.graph);
    if (withParents) this.#parents = this.#scratch.parents ??= new Uint32Array(steps.graph.nodes.count);
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

  /** The edge by which a node was met; of no meaning for centres, and only for a ball made with parents. */
  parent(node: NodeNumber): EdgeNumber {
    return this.#parents![node]!;
  }

  /** How many edges the next level has to look at. */
  frontierEdges(): number {
    let edges = 0;
    for (const { rows, allowed } of this.#steps.sides) {
      const { firstRun, runStart, runType } = rows;
      for (let i = this.#head; i < this.#levelEnd; i++) {
        const node = this.#scratch.queue[i]!;
        const endRun = firstRun[node + 1]!;
        if (allowed === undefined) edges += runStart[endRun]! - runStart[firstRun[node]!]!;
        else {
          for (let run = firstRun[node]!; run < endRun; run++) {
            if (allowed[runType[run]!] === 1) edges += runStart[run + 1]! - runStart[run]!;
          }
        }
      }
    }
    return edges;
  }

  /**
   * Looks at edges until the level is done, about `limit` were looked at, or a node of `other` was met: that node is
   * returned, otherwise -1. Call it again to go on.
   */
  grow(limit: number, other?: Ball): NodeNumber | -1 {
    if (this.#level >= this.#farthest) return -1;
    const { sides } = this.#steps;
    const kept = this.#steps.kept?.words;
    const { marks, queue } = this.#scratch;
    const parents = this.#parents;
    const base = this.#base;
    const mark = base + this.#level + 1;
    let head = this.#head;
    let tail = this.#tail;
    let touched = 0;
    let met: NodeNumber | -1 = -1;
    search: for (; head < this.#levelEnd && touched < limit; head++) {
      const node = queue[head]!;
      for (let s = 0; s < sides.length; s++) {
        const { rows, allowed } = sides[s]!;
        const { firstRun, runStart, runType, edge: edges, target: targets } = rows;
        const endRun = firstRun[node + 1]!;
        for (let run = firstRun[node]!; run < endRun; ) {
          // Where every type is allowed, all runs of the node are one.
          const next = allowed === undefined ? endRun : run + 1;
          const start = runStart[run]!;
          const end = allowed === undefined || allowed[runType[run]!] === 1 ? runStart[next]! : start;
          run = next;
          touched += end - start;
          for (let place = start; place < end; place++) {
            if (kept !== undefined) {
              const edge = edges[place]!;
              if (((kept[edge >>> 5]! >>> (edge & 31)) & 1) === 0) continue;
            }
            const target = targets[place]!;
            if (marks[target]! >= base) continue;
            marks[target] = mark;
            if (parents !== undefined) parents[target] = edges[place]!;
            queue[tail++] = target;
            if (other?.has(target)) {
              met = target;
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

  /**
   * Grows a whole level. One with much of the graph's edges is grown from its outside: each node not yet met looks for
   * one neighbour in the level and stops there, where growing from within would look at every edge (Beamer, 2012).
   */
  growLevel(): void {
    if (this.#parents === undefined && this.#isWide()) this.#growFromOutside();
    else this.grow(Number.POSITIVE_INFINITY);
  }

  /**
   * Whether the level is cheaper grown from outside. A node outside finds one of F edges among R after R / F looks, so
   * U nodes look U · R / F times, where growing from within looks F times. Half of F is taken, as not all are kept.
   */
  #isWide(): boolean {
    const { graph, sides } = this.#steps;
    let all = 0;
    for (const { rows } of sides) all += rows.edge.length;
    const outside = graph.nodes.count - this.#tail;
    // The level itself is counted only when it may be wide: most levels are small.
    if ((this.#levelEnd - this.#head) * 64 < outside) return false;
    return this.frontierEdges() ** 2 > 4 * outside * (all - this.touched);
  }

  #growFromOutside(): void {
    const { sides } = this.#steps;
    const kept = this.#steps.kept?.words;
    const { marks, queue } = this.#scratch;
    const base = this.#base;
    const level = base + this.#level;
    let tail = this.#tail;
    let touched = 0;
    const { count } = this.#steps.graph.nodes;
    nodes: for (let node = 0; node < count; node++) {
      if (marks[node]! >= base) continue;
      for (let s = 0; s < sides.length; s++) {
        const { back, allowed } = sides[s]!;
        const { firstRun, runStart, runType, edge: edges, target: targets } = back;
        const endRun = firstRun[node + 1]!;
        for (let run = firstRun[node]!; run < endRun; ) {
          const next = allowed === undefined ? endRun : run + 1;
          const start = runStart[run]!;
          const end = allowed === undefined || allowed[runType[run]!] === 1 ? runStart[next]! : start;
          run = next;
          for (let place = start; place < end; place++) {
            touched++;
            if (marks[targets[place]!] !== level) continue;
            if (kept !== undefined) {
              const edge = edges[place]!;
              if (((kept[edge >>> 5]! >>> (edge & 31)) & 1) === 0) continue;
            }
            marks[node] = level + 1;
            queue[tail++] = node;
            continue nodes;
          }
        }
      }
    }
    this.#head = this.#levelEnd;
    this.#levelEnd = tail;
    this.#tail = tail;
    this.#level++;
    this.touched += touched;
  }
}
