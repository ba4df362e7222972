/**
 * A walk: where to start and which steps to take, written as a chain and taken when results are asked for.
 *
 * A walk has a result for each path it takes, so a node that is reached by two paths is there twice; `nodes()` and
 * `edges()` give each thing once. A walk never changes: each step gives a new one, so that one walk can be the beginning
 * of many. Types follow along: `S` is the ontology, `N` the nodes reached, `E` the last edge types.
 */
import { aFunction, readArgument, readOptions, text, wholeNumber } from '../base/checked-options.ts';
import { spansWithin } from '../filters/node-index.ts';
import { NO, type Test, type Verdict, verdictOf, type Where, YES } from '../filters/verdict.ts';
import type {
  Concrete,
  EdgeNamed,
  InterfaceName,
  NodeNamed,
  NodeOf,
  NodeShape,
  NodeTypeName,
  StepName,
  StepTarget,
  TypedOntology,
} from '../ontology/typed-ontology.ts';
import type { NodeSpan } from '../store/node-table.ts';
import { type CertaintyCounts, countCertainty } from '../views/certainty.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';
import { compileNodeWhere, type SupportJudge } from './compile-where.ts';
import { methods, selectEdges, typesOfStep } from './edge-selection.ts';
import { Expand } from './expand.ts';
import { Dedupe, FilterRows, leadsOn, Slice } from './filter-rows.ts';
import { type NodeName, nodeSet, nodeTypes, spansOfNodes } from './named-nodes.ts';
import { edgeObject, nodeObject } from './nodes-and-edges.ts';
import { Plan, pathOf, type Run, type Step, type Wanted } from './operator.ts';
import { Order, readProperty, type Sort, sortKeys } from './order.ts';
import { emptyTypes, strayStep } from './problems.ts';
import { type RepeatOptions, repeatOptions, repeatStep } from './repeat.ts';
import {
  allResults,
  countRows,
  eachResult,
  type GroupKey,
  groupThings,
  lastEdges,
  type PropertyName,
  type WalkedPath,
  walkedPath,
} from './results.ts';
import { Sequence } from './sequence.ts';
import type { EdgeWhere, NodeWhere } from './where.ts';

/** Steps to take from where a walk is: `(at) => at.out('part-of')`. */
export type NestedWalk<S extends TypedOntology, N extends NodeShape, M extends NodeShape, F extends string> = (
  at: Walk<S, N>,
) => Walk<S, M, F>;

const NO_STEPS = new Plan();

export class Walk<S extends TypedOntology, N extends NodeShape, E extends string = never> extends Sequence<N> {
  readonly #view: GraphView;
  readonly #starts: readonly NodeSpan[];
  readonly #plan: Plan;
  readonly #within: string | undefined;
  readonly #judge: SupportJudge | undefined;

  /** For this part: people begin with `graph.from`. A step `within` a method of another walk is known by its starts, which are none. */
  constructor(
    view: GraphView,
    starts: readonly NodeSpan[],
    judge?: SupportJudge,
    plan: Plan = NO_STEPS,
    within?: string,
  ) {
    super();
    this.#view = view;
    this.#starts = starts;
    this.#plan = plan;
    this.#within = within;
    this.#judge = judge;
  }

