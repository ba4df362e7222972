/**
 * The search for paths, shortest first, as something that can be run in slices and cut off.
 *
 * Two balls grow from the ends until they meet, the smaller first, so that a hub is met late or never. Then paths of
 * each length are walked depth first from the start; the ball around the goal says how far every node still is, and turns
 * back whatever cannot arrive in time. Beyond the ball a node counts as just outside it, which is never too far.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { Ball } from './ball.ts';
import { reversed, type Side, type Steps } from './steps.ts';

export interface Path {
  /** From start to goal, no node twice. */
  readonly nodes: readonly NodeNumber[];
  /** One edge a hop: where several join two nodes, a stated one before an inferred one, then the lowest number. */
  readonly edges: readonly EdgeNumber[];
  /** For each hop, the other edges that would do as well. */
  readonly alternatives: readonly (readonly EdgeNumber[])[];
}

/** A hop that may be taken: to a node, along any of these edges. */
interface Hop {
  readonly node: NodeNumber;
  readonly edges: EdgeNumber[];
}

/** A level that costs more than this, and more than four times what the search has cost so far, is not worth growing. */
const CHEAP = 1000;
/** Nor is one that costs more than this part of what the budget still allows. */
const PART = 8;

export interface PathQuestion {
  readonly steps: Steps;
  readonly from: NodeNumber;
  readonly to: NodeNumber;
  readonly maxHops: number;
  readonly first: number;
  /** How many edges may be looked at in all. */
  readonly budget: number;
}

export class PathSearch {
  readonly #question: PathQuestion;
  readonly #back: Ball;
  #ahead: Ball | undefined;
  readonly #paths: Path[] = [];
  #spent = 0;
  #hops = 0;
  /** The walk in hand: the hops it took, and behind each those not yet tried. */
  readonly #taken: Hop[] = [];
  readonly #untried: Hop[][] = [];
  /** The ball in the middle of a level, which it is to finish. */
  #growing: Ball | undefined;
  #state: 'MEETING' | 'WALKING' | 'FOUND' | 'CUT_OFF' = 'MEETING';

  constructor(question: PathQuestion) {
    const { steps, from, to, maxHops } = question;
    this.#question = question;
    this.#ahead = new Ball(steps, [from], maxHops);
    this.#back = new Ball(reversed(steps), [to], maxHops);
    if (question.first < 1) this.#finish('FOUND');
    else if (from === to) this.#finish('FOUND', { nodes: [from], edges: [], alternatives: [] });
  }

