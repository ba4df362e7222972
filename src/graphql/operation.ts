/**
 * One operation under way: the view that its directives select, and what was compiled for it.
 *
 * A field's arguments are the same wherever the field is reached, so filters and sorts are compiled at the first node
 * and remembered by the field's place in the document. The context object must be new for each request.
 */
import { type FieldNode, type GraphQLResolveInfo, getDirectiveValues } from 'graphql';
import { type AnswerForm, byNumber } from '../answers/answer-form.ts';
import { type SupportChoice, supported } from '../evidence/supported.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { Certainty } from '../facts/validity.ts';
import type { GraphView } from '../views/graph-view.ts';
import { severalDates } from '../views/problems.ts';
import { selectView, type ViewSelection } from '../views/select-view.ts';
import { defaultLimits, type QueryLimits, VOICES_COST, Work } from './limits/query-limits.ts';
import { notOnNeo4j, publicError, tooManyRows, tooManyRowsInAll } from './problems.ts';
import type { GraphRows } from './rows/graph-rows.ts';
import { ViewRows } from './rows/view-rows.ts';

/** What resolvers get: the graph to answer from. `operation` is filled in by the first resolver. */
export interface GraphContext {
  readonly view: GraphView;
  /** What the graph is called, for `dataset`. */
  readonly about?: DatasetAbout | undefined;
  /** Without them, `defaultLimits` hold. */
  readonly limits?: QueryLimits;
  /** What answers instead of `view`, which then is an empty one under the same ontology. */
  readonly remote?: RemoteGraph | undefined;
  /** How much work is done here before `MoreWork` is thrown; all of it unless said. */
  readonly workHere?: number | undefined;
  operation?: Operation;
}

/** A part of a graph that an answer rests on, and the numbers by which the operation knows its nodes and edges. */
export interface AnswerPart {
  readonly view: GraphView;
  readonly form: AnswerForm<number, number>;
}

/** What an operation is answered from: what of a graph its directives select, at every hop. */
export interface AnswerSource {
  readonly rows: GraphRows;
  /** What the answer to a root field of `query.graphql` rests on; in memory all of it. */
  part(field: string, asked: Readonly<Record<string, unknown>>): AnswerPart;
  /** An answer that is worked out elsewhere; undefined where it is to be worked out over the part. */
  ready?(field: string, asked: Readonly<Record<string, unknown>>): unknown;
  /** Where an edge of an answer lies, and its number there. */
  partOfEdge(edge: number): AnswerPart & { readonly edge: number };
  /** The same, with all that tells who vouches for it. */
  voicesOfEdge(edge: number): AnswerPart & { readonly edge: number };
}

/** An engine that holds the graph elsewhere. */
export interface RemoteGraph {
  open(selection: ViewSelection, limits: QueryLimits, work: Work): AnswerSource;
}

export class Operation {
  readonly source: AnswerSource;
  /** The rows of the operation's view, paid for with `work`. */
  readonly rows: GraphRows;
  /** Remarks for the caller that are no errors; returned in `extensions.hints`. */
  readonly hints: string[] = [];
  readonly limits: QueryLimits;
  /** What may still be looked at. */
  readonly work: Work;
  readonly #plans = new Map<FieldNode, Map<unknown, unknown>>();
  #rowCount = 0;

  constructor(limits: QueryLimits, workHere: number | undefined, open: (work: Work) => AnswerSource) {
    this.limits = limits;
    this.work = new Work(limits.maxWork, workHere);
    this.source = open(this.work);
    this.rows = this.source.rows;
  }

  /** What `make` gives for this field, made at its first node of each type: types of an interface have edges of their own. */
  plan<T>({ fieldNodes, parentType }: GraphQLResolveInfo, make: () => T): T {
    const field = fieldNodes[0] as FieldNode;
    let plans = this.#plans.get(field);
    if (!plans) this.#plans.set(field, (plans = new Map()));
    const known = plans.get(parentType);
    if (known !== undefined) return known as T;
    const plan = make();
    plans.set(parentType, plan);
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
    this.#rowCount += rows;
    if (this.#rowCount > this.limits.maxRows) throw tooManyRowsInAll(this.limits.maxRows);
  }
}

/** The operation that `context` belongs to, begun at the first call. */
export function operationOf(context: GraphContext, info: GraphQLResolveInfo): Operation {
  return (context.operation ??= beginOperation(context, selectionOf(info), directiveOf(info, 'supported')));
}

function beginOperation(
  context: GraphContext,
  selection: ViewSelection,
  support: SupportChoice | undefined,
): Operation {
  const { view, remote, limits = defaultLimits, workHere } = context;
  try {
    return new Operation(limits, workHere, (work) =>
      remote
        ? openRemote(remote, selection, support, limits, work)
        : sourceInMemory(viewOf(view, selection, support, work), work),
    );
  } catch (error) {
    throw publicError(error);
  }
}

function openRemote(
  remote: NonNullable<GraphContext['remote']>,
  selection: ViewSelection,
  support: SupportChoice | undefined,
  limits: QueryLimits,
  work: Work,
): AnswerSource {
  if (support) throw notOnNeo4j('"@supported"', 'Ask without it, or ask a graph in memory.');
  return remote.open(selection, limits, work);
}

function viewOf(view: GraphView, selection: ViewSelection, support: SupportChoice | undefined, work: Work): GraphView {
  const selected = selectView(view, selection);
  if (!support) return selected;
  work.spend(view.graph.edges.count * (support.corroboration === undefined ? 1 : VOICES_COST));
  return supported(selected, support);
}

function sourceInMemory(view: GraphView, work: Work): AnswerSource {
  const part = { view, form: byNumber };
  const ofEdge = (edge: number): AnswerPart & { readonly edge: number } => ({ ...part, edge });
  return { rows: new ViewRows(view, work), part: () => part, partOfEdge: ofEdge, voicesOfEdge: ofEdge };
}

/** The rows of the operation under way. Fields below the root alone may ask: the root fields begin it. */
export const rowsOf = ({ operation }: GraphContext): GraphRows => (operation as Operation).rows;

/** What each directive of `query.graphql` selects; coerced arguments have the types it declares. */
const selections: Readonly<Record<string, (given: Readonly<Record<string, unknown>>) => ViewSelection>> = {
  asOf: ({ date, whenOf, mode }) => {
    if (date == null && whenOf == null) throw publicError(severalDates());
    return {
      ...(date != null && { asOf: date as string }),
      ...(whenOf != null && { asOfWhenOf: whenOf as string }),
      mode: mode as Certainty,
    };
  },
  knownBy: ({ date, mode }) => ({ knownBy: date as string, knownMode: mode as Certainty }),
  stated: () => ({ stated: true }),
  trust: ({ min }) => ({ trust: min as number }),
  sources: ({ only, except }) => ({
    sources: {
      ...(only != null && { only: only as string[] }),
      ...(except != null && { except: except as string[] }),
    },
  }),
};

/** What the operation's directives select. */
function selectionOf(info: GraphQLResolveInfo): ViewSelection {
  const selection: ViewSelection = {};
  for (const { name } of info.operation.directives ?? []) {
    Object.assign(selection, selections[name.value]?.(directiveOf(info, name.value) ?? {}));
  }
  return selection;
}

/** The arguments of a directive of the operation, without those that are null; undefined when it has no such directive. */
function directiveOf(info: GraphQLResolveInfo, name: string): Readonly<Record<string, unknown>> | undefined {
  const directive = info.schema.getDirective(name);
  const given = directive && getDirectiveValues(directive, info.operation, info.variableValues);
  return given ? Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) : undefined;
}
