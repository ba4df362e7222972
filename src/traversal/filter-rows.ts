/**
 * Operators that keep some rows and drop others: by a test, the first of each node, or the first few.
 */
import { type Test, type Verdict, verdictOf, YES } from '../filters/verdict.ts';
import type { NodeNumber, NodeTable } from '../store/node-table.ts';
import { NumberSet } from './number-set.ts';
import { NONE, type Operator, PassingOperator, type Plan, Start } from './operator.ts';

/** The test of whether steps lead anywhere from a node, made anew for each run since its operators remember where they are. */
export function leadsOn(steps: Plan): Test {
  const start = new Start();
  const last = steps.behind(start, 'NODES');
  return (node, edge) => {
    start.at(node, edge);
    const leads = last.next() !== NONE;
    last.reset();
    return verdictOf(leads);
  };
}

/** Passes on the rows of which the test says what is wanted. */
export class FilterRows extends PassingOperator {
  readonly #test: Test;
  readonly #wanted: Verdict;

  constructor(upstream: Operator, test: Test, wanted: Verdict = YES) {
    super(upstream);
    this.#test = test;
    this.#wanted = wanted;
  }

  next(): NodeNumber {
    for (;;) {
      const node = this.upstream.next();
      if (node === NONE || this.#test(node, this.upstream.edge) === this.#wanted) return node;
    }
  }
}

/** Passes on the first row of each node. */
export class Dedupe extends PassingOperator {
  readonly #seen: NumberSet;

  constructor(upstream: Operator, nodes: NodeTable) {
    super(upstream);
    this.#seen = new NumberSet(nodes);
  }

  next(): NodeNumber {
    for (;;) {
      const node = this.upstream.next();
      if (node === NONE || this.#seen.add(node)) return node;
    }
  }

  override fill(nodes: Uint32Array): number {
    for (;;) {
      const filled = this.upstream.fill(nodes);
      if (filled === 0) return 0;
      let passed = 0;
      for (let i = 0; i < filled; i++) if (this.#seen.add(nodes[i]!)) nodes[passed++] = nodes[i]!;
      if (passed > 0) return passed;
    }
  }

  override reset(): void {
    super.reset();
    this.#seen.clear();
  }
}

/** Passes on `count` rows after the first `skipped`, and asks for no more. */
export class Slice extends PassingOperator {
  readonly #skipped: number;
  readonly #count: number;
  #passed = 0;

  constructor(upstream: Operator, skipped: number, count: number) {
    super(upstream);
    this.#skipped = skipped;
    this.#count = count;
  }

  next(): NodeNumber {
    if (this.#passed < this.#skipped) {
      this.upstream.skip(this.#skipped);
      this.#passed = this.#skipped;
    }
    if (this.#passed - this.#skipped >= this.#count) return NONE;
    this.#passed++;
    return this.upstream.next();
  }

  override reset(): void {
    super.reset();
    this.#passed = 0;
  }
}
