/**
 * Where walks start: at given nodes, at all nodes of some types, or, inside another step, at the node that step is at.
 *
 * A start serves one run: there is nothing to begin anew, and stages that are kept must not keep its graph.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber, NodeSpan } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { fillSingly, NONE, type Stage } from './stage.ts';
import type { Trail } from './trail.ts';

/** Starts at these nodes, in this order. */
export class StartAt implements Stage {
  readonly edge: EdgeNumber = NONE;
  readonly #nodes: readonly NodeNumber[];
  #place = 0;

  constructor(nodes: readonly NodeNumber[]) {
    this.#nodes = nodes;
  }

  next(): NodeNumber {
    return this.#place < this.#nodes.length ? this.#nodes[this.#place++]! : NONE;
  }

  trace(trail: Trail): void {
    trail.start(this.#nodes[this.#place - 1]!);
  }

  fill(arrivals: Uint32Array): number {
    return fillSingly(this, arrivals);
  }

  restart(): void {}
}

/** Starts at every node of some spans that the view keeps. */
export class StartAll implements Stage {
  readonly edge: EdgeNumber = NONE;
  readonly #view: GraphView;
  readonly #spans: readonly NodeSpan[];
  #span = 0;
  #node: NodeNumber;

  constructor(view: GraphView, spans: readonly NodeSpan[]) {
    this.#view = view;
    this.#spans = spans;
    this.#node = (spans[0]?.start ?? 0) - 1;
  }

  next(): NodeNumber {
    for (; this.#span < this.#spans.length; this.#node = (this.#spans[++this.#span]?.start ?? 0) - 1) {
      const { end } = this.#spans[this.#span]!;
      while (++this.#node < end) if (this.#view.hasNode(this.#node)) return this.#node;
    }
    return NONE;
  }

  trace(trail: Trail): void {
    trail.start(this.#node);
  }

  fill(arrivals: Uint32Array): number {
    return fillSingly(this, arrivals);
  }

  restart(): void {}
}

const NOWHERE = new StartAt([]);

/** The way in: what it hands out comes from a start that is put there before each run, and forgotten behind it. */
export class Entry implements Stage {
  start: Stage = NOWHERE;

  get edge(): EdgeNumber {
    return this.start.edge;
  }

  next(): NodeNumber {
    return this.start.next();
  }

  trace(trail: Trail): void {
    this.start.trace(trail);
  }

  fill(arrivals: Uint32Array): number {
    return this.start.fill(arrivals);
  }

  restart(): void {
    this.start = NOWHERE;
  }
}

/** Starts at one node that is set anew each time. Its way is not told: whoever sets the node knows it. */
export class StartHere implements Stage {
  edge: EdgeNumber = NONE;
  #node: NodeNumber = NONE;

  /** The next start, and the edge by which it was reached. */
  set(node: NodeNumber, edge: EdgeNumber): void {
    this.#node = node;
    this.edge = edge;
  }

  next(): NodeNumber {
    const node = this.#node;
    this.#node = NONE;
    return node;
  }

  trace(_: Trail): void {}

  fill(arrivals: Uint32Array): number {
    return fillSingly(this, arrivals);
  }

  restart(): void {}
}
