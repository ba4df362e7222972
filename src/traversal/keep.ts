/**
 * Steps that pass on some arrivals and keep others back: by a test, once for each node, or the first few.
 */
import { type Test, YES } from '../filters/verdict.ts';
import type { NodeNumber, NodeTable } from '../store/node-table.ts';
import { SeenNumbers } from './seen-numbers.ts';
import { NONE, Passing, type Stage } from './stage.ts';

/** Passes on arrivals that the test says yes to. */
export class Keep extends Passing {
  readonly #test: Test;

  constructor(upstream: Stage, test: Test) {
    super(upstream);
    this.#test = test;
  }

  next(): NodeNumber {
    for (;;) {
      const node = this.upstream.next();
      if (node === NONE || this.#test(node, this.upstream.edge) === YES) return node;
    }
  }
}

/** Passes on the first arrival at each node. */
export class Dedupe extends Passing {
  readonly #seen: SeenNumbers;

  constructor(upstream: Stage, nodes: NodeTable) {
    super(upstream);
    this.#seen = new SeenNumbers(nodes);
  }

  next(): NodeNumber {
    for (;;) {
      const node = this.upstream.next();
      if (node === NONE || this.#seen.add(node)) return node;
    }
  }

  override fill(arrivals: Uint32Array): number {
    for (;;) {
      const filled = this.upstream.fill(arrivals);
      if (filled === 0) return 0;
      let kept = 0;
      for (let i = 0; i < filled; i++) if (this.#seen.add(arrivals[i]!)) arrivals[kept++] = arrivals[i]!;
      if (kept > 0) return kept;
    }
  }

  override restart(): void {
    super.restart();
    this.#seen.clear();
  }
}

/** Passes on `count` arrivals after the first `skipped`, and asks for no more. */
export class Slice extends Passing {
  readonly #skipped: number;
  readonly #count: number;
  #passed = 0;

  constructor(upstream: Stage, skipped: number, count: number) {
    super(upstream);
    this.#skipped = skipped;
    this.#count = count;
  }

  next(): NodeNumber {
    for (; this.#passed < this.#skipped; this.#passed++) if (this.upstream.next() === NONE) return NONE;
    if (this.#passed - this.#skipped >= this.#count) return NONE;
    this.#passed++;
    return this.upstream.next();
  }

  override restart(): void {
    super.restart();
    this.#passed = 0;
  }
}
