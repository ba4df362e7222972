/**
 * The step along edges, where nearly all time of a walk is spent.
 *
 * The edges of a node lie side by side, in runs of one type; the stage is a place in such a run. Types are judged a run
 * at a time, dates by reading two columns, and only what is left by the test of properties.
 */
import type { BitSet } from '../base/bit-set.ts';
import type { Certainty, Period } from '../facts/validity.ts';
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
  readonly #first: number;
  readonly #last: number;
  readonly #starts: Int32Array | undefined;
  readonly #ends: Int32Array;
  /** Whether a run is in the order of `starts`, so that the first that is too late ends it. */
  readonly #inOrder: boolean;
  #edge: EdgeNumber = NONE;
  #node: NodeNumber = NONE;
  #rows: Adjacency;
  #isIn = false;
  #run = 0;
  #endRun = 0;
  #place = 0;
  #endPlace = 0;

  constructor(upstream: Stage, steps: Steps) {
    super(upstream);
    const { view, period, certainty } = steps;
    const { validity } = view.graph.edges;
    this.#steps = steps;
    this.#kept = view.keptEdges;
    this.#test = steps.test;
    this.#first = period?.first ?? 0;
    this.#last = period?.last ?? 0;
    this.#inOrder = certainty === 'POSSIBLE';
    this.#starts = period && (this.#inOrder ? validity.earliestStart : validity.latestStart);
    this.#ends = this.#inOrder ? validity.latestEnd : validity.earliestEnd;
    this.#rows = view.graph.out;
    // As if both directions of some node were done, so that the first call asks for a start.
    this.#isIn = true;
  }

  override get edge(): EdgeNumber {
    return this.#edge;
  }

  next(): NodeNumber {
    for (;;) {
      const arrival = this.#nextInRun();
      if (arrival !== NONE) return arrival;
      if (!this.#nextRun() && !this.#nextRows()) return NONE;
    }
  }

  #nextInRun(): NodeNumber {
    const { edge: edges, target: targets } = this.#rows;
    const kept = this.#kept;
    const starts = this.#starts;
    const test = this.#test;
    const end = this.#endPlace;
    for (let place = this.#place; place < end; place++) {
      const edge = edges[place]!;
      if (kept !== undefined && !kept.has(edge)) continue;
      if (starts !== undefined) {
        if (starts[edge]! > this.#last) {
          if (this.#inOrder) break;
          continue;
        }
        if (this.#ends[edge]! < this.#first) continue;
      }
      const target = targets[place]!;
      // A loop that was followed from its source is not followed from its target as well.
      if (target === this.#node && this.#isIn && this.#isFollowedOut(edge)) continue;
      if (test !== undefined && test(target, edge) !== YES) continue;
      this.#place = place + 1;
      this.#edge = edge;
      return target;
    }
    this.#place = end;
    return NONE;
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
