/**
 * A step taken again and again: a number of times along every way, or until there is nothing new.
 *
 * Taken a number of times it is the step written as often. Without end that would never finish on a circle, so there
 * each node is gone through once, by one of its shortest ways.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber, NodeTable } from '../store/node-table.ts';
import { SeenNumbers } from './seen-numbers.ts';
import { NONE, Passing, type Run, type Stage, type Step, trailOf } from './stage.ts';
import { StartHere } from './start.ts';
import type { Trail } from './trail.ts';

/** A queue that grew longer is not kept for the next run. */
const KEPT = 10_000;

export interface Repetition {
  readonly step: Step;
  /** Most times the step is taken; without end when undefined. */
  readonly times: number | undefined;
  /** Whether an arrival is the goal, from where the step is not taken again; never when undefined. */
  readonly isGoal: ((run: Run) => (node: NodeNumber, edge: EdgeNumber) => boolean) | undefined;
  /** Whether arrivals on the way are passed on too, and not the last ones alone. */
  readonly emit: boolean;
}

/** The step behind a start that can be set. */
interface Body {
  readonly here: StartHere;
  readonly stage: Stage;
}

function makeBody(step: Step, run: Run): Body {
  const here = new StartHere();
  return { here, stage: step(here, run) };
}

function begin({ here, stage }: Body, node: NodeNumber, edge: EdgeNumber): void {
  stage.restart();
  here.set(node, edge);
}

/** Every way, depth first: body d stands for the step taken for the time d + 1. */
export class RepeatEveryWay extends Passing {
  readonly #repetition: Repetition;
  readonly #run: Run;
  readonly #isGoal: (node: NodeNumber, edge: EdgeNumber) => boolean;
  readonly #bodies: Body[] = [];
  /** How many bodies are under way. */
  #depth = 0;
  /** The body whose arrival was passed on. */
  #current = 0;

  constructor(upstream: Stage, repetition: Repetition, run: Run) {
    super(upstream);
    this.#repetition = repetition;
    this.#run = run;
    this.#isGoal = repetition.isGoal?.(run) ?? (() => false);
  }

