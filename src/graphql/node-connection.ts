/**
 * A page of a root list, worked out as far as it is asked.
 */
import { allNodeRows, countNodeRows, type NodePlan, sliceNodeRows } from './node-rows.ts';
import type { Operation } from './operation.ts';
import { cursorOf, type Page } from './page.ts';
import { type PageInfo, pageInfo } from './page-info.ts';

/** A node on a page. */
export class NodeRow {
  readonly node: number;
  readonly #place: number;

  constructor(node: number, place: number) {
    this.node = node;
    this.#place = place;
  }

  get cursor(): string {
    return cursorOf(this.#place);
  }
}

export class NodeConnection {
  readonly plan: NodePlan;
  readonly #page: Page;
  readonly #operation: Operation;
  #rows: NodeRow[] | undefined;
  #total: number | undefined;
  #all: readonly number[] | undefined;

  constructor(plan: NodePlan, page: Page, operation: Operation) {
    this.plan = plan;
    this.#page = page;
    this.#operation = operation;
  }

  /** The nodes of this page. */
  rows(): readonly NodeRow[] {
    if (this.#rows) return this.#rows;
    const nodes = sliceNodeRows(this.plan, this.#page.start, this.#page.size);
    this.#operation.spend(this.plan.type, nodes.length);
    this.#rows = nodes.map((node, i) => new NodeRow(node, this.#page.start + i));
    return this.#rows;
  }

  totalCount(): number {
    return (this.#total ??= countNodeRows(this.plan));
  }

  get pageInfo(): PageInfo {
    return pageInfo(this.#page, this.rows().length, () => this.totalCount());
  }

  /** The nodes of all pages, for aggregates. */
  all(): readonly number[] {
    return (this.#all ??= allNodeRows(this.plan));
  }
}
