/**
 * The nodes of a type or an interface: the spans of its node types, what a filter leaves of them, in order, by pages.
 *
 * Without filter and sort a page is arithmetic; with a sort alone it is a slice of an order that is remembered with the
 * graph, so that a page deep in a long sorted list costs what the page costs. Counting never collects.
 */
import type { SortKey } from '../../filters/comparable.ts';
import { countIn, orderOf } from '../../filters/node-index.ts';
import { type Test, YES } from '../../filters/verdict.ts';
import { concreteTypes, type Ontology, type Property } from '../../ontology/ontology.ts';
import type { NodeSpan } from '../../store/node-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import type { Work } from '../limits/query-limits.ts';
import type { Page } from '../page.ts';
import { sortRows } from './compile-sort.ts';
import type { RowSet, Rows } from './graph-rows.ts';

export interface NodePlan {
  readonly view: GraphView;
  readonly work: Work;
  /** The node type or interface. */
  readonly type: string;
  readonly test: Test | undefined;
  readonly sort: readonly SortKey[];
  /** The only nodes that can pass, when the filter bounds them; in rising order. */
  readonly candidates: readonly number[] | undefined;
}

/** The properties of a node type or an interface. */
export function propertiesOf(ontology: Ontology, type: string): ReadonlyMap<string, Property> {
  return (ontology.nodeTypes.get(type) ?? ontology.interfaces.get(type))?.properties ?? new Map();
}

export class NodeRows implements RowSet {
  readonly #plan: NodePlan;

  constructor(plan: NodePlan) {
    this.#plan = plan;
  }

  count(): number {
    if (this.#isWhole) return countIn(this.#spans());
    let count = 0;
    this.#forEach(() => {
      count++;
      return undefined;
    });
    return count;
  }

  page({ start, size }: Page): Rows {
    const { sort } = this.#plan;
    if (sort.length > 0) return rowsOf(this.#ordered(start, size));
    return rowsOf(this.#isWhole ? sliceSpans(this.#spans(), start, size) : this.#found(start, size));
  }

  all(): Rows {
    return rowsOf(this.#found(0, Number.POSITIVE_INFINITY));
  }

  /** Whether every node of the type is a row. */
  get #isWhole(): boolean {
    const { view, test, candidates } = this.#plan;
    return test === undefined && candidates === undefined && view.nodeMask === undefined;
  }

  #ordered(start: number, size: number): readonly number[] {
    const { view, type, sort } = this.#plan;
    const sorted = (): readonly number[] => sortRows(view.graph, this.all(), sort).nodes;
    if (!this.#isWhole) return sorted().slice(start, start + size);
    const order = orderOf(view.graph, type, sort, sorted);
    return Array.from(order.subarray(start, start + size));
  }

  #found(start: number, size: number): number[] {
    const found: number[] = [];
    let passed = 0;
    this.#forEach((node) => {
      if (passed++ >= start) found.push(node);
      return found.length >= size;
    });
    return found;
  }

  #spans(): NodeSpan[] {
    const { view, type } = this.#plan;
    return concreteTypes(view.ontology, type).map((name) => view.graph.nodes.span(name));
  }

  #forEach(visit: (node: number) => boolean | undefined): void {
    const { view, work, test, candidates } = this.#plan;
    const passes = (node: number): boolean => view.hasNode(node) && (test === undefined || test(node, -1) === YES);
    if (candidates) {
      work.spend(candidates.length);
      for (const node of candidates) if (passes(node) && visit(node) === true) return;
      return;
    }
    for (const { start, end } of this.#spans()) {
      for (let node = start; node < end; node++) {
        work.spend(1);
        if (passes(node) && visit(node) === true) return;
      }
    }
  }
}

const rowsOf = (nodes: readonly number[]): Rows => ({ nodes, edges: [] });

function sliceSpans(spans: readonly NodeSpan[], start: number, size: number): number[] {
  const found: number[] = [];
  let skip = start;
  for (const span of spans) {
    const length = span.end - span.start;
    for (let node = span.start + Math.min(skip, length); node < span.end && found.length < size; node++)
      found.push(node);
    skip = Math.max(0, skip - length);
  }
  return found;
}
