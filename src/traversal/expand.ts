/**
 * The step along edges, where nearly all time of a walk is spent.
 *
 * The edges of a node lie side by side, in runs of one type; the stage is a place in such a run. Types are judged a run
 * at a time, dates by reading two columns, and only what is left by the test of properties.
 */
import type { BitSet } from '../base/bit-set.ts';
import type { Day } from '../facts/validity.ts';
import { type Test, YES } from '../filters/verdict.ts';
import type { Adjacency } from '../store/adjacency.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { NONE, Passing, type Stage } from './stage.ts';
import type { Trail } from './trail.ts';

/** Which edges to follow, in the words of loops. */
export interface Steps {
  readonly graph: KnowledgeGraph;
  /** Kept edges; undefined when all are. */
  readonly kept: BitSet | undefined;
  /** By edge type code, 1 where edges are followed from their source (`out`), or from their target (`in`). */
  readonly out: Uint8Array | undefined;
  readonly in: Uint8Array | undefined;
  /** When edges start and end; undefined where no date is too late, or too early. */
  readonly starts: Int32Array | undefined;
  readonly ends: Int32Array | undefined;
  /** Edges that start later, or end earlier, are passed over. */
  readonly last: Day;
  readonly first: Day;
  readonly test: Test | undefined;
}

export class Expand extends Passing {
  readonly #steps: Steps;
  #edge: EdgeNumber = NONE;
  #node: NodeNumber = NONE;
  #rows: Adjacency;
  // As if both directions of some node were done, so that the first call asks for a start.
  #isIn = true;
  #run = 0;
  #endRun = 0;
  #place = 0;
  #endPlace = 0;

  constructor(upstream: Stage, steps: Steps) {
    super(upstream);
    this.#steps = steps;
    this.#rows = steps.graph.out;
  }

  override get edge(): EdgeNumber {
    return this.#edge;
  }

  next(): NodeNumber {
    for (;;) {
      const { edge: edges, target: targets } = this.#rows;
      const { kept, starts, ends, first, last, test } = this.#steps;
      const end = this.#endPlace;
      for (let place = this.#place; place < end; place++) {
        const edge = edges[place]!;
        if (kept !== undefined && !kept.has(edge)) continue;
        if (starts !== undefined && starts[edge]! > last) continue;
        if (ends !== undefined && ends[edge]! < first) continue;
        const target = targets[place]!;
        // A loop that was followed from its source is not followed from its target as well.
        if (target === this.#node && this.#isIn && this.#isFollowedOut(edge)) continue;
        if (test !== undefined && test(target, edge) !== YES) continue;
        this.#place = place + 1;
        this.#edge = edge;
        return target;
      }
      this.#place = end;
      if (!this.#nextRun() && !this.#nextRows()) return NONE;
    }
  }

  override fill(arrivals: Uint32Array): number {
    const { kept, starts, ends, first, last, test } = this.#steps;
    const room = arrivals.length;
    let filled = 0;
    for (;;) {
      const { edge: edges, target: targets } = this.#rows;
      const loop = this.#isIn ? this.#node : NONE;
      const end = this.#endPlace;
      let place = this.#place;
      for (; place < end && filled < room; place++) {
        const edge = edges[place]!;
        if (kept !== undefined && !kept.has(edge)) continue;
        if (starts !== undefined && starts[edge]! > last) continue;
        if (ends !== undefined && ends[edge]! < first) continue;
        const target = targets[place]!;
        if (target === loop && this.#isFollowedOut(edge)) continue;
        if (test !== undefined && test(target, edge) !== YES) continue;
        arrivals[filled++] = target;
      }
      this.#place = place;
      if (filled === room || (!this.#nextRun() && !this.#nextRows())) return filled;
    }
  }

  #isFollowedOut(edge: EdgeNumber): boolean {
    const { out, graph } = this.#steps;
    return out !== undefined && out[graph.edges.type[edge]!] === 1;
  }

  #nextRun(): boolean {
    const { runType, runStart } = this.#rows;
    const followed = this.#isIn ? this.#steps.in : this.#steps.out;
    if (followed === undefined) return false;
    for (let run = this.#run; run < this.#endRun; run++) {
      if (followed[runType[run]!] === 0) continue;
      this.#run = run + 1;
      this.#place = runStart[run]!;
      this.#endPlace = runStart[run + 1]!;
      return true;
    }
    this.#run = this.#endRun;
    return false;
  }

  /** Turns to the rows of the other direction, or to the next start. */
  #nextRows(): boolean {
    const { graph } = this.#steps;
    if (!this.#isIn && this.#steps.in !== undefined) this.#isIn = true;
    else {
      this.#node = this.upstream.next();
      if (this.#node === NONE) return false;
      this.#isIn = this.#steps.out === undefined;
    }
    this.#rows = this.#isIn ? graph.in : graph.out;
    this.#run = this.#rows.firstRun[this.#node]!;
    this.#endRun = this.#rows.firstRun[this.#node + 1]!;
    return true;
  }

  override trace(trail: Trail): void {
    super.trace(trail);
    const { from, to } = this.#steps.graph.edges;
    trail.hop(this.#edge, this.#isIn ? from[this.#edge]! : to[this.#edge]!);
  }

  override restart(): void {
    super.restart();
    this.#run = this.#endRun = this.#place = this.#endPlace = 0;
    this.#isIn = true;
  }
}
