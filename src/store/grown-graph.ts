/**
 * A graph that grows: what a frozen graph has, less what is taken to be gone, and edges that are added one by one.
 *
 * Rules work on it. Deriving from loose facts begins with no graph and adds them all; a retraction begins with the
 * graph that is served and adds only what it concludes anew. Edges of the graph keep their numbers, added ones follow.
 *
 * An added edge is found by both its ends at once. By one end it is found only when it was *shown*, which happens in
 * the order of adding: whoever matches an edge against what is shown meets every combination once.
 */
import type { BitSet } from '../base/bit-set.ts';
import type { Day } from '../facts/validity.ts';
import { type Adjacency, forEachEdge, placesOf } from './adjacency.ts';
import type { EdgeNumber } from './edge-table.ts';
import { GrowingInts } from './growing-ints.ts';
import type { KnowledgeGraph } from './knowledge-graph.ts';
import type { NodeNumber } from './node-table.ts';

export interface AddedEdge {
  readonly type: number;
  readonly from: NodeNumber;
  readonly to: NodeNumber;
  /** The span of days on which it may hold. */
  readonly earliestStart: Day;
  readonly latestEnd: Day;
}

export class GrownGraph {
  /** Edges below this number are the frozen graph's. */
  readonly firstAdded: EdgeNumber;
  readonly #graph: KnowledgeGraph | undefined;
  readonly #gone: BitSet | undefined;
  readonly #type = new GrowingInts();
  readonly #from = new GrowingInts();
  readonly #to = new GrowingInts();
  readonly #earliestStart = new GrowingInts();
  readonly #latestEnd = new GrowingInts();
  readonly #byEnds = new EdgeChains();
  readonly #bySource = new EdgeChains();
  readonly #byTarget = new EdgeChains();
  #shown = 0;

  constructor(graph?: KnowledgeGraph, gone?: BitSet) {
    this.#graph = graph;
    this.#gone = gone;
    this.firstAdded = graph?.edges.count ?? 0;
  }

  /** How many edge numbers there are, those that are gone included. */
  get end(): EdgeNumber {
    return this.firstAdded + this.#type.length;
  }

  add(edge: AddedEdge): EdgeNumber {
    this.#type.push(edge.type);
    this.#from.push(edge.from);
    this.#to.push(edge.to);
    this.#earliestStart.push(edge.earliestStart);
    this.#latestEnd.push(edge.latestEnd);
    this.#byEnds.add(hashOf(edge.type, edge.from, edge.to));
    return this.end - 1;
  }

