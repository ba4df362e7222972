/**
 * The edges of a relation at one node: what a filter leaves of them, in order, by pages; and the distinct nodes at
 * their other ends.
 *
 * A relationship list gives nodes, each once; a connection gives every edge, parallel ones too.
 */
import type { SortKey } from '../filters/sort-rows.ts';
import { type Test, YES } from '../filters/verdict.ts';
import { type Rows, sortRows } from './compile-sort.ts';
import type { Page } from './page.ts';
import type { RelationRows } from './relation-rows.ts';

export interface EdgePlan {
  readonly rows: RelationRows;
  readonly test: Test | undefined;
  readonly sort: readonly SortKey[];
}

/** How many edges of `node` the plan finds. */
export function countEdgeRows({ rows, test }: EdgePlan, node: number): number {
  if (test === undefined) return rows.count(node);
  let count = 0;
  rows.walk(node, (edge, other) => {
    if (test(other, edge) === YES) count++;
    return undefined;
  });
  return count;
}

/** A page of the edges of `node` that the plan finds, in its order. */
export function sliceEdgeRows(plan: EdgePlan, node: number, page: Page): Rows {
  if (plan.sort.length === 0) return findEdges(plan, node, page);
  const { nodes, edges } = sortRows(plan.rows.view.graph, findEdges(plan, node), plan.sort);
  const end = page.start + page.size;
  return { nodes: nodes.slice(page.start, end), edges: edges.slice(page.start, end) };
}

/** The edges of `node` that the plan finds, unsorted; of a page, no more than its end is looked for. */
export function findEdges({ rows, test }: EdgePlan, node: number, page: Page = EVERYTHING): Rows {
  const nodes: number[] = [];
  const edges: number[] = [];
  let passed = 0;
  rows.walk(node, (edge, other) => {
    if (test !== undefined && test(other, edge) !== YES) return undefined;
    if (passed++ < page.start) return undefined;
    nodes.push(other);
    edges.push(edge);
    return edges.length >= page.size;
  });
  return { nodes, edges };
}

const EVERYTHING: Page = { start: 0, size: Number.POSITIVE_INFINITY };

/** A page of the distinct nodes at the other ends. Without a sort they come in the order of their first edge. */
export function sliceNeighbours(plan: EdgePlan, node: number, page: Page): readonly number[] {
  const found = new Set<number>();
  const enough = plan.sort.length === 0 ? page.start + page.size : Number.POSITIVE_INFINITY;
  plan.rows.walk(node, (edge, other) => {
    if (plan.test === undefined || plan.test(other, edge) === YES) found.add(other);
    return found.size >= enough;
  });
  const nodes = [...found];
  const { graph } = plan.rows.view;
  const ordered = plan.sort.length === 0 ? nodes : sortRows(graph, { nodes, edges: [] }, plan.sort).nodes;
  return ordered.slice(page.start, page.start + page.size);
}
