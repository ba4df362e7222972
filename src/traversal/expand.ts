/**
 * The step along edges, where nearly all time of a walk is spent.
 *
 * The edges of a node lie side by side, in runs of one type; the stage is a place in such a run. Types are judged a run
 * at a time, dates by reading two columns, and only what is left by the test of properties.
 */
import type { BitSet } from '../base/bit-set.ts';
import { ALWAYS, type Certainty, type Day, FOREVER, type Period } from '../facts/validity.ts';
import { type Test, YES } from '../filters/verdict.ts';
import type { Adjacency } from '../store/adjacency.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { NONE, Passing, type Stage } from './stage.ts';
import type { Trail } from './trail.ts';

/** Which edges to follow, in the words of loops. */
export interface Steps {
  readonly view: GraphView;
  /** By edge type code, 1 where edges are followed from their source (`out`), or from their target (`in`). */
  readonly out: Uint8Array | undefined;
  readonly in: Uint8Array | undefined;
  /** When the edges must hold; any time when undefined. */
  readonly period: Period | undefined;
  readonly certainty: Certainty;
  readonly test: Test | undefined;
}

export class Expand extends Passing {
  readonly #steps: Steps;
  readonly #kept: BitSet | undefined;
  readonly #test: Test | undefined;
  readonly #first: Day;
  readonly #last: Day;
  /** When edges start and end; undefined where no date is too late, or too early. */
  readonly #starts: Int32Array | undefined;
  readonly #ends: Int32Array | undefined;
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
    const { view, period = always, certainty } = steps;
    const { earliestStart, latestStart, earliestEnd, latestEnd } = view.graph.edges.validity;
    this.#steps = steps;
    this.#kept = view.keptEdges;
    this.#test = steps.test;
    this.#first = period.first;
    this.#last = period.last;
    if (period.last !== FOREVER) this.#starts = certainty === 'POSSIBLE' ? earliestStart : latestStart;
    if (period.first !== ALWAYS) this.#ends = certainty === 'POSSIBLE' ? latestEnd : earliestEnd;
    this.#rows = view.graph.out;
  }

  override get edge(): EdgeNumber {
    return this.#edge;
  }

  next(): NodeNumber {
    for (;;) {
      const { edge: edges, target: targets } = this.#rows;
      const kept = this.#kept;
      const starts = this.#starts;
      const ends = this.#ends;
      const test = this.#test;
      const end = this.#endPlace;
      for (let place = this.#place; place < end; place++) {
        const edge = edges[place]!;
        if (kept !== undefined && !kept.has(edge)) continue;
        if (starts !== undefined && starts[edge]! > this.#last) continue;
        if (ends !== undefined && ends[edge]! < this.#first) continue;
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
    const kept = this.#kept;
    const starts = this.#starts;
    const ends = this.#ends;
    const test = this.#test;
    const first = this.#first;
    const last = this.#last;
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
    const { out, view } = this.#steps;
    return out !== undefined && out[view.graph.edges.type[edge]!] === 1;
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
    const { graph } = this.#steps.view;
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
    const { from, to } = this.#steps.view.graph.edges;
    trail.hop(this.#edge, this.#isIn ? from[this.#edge]! : to[this.#edge]!);
  }

  override restart(): void {
    super.restart();
    this.#run = this.#endRun = this.#place = this.#endPlace = 0;
    this.#isIn = true;
  }
}

const always: Period = { first: ALWAYS, last: FOREVER };