  /** Looks at about `slice` more edges; true when there is nothing more to do. */
  run(slice: number): boolean {
    const { budget } = this.#question;
    const end = Math.min(budget, this.#spent + slice);
    while (this.#isRunning && this.#spent < end) {
      if (this.#state === 'MEETING') this.#meet(end - this.#spent);
      else this.#walk();
    }
    if (this.#isRunning && this.#spent >= budget) this.#finish('CUT_OFF');
    return !this.#isRunning;
  }

  /** What was found up to now, shortest first; among equals in the order of their nodes' numbers. */
  get paths(): readonly Path[] {
    return this.#paths;
  }

  /** Whether the budget ran out before every path was found. */
  get truncated(): boolean {
    return this.#state === 'CUT_OFF';
  }

  /** How many edges were looked at. */
  get touched(): number {
    return this.#spent;
  }

  /** Gives the search's memory back; for a search that is dropped before it is done. */
  release(): void {
    if (this.#isRunning) this.#finish('CUT_OFF');
  }

  get #isRunning(): boolean {
    return this.#state === 'MEETING' || this.#state === 'WALKING';
  }

  #finish(state: 'FOUND' | 'CUT_OFF', ...paths: Path[]): void {
    this.#paths.push(...paths);
    this.#state = state;
    this.#ahead?.release();
    this.#back.release();
  }

  /** Grows the smaller ball; once they meet, the length of the shortest path is known. */
  #meet(limit: number): void {
    const ahead = this.#ahead!;
    const back = this.#back;
    // A level is finished before the other ball has its turn: only whole levels make the first meeting a shortest path.
    const smaller = this.#growing ?? (ahead.frontier <= back.frontier ? ahead : back);
    const level = smaller.radius;
    const before = smaller.touched;
    const met = smaller.grow(limit, smaller === ahead ? back : ahead);
    this.#spent += smaller.touched - before + 1;
    this.#growing = smaller.radius === level ? smaller : undefined;
    if (met !== -1) this.#startWalking(ahead.distance(met) + back.distance(met));
    else if (ahead.isComplete || back.isComplete || ahead.radius + back.radius >= this.#question.maxHops) {
      this.#finish('FOUND');
    }
  }

  #startWalking(hops: number): void {
    this.#ahead?.release();
    this.#ahead = undefined;
    this.#state = 'WALKING';
    this.#hops = hops;
    if (hops > this.#question.maxHops) this.#finish('FOUND');
    else this.#begin();
  }

  /** Begins the walks of `#hops` hops. */
  #begin(): void {
    const back = this.#back;
    while (back.radius < this.#hops - 1 && !back.isComplete) {
      const cost = back.frontierEdges();
      if (cost > Math.max(CHEAP, 4 * this.#spent) || cost * PART > this.#question.budget - this.#spent) break;
      const before = back.touched;
      back.grow(Number.POSITIVE_INFINITY);
      this.#spent += back.touched - before + 1;
    }
    this.#taken.length = 0;
    this.#untried.length = 0;
    this.#untried.push(this.#hopsFrom(this.#question.from));
  }

  /** Takes one hop, or one hop back. */
  #walk(): void {
    this.#spent++;
    const untried = this.#untried.at(-1);
    if (untried === undefined) {
      this.#hops++;
      if (this.#hops > this.#question.maxHops) this.#finish('FOUND');
      else this.#begin();
      return;
    }
    const hop = untried.pop();
    if (hop === undefined) {
      this.#untried.pop();
      this.#taken.pop();
      return;
    }
    this.#taken.push(hop);
    if (this.#taken.length < this.#hops) {
      this.#untried.push(this.#hopsFrom(hop.node));
      return;
    }
    this.#paths.push(this.#path());
    this.#taken.pop();
    if (this.#paths.length >= this.#question.first) this.#finish('FOUND');
  }

  /** The hops from `node` that can still arrive in time, the lowest node last, where it is tried first. */
  #hopsFrom(node: NodeNumber): Hop[] {
    const { steps } = this.#question;
    const hops = new Map<NodeNumber, Hop>();
    for (const side of steps.sides) this.#collect(hops, side, node);
    return [...hops.values()].sort((a, b) => b.node - a.node);
  }

  #collect(hops: Map<NodeNumber, Hop>, { rows, allowed }: Side, node: NodeNumber): void {
    const { kept } = this.#question.steps;
    const left = this.#hops - this.#taken.length - 1;
    for (let run = rows.firstRun[node]!; run < rows.firstRun[node + 1]!; run++) {
      if (allowed !== undefined && allowed[rows.runType[run]!] === 0) continue;
      this.#spent += rows.runStart[run + 1]! - rows.runStart[run]!;
      for (let place = rows.runStart[run]!; place < rows.runStart[run + 1]!; place++) {
        const edge = rows.edge[place]!;
        const next = rows.target[place]!;
        if ((kept !== undefined && !kept.has(edge)) || !this.#mayArrive(next, left) || this.#wasMet(next)) continue;
        const hop = hops.get(next);
        if (hop) hop.edges.push(edge);
        else hops.set(next, { node: next, edges: [edge] });
      }
    }
  }

  #mayArrive(node: NodeNumber, left: number): boolean {
    if (node === this.#question.to) return left === 0;
    const away = this.#back.distance(node);
    if (away !== -1) return away <= left && left > 0;
    return !this.#back.isComplete && this.#back.radius < left && !this.#question.steps.avoided.includes(node);
  }

  #wasMet(node: NodeNumber): boolean {
    return node === this.#question.from || this.#taken.some((hop) => hop.node === node);
  }

  #path(): Path {
    const { graph } = this.#question.steps;
    const inferred = (edge: EdgeNumber): number => Number(graph.edges.isInferred(edge));
    const edges = this.#taken.map((hop) => [...hop.edges].sort((a, b) => inferred(a) - inferred(b) || a - b));
    return {
      nodes: [this.#question.from, ...this.#taken.map((hop) => hop.node)],
      edges: edges.map((it) => it[0]!),
      alternatives: edges.map((it) => it.slice(1)),
    };
  }
}
