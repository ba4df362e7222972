/**
 * A page of a root list, or of a relation at one node, worked out as far as it is asked: counting alone collects
 * nothing, and what several fields need is found once.
 */
import type { CertaintyCounts } from '../../views/certainty.ts';
import type { Operation } from '../operation.ts';
import { cursorOf, type Page, type PageInfo, pageInfo } from '../page.ts';
import type { RowSet, Rows } from '../rows/graph-rows.ts';

/** A place on a page: a node, and of a relation the edge that leads to it. */
export class PlacedRow {
  readonly node: number;
  readonly edge: number;
  /** The type of what the edge carries, where it carries anything. */
  readonly carries: string | undefined;
  readonly #place: number;

  constructor(node: number, edge: number, place: number, carries: string | undefined) {
    this.node = node;
    this.edge = edge;
    this.carries = carries;
    this.#place = place;
  }

  get cursor(): string {
    return cursorOf(this.#place);
  }
}

export class Connection {
  readonly #name: string;
  readonly #found: RowSet;
  readonly #page: Page;
  readonly #operation: Operation;
  readonly #carries: string | undefined;
  #rows: PlacedRow[] | undefined;
  #total: number | undefined;
  #all: Rows | undefined;
  #distinctNodes: readonly number[] | undefined;

  /** `name` is what a refusal calls it, `carries` the type of what its edges carry. */
  constructor(name: string, found: RowSet, page: Page, operation: Operation, carries?: string) {
    this.#name = name;
    this.#found = found;
    this.#page = page;
    this.#operation = operation;
    this.#carries = carries;
  }

  /** The rows of this page. */
  rows(): readonly PlacedRow[] {
    if (this.#rows) return this.#rows;
    const { nodes, edges } = this.#found.page(this.#page);
    this.#operation.spend(this.#name, nodes.length);
    this.#rows = nodes.map((node, i) => new PlacedRow(node, edges[i] ?? -1, this.#page.start + i, this.#carries));
    return this.#rows;
  }

  totalCount(): number {
    return (this.#total ??= this.#found.count());
  }

  get pageInfo(): PageInfo {
    return pageInfo(this.#page, this.rows().length, () => this.totalCount());
  }

  /** The rows of all pages, for aggregates. */
  all(): Rows {
    return (this.#all ??= this.#found.all());
  }

  /** How sure the edges of all pages are on the date of the operation; undefined where it has none. */
  certainty(): CertaintyCounts | undefined {
    return this.#operation.rows.certaintyOf(() => this.all().edges);
  }

  /** The nodes of all pages, each once. */
  distinctNodes(): readonly number[] {
    return (this.#distinctNodes ??= [...new Set(this.all().nodes)]);
  }
}