  override [Symbol.iterator](): Iterator<N> {
    const { graph } = this.#view;
    return eachResult(this.#begin('NODES'), (node) => nodeObject(graph, node) as NodeShape as N);
  }

  /** Along edges of these types (all when none is named) to their targets. A symmetric edge leads either way. */
  out<Name extends StepName<S, N, 'out'>>(
    types?: Name | readonly Name[],
    where?: EdgeWhere<S, Name>,
  ): Walk<S, StepTarget<S, N, 'out', Name>, Name> {
    return this.#expand('OUT', types, where);
  }

  /** Against edges of these types (all when none is named) to their sources. A symmetric edge leads either way. */
  in<Name extends StepName<S, N, 'in'>>(
    types?: Name | readonly Name[],
    where?: EdgeWhere<S, Name>,
  ): Walk<S, StepTarget<S, N, 'in', Name>, Name> {
    return this.#expand('IN', types, where);
  }

  /** Along edges and against them. An edge that joins a node to itself is followed once. */
  both<Name extends StepName<S, N, 'out' | 'in'>>(
    types?: Name | readonly Name[],
    where?: EdgeWhere<S, Name>,
  ): Walk<S, StepTarget<S, N, 'out' | 'in', Name>, Name> {
    return this.#expand('BOTH', types, where);
  }

  /**
   * Keeps nodes with these properties.
   * @example
   * graph.nodes('State').where({ regionalGroup: 'AFRICAN', name: { startsWith: 'S' } })
   */
  where(filter: NodeWhere<S, N>): Walk<S, N, E> {
    const { graph } = this.#view;
    const test = compileNodeWhere(graph, filter as Where);
    const bound: Step['bound'] = (spans) => spansWithin(graph, spans, filter as Where);
    return test ? this.#filter(() => test, YES, bound) : this;
  }

  /** Keeps nodes of these types or interfaces. */
  ofType<Name extends NodeTypeName<S> | InterfaceName<S>>(
    ...names: readonly Name[]
  ): Walk<S, NodeNamed<S, Concrete<S, Name>>, E> {
    const { graph } = this.#view;
    if (names.length === 0) throw emptyTypes();
    const wanted = nodeTypes(graph.ontology, names, 'ofType');
    const codes = Uint8Array.from(graph.nodes.typeNames, (name) => Number(wanted.has(name)));
    const { types } = graph.nodes;
    return this.#filter(() => (node) => verdictOf(codes[types[node]!] === 1));
  }

  /** Keeps these nodes. */
  is(...nodes: readonly NodeName[]): Walk<S, N, E> {
    const wanted = nodeSet(this.#view.graph, nodes, 'is');
    return this.#filter(() => (node) => verdictOf(wanted.has(node)));
  }

  /** Keeps other nodes than these, or nodes from which the steps lead nowhere. */
  not(...unwanted: readonly NodeName[]): Walk<S, N, E>;
  not<M extends NodeShape, F extends string>(steps: NestedWalk<S, N, M, F>): Walk<S, N, E>;
  not(...unwanted: readonly (NodeName | NestedWalk<S, N, NodeShape, string>)[]): Walk<S, N, E> {
    const [steps, ...more] = unwanted;
    if (typeof steps === 'function' && more.length === 0) return this.#filter(this.#leadsOn('not', steps), NO);
    const set = nodeSet(this.#view.graph, unwanted as readonly NodeName[], 'not');
    return this.#filter(() => (node) => verdictOf(!set.has(node)));
  }

  /**
   * Keeps nodes from which the steps lead somewhere.
   * @example
   * graph.nodes('State').having((at) => at.out('deployed-to').out('located-in').is('place:golan-heights'))
   */
  having<M extends NodeShape, F extends string>(steps: NestedWalk<S, N, M, F>): Walk<S, N, E> {
    return this.#filter(this.#leadsOn('having', steps));
  }

  /** Keeps the first result of each node. */
  dedupe(): Walk<S, N, E> {
    return this.#then({ open: (upstream) => new Dedupe(upstream, this.#view.graph.nodes) });
  }

  /** Leaves out the first `count` results. */
  skip(count: number): Walk<S, N, E> {
    return this.#slice('skip', count, Number.POSITIVE_INFINITY);
  }

  /** At most the first `count` results; no more are looked for. */
  override limit(count: number): Walk<S, N, E> {
    return this.#slice('limit', 0, count);
  }

  /**
   * Results in an order: by one property, or by several in turn. What is missing comes last, first when descending;
   * ties go by id. Waits for all results.
   * @example
   * graph.nodes('Conference').order({ start: 'DESC' }, 'name')
   */
  order(...by: readonly Sort<PropertyName<N>>[]): Walk<S, N, E> {
    const keys = sortKeys(this.#view.graph, by);
    return this.#then({ open: (upstream, wanted) => new Order(upstream, this.#view, keys, wanted) });
  }

  /**
   * Takes steps again and again. With `times` it is the steps written as often, along every path; without, it goes on
   * while anything new is met, through each node once. `limit`, `order` and `dedupe` among the steps count for one
   * node at a time.
   * @example
   * graph.from('org:un').repeat((at) => at.in('part-of')) // all that is part of it, however deep
   * graph.from('state:kaz').repeat((at) => at.both(), { times: 2, emit: true, dedupe: true }) // within two steps
   */
  repeat<M extends NodeShape, F extends string>(
    steps: NestedWalk<S, N, M, F>,
    options?: RepeatOptions<NodeWhere<S, NodeOf<S>> | NestedWalk<S, NodeOf<S>, NodeShape, string>>,
  ): Walk<S, M, F> {
    const { graph } = this.#view;
    const body = this.#nested('repeat', steps);
    const { until, ...read } = readOptions('repeat', options, repeatOptions);
    const isWalk = typeof until === 'function';
    const test = until && !isWalk ? (compileNodeWhere(graph, until as Where) ?? (() => YES)) : undefined;
    const walk = isWalk && this.#leadsOn('until', until as NestedWalk<S, N, NodeShape, string>);
    return this.#then(repeatStep(body, read, walk || (test && (() => test)), graph));
  }

  /**
   * The same walk from other nodes, at the cost of taking it alone.
   * @example
   * const partners = graph.from<State>('state:kaz').out('co-launched').in('co-launched');
   * partners.startingAt('state:bra').count()
   */
  startingAt(...nodes: readonly NodeName[]): Walk<S, N, E> {
    return new Walk(this.#view, spansOfNodes(this.#view, nodes, 'startingAt'), this.#judge, this.#plan);
  }

  /** The nodes reached, each once, in the order of their first results. */
  nodes(): N[] {
    return this.dedupe().toArray();
  }

  /** The edges of the last step, each once. */
  edges(): EdgeNamed<S, E>[] {
    const { graph } = this.#view;
    return Array.from(lastEdges(this.#begin('EDGES')), (edge) => edgeObject(graph, edge) as object as EdgeNamed<S, E>);
  }

  /** How sure the edges of the last step, each once, are on the date that `asOf` gave; undefined without one. */
  certainty(): CertaintyCounts | undefined {
    return countCertainty(this.#view, () => lastEdges(this.#begin('EDGES')));
  }

  /** The path of every result. There may be very many: put a `limit` before it where that is so. */
  paths(): WalkedPath<S>[] {
    return allResults(this.#begin('PATHS'), (_, last) => walkedPath<S>(this.#view.graph, pathOf(last)));
  }

  /** The ids of the nodes reached, one for each result. */
  ids(): string[] {
    return allResults(this.#begin('NODES'), (node) => this.#view.graph.nodes.ids[node]!);
  }

  /** How many results there are; `dedupe().count()` counts nodes. */
  override count(): number {
    return countRows(this.#begin('NODES'));
  }

  /**
   * Results in groups: by a property (by each element of a list; `undefined` where it is missing), or by a function.
   * @example
   * graph.nodes('State').group('regionalGroup').get('AFRICAN')
   */
  group<Name extends PropertyName<N>>(by: Name): Map<GroupKey<N, Name>, N[]>;
  group<Key>(by: (node: N) => Key | readonly Key[]): Map<Key, N[]>;
  group(by: string | ((node: N) => unknown)): Map<unknown, N[]> {
    if (typeof by !== 'function') readProperty(this.#view.graph, readArgument('group', 'by', by, text));
    return groupThings(this, by);
  }

  #begin(wanted: Wanted): Run {
    if (this.#within !== undefined) throw strayStep(this.#within);
    return this.#plan.begin(this.#view, this.#starts, wanted);
  }

  #then<M extends NodeShape, F extends string>(step: Step): Walk<S, M, F> {
    return new Walk(this.#view, this.#starts, this.#judge, this.#plan.followedBy(step), this.#within);
  }

  #expand<M extends NodeShape, F extends string>(
    direction: Direction,
    types: string | readonly string[] | undefined,
    where: object | undefined,
  ): Walk<S, M, F> {
    const names = typeof types === 'string' ? [types] : types;
    if (names !== undefined) readArgument(methods[direction], 'types', names, typesOfStep);
    const along = selectEdges(this.#view, direction, names, where as Where | undefined, this.#judge);
    return this.#then({ along, open: (upstream) => new Expand(upstream, along) });
  }

  #filter<M extends NodeShape>(makeTest: () => Test, wanted?: Verdict, bound?: Step['bound']): Walk<S, M, E> {
    return this.#then({ open: (upstream) => new FilterRows(upstream, makeTest(), wanted), bound });
  }

  #slice(method: string, skipped: number, count: number): Walk<S, N, E> {
    readArgument(method, 'count', method === 'skip' ? skipped : count, wholeNumber(0));
    return this.#then({ open: (upstream) => new Slice(upstream, skipped, count) });
  }

  #leadsOn<A extends NodeShape, M extends NodeShape>(method: string, nested: NestedWalk<S, A, M, string>): () => Test {
    const steps = this.#nested(method, nested);
    return () => leadsOn(steps);
  }

  /** The steps of a nested walk. */
  #nested<A extends NodeShape, M extends NodeShape>(within: string, steps: NestedWalk<S, A, M, string>): Plan {
    const at = new Walk<S, A>(this.#view, [], this.#judge, NO_STEPS, within);
    const end: unknown = readArgument(within, 'steps', steps, aFunction)(at as never);
    if (!(end instanceof Walk) || end.#starts !== at.#starts) throw strayStep(within);
    return end.#plan;
  }
}
