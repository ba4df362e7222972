/**
 * Breadth-first search, one level at a time: what walks that repeat a step and searches for paths are made of.
 *
 * It can pause between two nodes and go on later, so that no more is looked at than is asked for. The arrays are as long
 * as the graph has nodes and are reused: a search neither allocates nor clears them, and it can begin again elsewhere.
 */
import { BitSet } from '../base/bit-set.ts';
import { onceFor } from '../base/once-for.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { firstPlaceFrom } from '../store/row-days.ts';
import { degree, type EdgeSelection, isFollowed } from './edge-selection.ts';
import type { PathNumbers } from './operator.ts';

/** Arrays of one search. `marks` only ever rise, which is why they need no clearing. */
interface Scratch {
  readonly marks: Uint32Array;
  readonly queue: Uint32Array;
  parents: Uint32Array | undefined;
  /** Every mark but AVOIDED is below this. */
  ceiling: number;
}

/** Arrays that no search is using now. */
const poolOf = onceFor((_: KnowledgeGraph): Scratch[] => []);
const AVOIDED = 2 ** 32 - 1;

function newScratch(count: number): Scratch {
  return { marks: new Uint32Array(count), queue: new Uint32Array(count), parents: undefined, ceiling: 1 };
}

export interface BreadthFirstSearchOptions {
  /** Levels to search at most. */
  readonly maxDepth?: number;
  /** Nodes that are not to be met. */
  readonly avoided?: readonly NodeNumber[];
  /** Whether it will be asked by which edges nodes were met. */
  readonly withParents?: boolean;
}

const NO_NODES: readonly NodeNumber[] = [];

export class BreadthFirstSearch {
  readonly #selection: EdgeSelection;
  readonly #pool: Scratch[];
  readonly #maxDepth: number;
  readonly #avoided: readonly NodeNumber[];
  readonly #withParents: boolean;
  #scratch!: Scratch;
  #parents: Uint32Array | undefined;
  /** A node at distance d is marked `base` + d; one that was not met, below `base`. */
  #base = 0;
  #head = 0;
  #levelEnd = 0;
  #tail = 0;
  #depth = 0;
  /** Edges looked at so far. */
  touched = 0;

  /** A search over these edges, which begins with `begin`. */
  constructor(selection: EdgeSelection, options: BreadthFirstSearchOptions = {}) {
    const { maxDepth = Number.POSITIVE_INFINITY, avoided = NO_NODES, withParents = false } = options;
    this.#selection = selection;
    this.#pool = poolOf(selection.graph);
    this.#maxDepth = maxDepth;
    this.#avoided = avoided;
    this.#withParents = withParents;
  }