  next(): NodeNumber {
    const { times, emit } = this.#repetition;
    for (;;) {
      if (this.#depth === 0) {
        const start = this.upstream.next();
        if (start === NONE) return NONE;
        this.#enter(start, this.upstream.edge);
      }
      const { stage } = this.#bodies[this.#depth - 1]!;
      const node = stage.next();
      if (node === NONE) {
        this.#depth--;
        continue;
      }
      this.#current = this.#depth - 1;
      if (this.#depth === times || this.#isGoal(node, stage.edge)) return node;
      this.#enter(node, stage.edge);
      if (emit) return node;
    }
  }

  #enter(node: NodeNumber, edge: EdgeNumber): void {
    if (this.#bodies.length === this.#depth) this.#bodies.push(makeBody(this.#repetition.step, this.#run));
    begin(this.#bodies[this.#depth++]!, node, edge);
  }

  override get edge(): EdgeNumber {
    return this.#bodies[this.#current]!.stage.edge;
  }

  override trace(trail: Trail): void {
    super.trace(trail);
    for (let depth = 0; depth <= this.#current; depth++) this.#bodies[depth]!.stage.trace(trail);
  }

  override restart(): void {
    super.restart();
    for (const { stage } of this.#bodies) stage.restart();
    this.#depth = 0;
  }
}

/** Each node once for each start, nearest first; the start itself is not arrived at again. */
export class RepeatOnce extends Passing {
  readonly #repetition: Repetition;
  readonly #run: Run;
  readonly #isGoal: (node: NodeNumber, edge: EdgeNumber) => boolean;
  readonly #seen: SeenNumbers;
  readonly #body: Body;
  /** Nodes to go on from, in the order in which they were met: the start, then the rest. What lies behind `#met` is old. */
  readonly #queue: NodeNumber[] = [];
  readonly #queueEdges: EdgeNumber[] = [];
  /** For each of these, the place of the one it was met from, and the trail from there. Kept for ways alone. */
  readonly #parents: number[] = [];
  readonly #trails: (Trail | undefined)[] = [];
  #met = 0;
  /** The place of the node in hand. */
  #place = -1;
  /** Where the nodes met by the step now being taken begin. */
  #levelEnd = 0;
  #taken = 0;

  constructor(upstream: Stage, repetition: Repetition, run: Run, nodes: NodeTable) {
    super(upstream);
    this.#repetition = repetition;
    this.#run = run;
    this.#isGoal = repetition.isGoal?.(run) ?? (() => false);
    this.#seen = new SeenNumbers(nodes);
    this.#body = makeBody(repetition.step, run);
  }

  next(): NodeNumber {
    const { times = Number.POSITIVE_INFINITY, emit } = this.#repetition;
    const { stage } = this.#body;
    for (;;) {
      const node = this.#place < 0 ? NONE : stage.next();
      if (node === NONE) {
        if (!this.#goOn() && !this.#startAnew()) return NONE;
        continue;
      }
      if (!this.#seen.add(node)) continue;
      if (this.#taken === times || this.#isGoal(node, stage.edge)) return node;
      this.#meet(node, stage.edge);
      if (emit) return node;
    }
  }

  /** As `next`, for as many arrivals as the step finds at once: where nobody asks for ways, and nothing is the goal. */
  override fill(arrivals: Uint32Array): number {
    const { times = Number.POSITIVE_INFINITY, emit, isGoal } = this.#repetition;
    if (isGoal || this.#run.traced) return super.fill(arrivals);
    for (;;) {
      const filled = this.#place < 0 ? 0 : this.#body.stage.fill(arrivals);
      if (filled === 0 && !this.#goOn() && !this.#startAnew()) return 0;
      const isLast = this.#taken === times;
      let kept = 0;
      for (let i = 0; i < filled; i++) {
        const node = arrivals[i]!;
        if (!this.#seen.add(node)) continue;
        if (!isLast) this.#meet(node, NONE);
        if (isLast || emit) arrivals[kept++] = node;
      }
      if (kept > 0) return kept;
    }
  }

  #meet(node: NodeNumber, edge: EdgeNumber): void {
    const place = this.#met++;
    this.#queue[place] = node;
    this.#queueEdges[place] = edge;
    if (!this.#run.traced) return;
    this.#parents[place] = this.#place;
    this.#trails[place] = this.#place < 0 ? undefined : trailOf(this.#body.stage);
  }

  /** Turns to the next node that was met. */
  #goOn(): boolean {
    if (++this.#place >= this.#met) return false;
    if (this.#place === this.#levelEnd) {
      this.#levelEnd = this.#met;
      this.#taken++;
    }
    begin(this.#body, this.#queue[this.#place]!, this.#queueEdges[this.#place]!);
    return true;
  }

  #startAnew(): boolean {
    this.#forget();
    const start = this.upstream.next();
    if (start === NONE) return false;
    this.#seen.add(start);
    this.#meet(start, this.upstream.edge);
    return true;
  }

  #forget(): void {
    this.#seen.clear();
    this.#met = 0;
    this.#place = -1;
    this.#levelEnd = 0;
    this.#taken = 0;
  }

  override get edge(): EdgeNumber {
    return this.#body.stage.edge;
  }

  override trace(trail: Trail): void {
    super.trace(trail);
    const hops: Trail[] = [];
    for (let place = this.#place; place > 0; place = this.#parents[place]!) hops.unshift(this.#trails[place]!);
    for (const hop of hops) trail.add(hop);
    this.#body.stage.trace(trail);
  }

  override restart(): void {
    super.restart();
    this.#body.stage.restart();
    this.#forget();
    if (this.#queue.length > KEPT) this.#queue.length = this.#queueEdges.length = 0;
  }
}
