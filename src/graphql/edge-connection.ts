/**
 * A page of a relation at one node, worked out as far as it is asked: counting alone collects nothing, and what several
 * fields need is found once.
 */
import type { Rows } from './compile-sort.ts';
import { countEdgeRows, type EdgePlan, findEdges, sliceEdgeRows } from './edge-rows.ts';
import type { Operation } from './operation.ts';
import { cursorOf, type Page } from './page.ts';
import { type PageInfo, pageInfo } from './page-info.ts';

/** An edge on a page. */
export class EdgeRow {
  readonly node: number;
  readonly edge: number;
  readonly #place: number;

  constructor(node: number, edge: number, place: number) {
    this.node = node;
    this.edge = edge;
    this.#place = place;
  }

  get cursor(): string {
    return cursorOf(this.#place);
  }
}

export class EdgeConnection {
  readonly plan: EdgePlan;
  readonly #node: number;
  readonly #page: Page;
  readonly #operation: Operation;
  #rows: EdgeRow[] | undefined;
  #total: number | undefined;
  #all: Rows | undefined;
  #distinctNodes: readonly number[] | undefined;

  constructor(plan: EdgePlan, node: number, page: Page, operation: Operation) {
    this.plan = plan;
    this.#node = node;
    this.#page = page;
    this.#operation = operation;
  }

  /** The edges of this page. */
  rows(): readonly EdgeRow[] {
    if (this.#rows) return this.#rows;
    const { nodes, edges } = sliceEdgeRows(this.plan, this.#node, this.#page);
    this.#operation.spend(this.plan.rows.relation.field, edges.length);
    this.#rows = edges.map((edge, i) => new EdgeRow(nodes[i] ?? 0, edge, this.#page.start + i));
    return this.#rows;
  }

  totalCount(): number {
    return (this.#total ??= countEdgeRows(this.plan, this.#node));
  }

  get pageInfo(): PageInfo {
    return pageInfo(this.#page, this.rows().length, () => this.totalCount());
  }

  /** The edges of all pages, for aggregates. */
  all(): Rows {
    return (this.#all ??= findEdges(this.plan, this.#node));
  }

  /** The nodes at the other ends on all pages, each once. */
  distinctNodes(): readonly number[] {
    return (this.#distinctNodes ??= [...new Set(this.all().nodes)]);
  }
}