  /** Begins at a node that is not avoided, or at none where it is. Call `release` when done, and before another begin. */
  begin(start: NodeNumber): this {
    const { count } = this.#selection.graph.nodes;
    const scratch = this.#pool.pop() ?? newScratch(count);
    // There are no more levels than nodes.
    if (scratch.ceiling + count + 2 >= AVOIDED) {
      scratch.marks.fill(0);
      scratch.ceiling = 1;
    }
    if (this.#withParents) this.#parents = scratch.parents ??= new Uint32Array(count);
    this.#scratch = scratch;
    this.#base = scratch.ceiling;
    this.#head = this.#tail = this.#depth = this.touched = 0;
    for (const node of this.#avoided) scratch.marks[node] = AVOIDED;
    if (scratch.marks[start] !== AVOIDED) {
      scratch.marks[start] = this.#base;
      scratch.queue[this.#tail++] = start;
    }
    this.#levelEnd = this.#tail;
    return this;
  }

  /** Gives the arrays back for the next search; nothing may be asked of this one until it begins again. */
  release(): void {
    const { marks } = this.#scratch;
    for (const node of this.#avoided) marks[node] = 0;
    this.#scratch.ceiling = this.#base + this.#depth + 2;
    this.#pool.push(this.#scratch);
  }

  /** The distance up to which every node has been met. */
  get depth(): number {
    return this.#depth;
  }

  /** How many nodes the level has yet to be searched from. */
  get frontier(): number {
    return this.#levelEnd - this.#head;
  }

  /** Whether nothing more will be met. */
  get isDone(): boolean {
    return this.#head === this.#tail || this.#depth >= this.#maxDepth;
  }

  /** How many nodes have been met. */
  get count(): number {
    return this.#tail;
  }

  /** The node that was met at this place in their order, the nearest first. */
  node(place: number): NodeNumber {
    return this.#scratch.queue[place]!;
  }

  /** The distance of a node that was met, otherwise -1. */
  distance(node: NodeNumber): number {
    const mark = this.#scratch.marks[node]!;
    return mark >= this.#base && mark !== AVOIDED ? mark - this.#base : -1;
  }

  /** The edge by which a node was met; of no meaning for starts, and only for a search with parents. */
  parent(node: NodeNumber): EdgeNumber {
    return this.#parents![node]!;
  }

  /** The path by which a node was met, from its start. */
  pathTo(node: NodeNumber): PathNumbers {
    const { from, to } = this.#selection.graph.edges;
    const nodes = [node];
    const edges: EdgeNumber[] = [];
    for (let at = node; this.distance(at) > 0; nodes.push(at)) {
      const edge = this.parent(at);
      edges.push(edge);
      at = from[edge] === at ? to[edge]! : from[edge]!;
    }
    return { nodes: nodes.reverse(), edges: edges.reverse() };
  }

  /** How many edges the level has yet to look at. */
  frontierEdges(): number {
    let edges = 0;
    for (let i = this.#head; i < this.#levelEnd; i++) edges += degree(this.#selection, this.#scratch.queue[i]!);
    return edges;
  }

  /**
   * Looks at edges until the level is done, about `limit` were looked at, or a node was met that `other` has met, which
   * it says. Call it again to go on.
   */
  grow(limit: number, other?: BreadthFirstSearch): NodeNumber | undefined {
    const selection = this.#selection;
    const { sides, isJudged, first, last } = selection;
    const { marks, queue } = this.#scratch;
    const parents = this.#parents;
    const base = this.#base;
    const mark = base + this.#depth + 1;
    let head = this.#head;
    let tail = this.#tail;
    let touched = 0;
    let met: NodeNumber | undefined;
    search: for (; head < this.#levelEnd && touched < limit; head++) {
      const node = queue[head]!;
      for (let s = 0; s < sides.length; s++) {
        const { rows, allowed, lastType, starts, ends } = sides[s]!;
        const { firstPlace, firstRun, runStart, runType, edge: edges, target: targets } = rows;
        // Where edges of every type and date are followed, all runs of the node are one.
        const isOne = allowed === undefined && ends === undefined;
        const endRun = isOne ? 1 : firstRun[node + 1]!;
        for (let run = isOne ? 0 : firstRun[node]!; run < endRun; run++) {
          if (allowed !== undefined) {
            const type = runType[run]!;
            if (type > lastType) break;
            if (allowed[type] === 0) continue;
          }
          const start = isOne ? firstPlace[node]! : runStart[run]!;
          const end = isOne ? firstPlace[node + 1]! : runStart[run + 1]!;
          touched += end - start;
          for (let place = ends ? firstPlaceFrom(ends, run, start, end, first) : start; place < end; place++) {
            if (ends !== undefined && ends.days[place]! < first) continue;
            if (starts !== undefined && starts.days[place]! > last) continue;
            const target = targets[place]!;
            if (marks[target]! >= base) continue;
            if (isJudged && !isFollowed(selection, edges[place]!)) continue;
            marks[target] = mark;
            if (parents !== undefined) parents[target] = edges[place]!;
            queue[tail++] = target;
            if (other !== undefined && other.distance(target) !== -1) {
              met = target;
              // The node stays at the head: if the search goes on it is looked at anew, and nothing is met twice.
              break search;
            }
          }
        }
      }
    }
    this.#head = head;
    this.#tail = tail;
    this.touched += touched;
    if (met === undefined && head === this.#levelEnd) this.#endLevel();
    return met;
  }

  /**
   * Searches a whole level, in any order. One with much of the graph's edges is searched from its outside: each node not
   * yet met looks for one neighbour in the level and stops there, where searching from within would look at every edge
   * (Beamer, 2012).
   */
  growLevel(): void {
    if (this.#isWide()) this.#growFromOutside();
    else this.grow(Number.POSITIVE_INFINITY);
  }

  /**
   * Whether the level is cheaper searched from outside. A node outside finds one of F edges among R after R / F looks, so
   * U nodes look U · R / F times, where searching from within looks F times. Half of F is taken, as not all are followed.
   */
  #isWide(): boolean {
    const { graph, sides } = this.#selection;
    const outside = graph.nodes.count - this.#tail;
    // The level itself is counted only when it may be wide: most levels are small.
    if (this.frontier * 64 < outside || this.#parents !== undefined) return false;
    const all = sides.reduce((sum, { rows }) => sum + rows.edge.length, 0);
    return this.frontierEdges() ** 2 > 4 * outside * (all - this.touched);
  }

  #growFromOutside(): void {
    const selection = this.#selection;
    const { graph, sides, isSelective } = selection;
    const { marks, queue } = this.#scratch;
    const base = this.#base;
    const mark = base + this.#depth + 1;
    const { count } = graph.nodes;
    let tail = this.#tail;
    let touched = 0;
    // As bits, the level stays in the cache nearest to the processor.
    const level = new BitSet(count);
    for (let i = this.#head; i < this.#levelEnd; i++) level.add(queue[i]!);
    const { words } = level;
    nodes: for (let node = 0; node < count; node++) {
      if (marks[node]! >= base) continue;
      for (let s = 0; s < sides.length; s++) {
        const { back, allowed } = sides[s]!;
        const { firstPlace, firstRun, runStart, runType, edge: edges, target: targets } = back;
        const isOne = allowed === undefined;
        const endRun = isOne ? 1 : firstRun[node + 1]!;
        for (let run = isOne ? 0 : firstRun[node]!; run < endRun; run++) {
          if (allowed !== undefined && allowed[runType[run]!] === 0) continue;
          const start = isOne ? firstPlace[node]! : runStart[run]!;
          const end = isOne ? firstPlace[node + 1]! : runStart[run + 1]!;
          for (let place = start; place < end; place++) {
            const from = targets[place]!;
            touched++;
            if (((words[from >>> 5]! >>> (from & 31)) & 1) === 0) continue;
            if (isSelective && !isFollowed(selection, edges[place]!)) continue;
            marks[node] = mark;
            queue[tail++] = node;
            continue nodes;
          }
        }
      }
    }
    this.touched += touched;
    this.#head = this.#levelEnd;
    this.#tail = tail;
    this.#endLevel();
  }

  #endLevel(): void {
    this.#levelEnd = this.#tail;
    this.#depth++;
  }
}
