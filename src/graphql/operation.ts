/**
 * One operation under way: the view that its directives select, and what was compiled for it.
 *
 * A field's arguments are the same wherever the field is reached, so filters and sorts are compiled at the first node
 * and kept by the field's place in the document. The context object must be new for each request.
 */
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { GraphView } from '../views/graph-view.ts';
import { defaultLimits, type QueryLimits } from './limits.ts';
import { tooManyRows, tooManyRowsInAll } from './problems.ts';
import { selectView } from './view-directives.ts';
import { Work } from './work.ts';

/** What resolvers get: the graph to answer from. `operation` is filled in by the first resolver. */
export interface GraphContext {
  readonly view: GraphView;
  /** What the graph is called, for `dataset`. */
  readonly about?: DatasetAbout;
  /** Without them, `defaultLimits` hold. */
  readonly limits?: QueryLimits;
  operation?: Operation;
}

export class Operation {
  /** What of the graph this operation may see, at every hop. */
  readonly view: GraphView;
  /** Remarks for the caller that are no errors; returned in `extensions.hints`. */
  readonly hints: string[] = [];
  readonly limits: QueryLimits;
  /** What may still be looked at. */
  readonly work: Work;
  readonly #plans = new Map<FieldNode, unknown>();
  #rows = 0;

  constructor(view: GraphView, limits: QueryLimits) {
    this.view = view;
    this.limits = limits;
    this.work = new Work(limits.maxWork);
  }

  /** What `make` gives for this field, made at its first node. */
  plan<T>(info: GraphQLResolveInfo, make: () => T): T {
    const field = info.fieldNodes[0] as FieldNode;
    const known = this.#plans.get(field);
    if (known !== undefined) return known as T;
    const plan = make();
    this.#plans.set(field, plan);
    return plan;
  }

  /** Takes note of rows about to be answered by `field`; throws when they are more than a page, or all, may have. */
  spend(field: string, rows: number): void {
    const { maxPageSize } = this.limits;
    if (rows > maxPageSize) throw tooManyRows(field, rows, maxPageSize);
    this.spendRows(rows);
  }

  /** Takes note of rows that are no page; throws when all together are too many. */
  spendRows(rows: number): void {
    this.#rows += rows;
    if (this.#rows > this.limits.maxRows) throw tooManyRowsInAll(this.limits.maxRows);
  }
}

/** The operation that `context` belongs to, begun at the first call. */
export function operationOf(context: GraphContext, info: GraphQLResolveInfo): Operation {
  return (context.operation ??= new Operation(selectView(context.view, info), context.limits ?? defaultLimits));
}
