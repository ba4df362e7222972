/**
 * The nodes of a root list: the spans of one or several node types, what a filter leaves of them, in order, by pages.
 *
 * Without filter and sort a page is arithmetic; with a sort alone it is a slice of an order that the graph remembers.
 * Counting never collects.
 */

import type { SortKey } from '../filters/sort-rows.ts';
import { type Test, YES } from '../filters/verdict.ts';
import { concreteTypes, type Ontology, type Property } from '../ontology/ontology.ts';
import type { NodeSpan } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { sortRows } from './compile-sort.ts';
import { rememberedOrder } from './remembered-orders.ts';
import type { Work } from './work.ts';

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

/** How many nodes the plan finds. */
export function countNodeRows(plan: NodePlan): number {
  const { view, test, candidates } = plan;
  if (test === undefined && candidates === undefined && view.keptNodes === undefined) {
    return spansOf(plan).reduce((sum, { start, end }) => sum + end - start, 0);
  }
  let count = 0;
  forEachNode(plan, () => {
    count++;
    return undefined;
  });
  return count;
}

/** Rows `start` to `start + size` of what the plan finds, in its order. */
export function sliceNodeRows(plan: NodePlan, start: number, size: number): readonly number[] {
  const { view, test, sort, candidates } = plan;
  const whole = test === undefined && candidates === undefined && view.keptNodes === undefined;
  if (sort.length > 0) {
    if (!whole)
      return sortRows(view.graph, { nodes: allNodeRows(plan), edges: [] }, sort).nodes.slice(start, start + size);
    const key = `${plan.type} ${sort.map((it) => it.name).join(', ')}`;
    const order = rememberedOrder(view.graph, key, () =>
      Uint32Array.from(sortRows(view.graph, { nodes: allNodeRows(plan), edges: [] }, sort).nodes),
    );
    return Array.from(order.subarray(start, start + size));
  }
  return whole ? sliceSpans(spansOf(plan), start, size) : sliceFound(plan, start, size);
}

/** Everything the plan finds, unsorted. */
export function allNodeRows(plan: NodePlan): number[] {
  return sliceFound({ ...plan, sort: [] }, 0, Number.POSITIVE_INFINITY);
}

function sliceFound(plan: NodePlan, start: number, size: number): number[] {
  const found: number[] = [];
  let passed = 0;
  forEachNode(plan, (node) => {
    if (passed++ >= start) found.push(node);
    return found.length >= size;
  });
  return found;
}

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

const spansOf = ({ view, type }: NodePlan): NodeSpan[] =>
  concreteTypes(view.ontology, type).map((name) => view.graph.nodes.span(name));

function forEachNode(plan: NodePlan, visit: (node: number) => boolean | undefined): void {
  const { view, work, test, candidates } = plan;
  const passes = (node: number): boolean => view.hasNode(node) && (test === undefined || test(node, -1) === YES);
  if (candidates) {
    work.spend(candidates.length);
    for (const node of candidates) if (passes(node) && visit(node) === true) return;
    return;
  }
  for (const { start, end } of spansOf(plan)) {
    for (let node = start; node < end; node++) {
      work.spend(1);
      if (passes(node) && visit(node) === true) return;
    }
  }
}