  /** Shows the next added edge that was not shown yet, and returns its number; NO_EDGE when all are. */
  show(): EdgeNumber {
    if (this.#shown === this.#type.length) return NO_EDGE;
    const type = this.#type.values[this.#shown]!;
    this.#bySource.add(hashOf(type, this.#from.values[this.#shown]!, 0));
    this.#byTarget.add(hashOf(type, this.#to.values[this.#shown]!, 0));
    return this.firstAdded + this.#shown++;
  }

  /** Whether an edge can be found by one end. */
  isShown(edge: EdgeNumber): boolean {
    return edge < this.firstAdded + this.#shown;
  }

  /** Whether an edge is in the graph still, or was added. */
  has(edge: EdgeNumber): boolean {
    return edge >= this.firstAdded || this.#gone?.has(edge) !== true;
  }

  type(edge: EdgeNumber): number {
    return edge < this.firstAdded ? this.#graph!.edges.type[edge]! : this.#type.values[edge - this.firstAdded]!;
  }

  from(edge: EdgeNumber): NodeNumber {
    return edge < this.firstAdded ? this.#graph!.edges.from[edge]! : this.#from.values[edge - this.firstAdded]!;
  }

  to(edge: EdgeNumber): NodeNumber {
    return edge < this.firstAdded ? this.#graph!.edges.to[edge]! : this.#to.values[edge - this.firstAdded]!;
  }

  earliestStart(edge: EdgeNumber): Day {
    const added = edge - this.firstAdded;
    return added < 0 ? this.#graph!.edges.validity.earliestStart[edge]! : this.#earliestStart.values[added]!;
  }

  latestEnd(edge: EdgeNumber): Day {
    const added = edge - this.firstAdded;
    return added < 0 ? this.#graph!.edges.validity.latestEnd[edge]! : this.#latestEnd.values[added]!;
  }

  /** Moves the end of an added edge out to `latestEnd`, and says whether that changed anything. */
  prolong(edge: EdgeNumber, latestEnd: Day): boolean {
    const added = edge - this.firstAdded;
    const longer = latestEnd > this.#latestEnd.values[added]!;
    if (longer) this.#latestEnd.values[added] = latestEnd;
    return longer;
  }

  /** Calls `visit` with every edge of a type that leaves `node` and is shown. */
  eachFrom(type: number, node: NodeNumber, visit: (edge: EdgeNumber) => void): void {
    if (this.#graph) this.#eachInRun(this.#graph.out, type, node, visit);
    const { values: types } = this.#type;
    const { values: ends } = this.#from;
    for (let it = this.#bySource.first(hashOf(type, node, 0)); it !== NO_EDGE; it = this.#bySource.after(it)) {
      if (types[it] === type && ends[it] === node) visit(this.firstAdded + it);
    }
  }

  /** Calls `visit` with every edge of a type that arrives at `node` and is shown. */
  eachTo(type: number, node: NodeNumber, visit: (edge: EdgeNumber) => void): void {
    if (this.#graph) this.#eachInRun(this.#graph.in, type, node, visit);
    const { values: types } = this.#type;
    const { values: ends } = this.#to;
    for (let it = this.#byTarget.first(hashOf(type, node, 0)); it !== NO_EDGE; it = this.#byTarget.after(it)) {
      if (types[it] === type && ends[it] === node) visit(this.firstAdded + it);
    }
  }

  /** Calls `visit` with every edge of a type that is shown: a pass over all edges. */
  eachOf(type: number, visit: (edge: EdgeNumber) => void): void {
    for (let edge = 0; edge < this.firstAdded; edge++) if (this.type(edge) === type && this.has(edge)) visit(edge);
    const { values: types } = this.#type;
    for (let it = 0; it < this.#shown; it++) if (types[it] === type) visit(this.firstAdded + it);
  }

  /** Calls `visit` with every edge of a type from one node to another, shown or not. */
  eachBetween(type: number, from: NodeNumber, to: NodeNumber, visit: (edge: EdgeNumber) => void): void {
    if (this.#graph) this.#eachInShorterRun(this.#graph, type, from, to, visit);
    const { values: types } = this.#type;
    const { values: sources } = this.#from;
    const { values: targets } = this.#to;
    for (let it = this.#byEnds.first(hashOf(type, from, to)); it !== NO_EDGE; it = this.#byEnds.after(it)) {
      if (types[it] === type && sources[it] === from && targets[it] === to) visit(this.firstAdded + it);
    }
  }

  #eachInRun(rows: Adjacency, type: number, node: NodeNumber, visit: (edge: EdgeNumber) => void): void {
    forEachEdge(rows, node, type, undefined, (edge) => {
      if (this.has(edge)) visit(edge);
    });
  }

  // One end may be a hub with a hundred thousand edges of the type; the other seldom is.
  #eachInShorterRun(
    { edges, ...rows }: KnowledgeGraph,
    type: number,
    from: NodeNumber,
    to: NodeNumber,
    visit: (edge: EdgeNumber) => void,
  ): void {
    const [out, into] = [placesOf(rows.out, from, type), placesOf(rows.in, to, type)];
    if (out.end - out.start <= into.end - into.start) {
      this.#eachInRun(rows.out, type, from, (edge) => edges.to[edge] === to && visit(edge));
    } else {
      this.#eachInRun(rows.in, type, to, (edge) => edges.from[edge] === from && visit(edge));
    }
  }
}

/** The end of a chain. */
export const NO_EDGE = -1;

/**
 * Edges by a key of whole numbers: a hash table whose buckets are chains through the edges themselves.
 *
 * It costs eight bytes an edge, whatever the key is made of; who follows a chain compares the key, since a bucket may
 * hold several.
 */
export class EdgeChains {
  readonly #hashes = new GrowingInts();
  readonly #next = new GrowingInts();
  /** 1 + the newest edge of each bucket; as many buckets as a power of two, at least as many as edges. */
  #buckets = new Int32Array(64);

  /** Puts edge `length` (edges come in order, each once) at the head of its chain. */
  add(hash: number): void {
    const edge = this.#hashes.length;
    if (edge === this.#buckets.length) this.#widen();
    this.#hashes.push(hash);
    const bucket = hash & (this.#buckets.length - 1);
    this.#next.push(this.#buckets[bucket]!);
    this.#buckets[bucket] = edge + 1;
  }

  /** The newest edge that may have this hash, or NO_EDGE. */
  first(hash: number): number {
    return this.#buckets[hash & (this.#buckets.length - 1)]! - 1;
  }

  /** The edge before this one in its chain, or NO_EDGE. */
  after(edge: number): number {
    return this.#next.values[edge]! - 1;
  }

  #widen(): void {
    this.#buckets = new Int32Array(this.#buckets.length * 2);
    const mask = this.#buckets.length - 1;
    for (let edge = 0; edge < this.#hashes.length; edge++) {
      const bucket = this.#hashes.values[edge]! & mask;
      this.#next.values[edge] = this.#buckets[bucket]!;
      this.#buckets[bucket] = edge + 1;
    }
  }
}

/** A hash of three numbers, spread over 32 bits. */
export function hashOf(a: number, b: number, c: number): number {
  let hash = Math.imul(a + 0x9e3779b1, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35) ^ Math.imul(c, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
