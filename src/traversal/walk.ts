/**
 * A walk: where to start and which steps to take, told in a chain and taken when results are asked for.
 *
 * A walk arrives at nodes, at some of them by several ways. Steps and counts go by arrivals; `nodes()` and `edges()` name
 * each thing once, `paths()` tells every way. Iterating a walk finds one arrival at a time. A walk never changes: each
 * step gives a new one, so that one walk can be the beginning of many. Types follow along: `S` is the ontology, `N` what is arrived at, `E` the last edge types.
 */
import type { Where } from '../filters/logical-test.ts';
import { type Test, verdictOf } from '../filters/verdict.ts';
import { typesNamed } from '../ontology/ontology.ts';
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
import type { Direction, GraphView } from '../views/graph-view.ts';
import { type ArrivalTest, leadsOn, passes } from './arrival-test.ts';
import type { EdgeWhere, NodeWhere } from './condition.ts';
import { Course, type Pipeline } from './course.ts';
import { edgeSteps } from './edge-steps.ts';
import { Expand } from './expand.ts';
import { type GroupKey, groupThings, type PropertyName } from './group.ts';
import { Dedupe, Keep, Slice } from './keep.ts';
import { type NodeName, namedNodes, nodeSet } from './named-nodes.ts';
import { nodeTest } from './node-test.ts';
import { Order, type Sort, sortKeys } from './order.ts';
import { badCount, strayStep } from './problems.ts';
import { type RepeatOptions, repeatStep } from './repeat-step.ts';
import { countArrivals, eachEdge, eachId, eachNode, eachPath, type WalkedPath } from './results.ts';
import { Sequence } from './sequence.ts';
import { type Run, type Stage, type Step, UNTRACED } from './stage.ts';
import { StartAt } from './start.ts';

/** Steps to take from where a walk is: `(at) => at.out('part-of')`. */
export type NestedWalk<S extends TypedOntology, N extends NodeShape, M extends NodeShape, F extends string> = (
  at: Walk<S, N>,
) => Walk<S, M, F>;

/** Makes the stage where a walk begins. Two walks with one origin are parts of one chain. */
type Origin = () => Stage;

/** What every walk begins with. */
const NO_STEPS = new Course();

export class Walk<S extends TypedOntology, N extends NodeShape, E extends string = never> extends Sequence<N> {
  readonly #view: GraphView;
  readonly #origin: Origin;
  readonly #course: Course;

  /** For this part: people begin with `graph.from` and `graph.nodes`. */
  constructor(view: GraphView, origin: Origin, course: Course = NO_STEPS) {
    super();
    this.#view = view;
    this.#origin = origin;
    this.#course = course;
  }

  /** The node of each arrival. */
  override [Symbol.iterator](): Iterator<N> {
    return eachNode(this.#view.graph, this.#begin()) as Iterator<object> as Iterator<N>;
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
   * Keeps arrivals at nodes with these properties.
   * @example
   * graph.nodes('State').where({ regionalGroup: 'AFRICAN', name: { startsWith: 'S' } })
   */
  where(filter: NodeWhere<S, N>): Walk<S, N, E> {
    const test = nodeTest(this.#view.graph, filter as Where);
    return test ? this.#then((upstream) => new Keep(upstream, test)) : this;
  }

  /** Keeps arrivals at nodes of these types or interfaces. */
  ofType<Name extends NodeTypeName<S> | InterfaceName<S>>(
    ...names: readonly Name[]
  ): Walk<S, NodeNamed<S, Concrete<S, Name>>, E> {
    const { graph } = this.#view;
    const wanted = typesNamed(graph.ontology, names);
    const codes = Uint8Array.from(graph.nodes.typeNames, (name) => Number(wanted.has(name)));
    const { types } = graph.nodes;
    return this.#keep((node) => verdictOf(codes[types[node]!] === 1));
  }

  /** Keeps arrivals at these nodes. */
  is(...nodes: readonly NodeName[]): Walk<S, N, E> {
    const wanted = nodeSet(this.#view.graph, nodes);
    return this.#keep((node) => verdictOf(wanted.has(node)));
  }

  /** Keeps arrivals at other nodes than these, or at nodes from which the steps lead nowhere. */
  not(...unwanted: readonly NodeName[]): Walk<S, N, E>;
  not<M extends NodeShape, F extends string>(steps: NestedWalk<S, N, M, F>): Walk<S, N, E>;
  not(...unwanted: readonly (NodeName | NestedWalk<S, N, NodeShape, string>)[]): Walk<S, N, E> {
    const [steps] = unwanted;
    if (typeof steps === 'function') return this.#keepBy(leadsOn(this.#nested('not', steps)), false);
    const set = nodeSet(this.#view.graph, unwanted as readonly NodeName[]);
    return this.#keep((node) => verdictOf(!set.has(node)));
  }

  /**
   * Keeps arrivals at nodes from which the steps lead somewhere.
   * @example
   * graph.nodes('State').having((at) => at.out('deployed-to').out('located-in').is('place:golan-heights'))
   */
  having<M extends NodeShape, F extends string>(steps: NestedWalk<S, N, M, F>): Walk<S, N, E> {
    return this.#keepBy(leadsOn(this.#nested('having', steps)), true);
  }

  /** Keeps the first arrival at each node. */
  dedupe(): Walk<S, N, E> {
    const { nodes } = this.#view.graph;
    return this.#then((upstream) => new Dedupe(upstream, nodes));
  }

  /** Leaves out the first `count` arrivals. */
  skip(count: number): Walk<S, N, E> {
    return this.#slice('skip', count, Number.POSITIVE_INFINITY);
  }

  /** At most the first `count` arrivals; no more are looked for. */
  override limit(count: number): Walk<S, N, E> {
    return this.#slice('limit', 0, count);
  }

  /**
   * Arrivals in an order: by one property, or by several in turn. What is missing comes last, first when descending;
   * ties go by id. Waits for all arrivals.
   * @example
   * graph.nodes('Conference').order({ start: 'DESC' }, 'name')
   */
  order(...by: readonly Sort<PropertyName<N>>[]): Walk<S, N, E> {
    const { graph } = this.#view;
    const keys = sortKeys(graph, by);
    return this.#then((upstream, run) => new Order(upstream, graph.nodes.ids, keys, run));
  }

  /**
   * Takes steps again and again. With `times` it is the steps written as often, along every way; without, it goes on
   * while anything new is met, through each node once. `limit`, `order` and `dedupe` among the steps count for one
   * node at a time.
   * @example
   * graph.from('org:un').repeat((at) => at.in('part-of')) // all that is part of it, however deep
   * graph.from('state:kaz').repeat((at) => at.both(), { times: 2, emit: true, dedupe: true }) // within two steps
   */
  repeat<M extends NodeShape, F extends string>(
    steps: NestedWalk<S, N, M, F>,
    options: RepeatOptions<NodeWhere<S, NodeOf<S>> | NestedWalk<S, NodeOf<S>, NodeShape, string>> = {},
  ): Walk<S, M, F> {
    const { until } = options;
    const { graph } = this.#view;
    const step = this.#nested('repeat', steps);
    const goal =
      typeof until === 'function'
        ? leadsOn(this.#nested('until', until))
        : until && passes(nodeTest(graph, until as Where));
    return this.#then(repeatStep(step, options, goal, graph.nodes));
  }

  /**
   * The same walk from other nodes: a walk that is told once can be taken from many, at the cost of taking it alone.
   * @example
   * const partners = graph.from<State>('state:kaz').out('co-launched').in('co-launched');
   * partners.startingAt('state:bra').count()
   */
  startingAt(...nodes: readonly NodeName[]): Walk<S, N, E> {
    const starts = namedNodes(this.#view, nodes);
    return new Walk(this.#view, () => new StartAt(starts), this.#course);
  }

  /** The nodes arrived at, each once, in the order of first arrivals. */
  nodes(): N[] {
    return this.dedupe().toArray();
  }

  /** The edges by which the last step arrived, each once. */
  edges(): EdgeNamed<S, E>[] {
    return [...eachEdge(this.#view.graph, this.#begin())] as EdgeNamed<S, E>[];
  }

  /** Every way to every arrival. There may be very many: put a `limit` before it where that is so. */
  paths(): WalkedPath<S>[] {
    return [...eachPath<S>(this.#view.graph, this.#begin({ traced: true }))];
  }

  /** The ids of the nodes arrived at, one for each arrival. */
  ids(): string[] {
    return [...eachId(this.#view.graph, this.#begin())];
  }

  /** How many arrivals there are; `dedupe().count()` counts nodes. */
  override count(): number {
    return countArrivals(this.#begin());
  }

  /**
   * Arrivals in groups: by a property (by each element of a list; `undefined` where it is missing), or by a function.
   * @example
   * graph.nodes('State').group('regionalGroup').get('AFRICAN')
   */
  group<Name extends PropertyName<N>>(by: Name): Map<GroupKey<N, Name>, N[]>;
  group<Key>(by: (node: N) => Key | readonly Key[]): Map<Key, N[]>;
  group(by: string | ((node: N) => unknown)): Map<unknown, N[]> {
    return groupThings(this, by);
  }

  #begin(run: Run = UNTRACED): Pipeline {
    return this.#course.begin(this.#origin(), run);
  }

  #then<M extends NodeShape, F extends string>(step: Step): Walk<S, M, F> {
    return new Walk(this.#view, this.#origin, this.#course.followedBy(step));
  }

  #expand<M extends NodeShape, F extends string>(
    direction: Direction,
    types: string | readonly string[] | undefined,
    where: object | undefined,
  ): Walk<S, M, F> {
    const steps = edgeSteps(
      this.#view,
      direction,
      typeof types === 'string' ? [types] : types,
      where as Where | undefined,
    );
    return this.#then((upstream) => new Expand(upstream, steps));
  }

  #keep<M extends NodeShape>(test: Test): Walk<S, M, E> {
    return this.#then((upstream) => new Keep(upstream, test));
  }

  #keepBy(condition: ArrivalTest, wanted: boolean): Walk<S, N, E> {
    return this.#then((upstream, run) => {
      const holds = condition(run);
      return new Keep(upstream, (node, edge) => verdictOf(holds(node, edge) === wanted));
    });
  }

  #slice(method: string, skipped: number, count: number): Walk<S, N, E> {
    const given = method === 'skip' ? skipped : count;
    if (!(Number.isInteger(given) && given >= 0)) throw badCount(method, given);
    return this.#then((upstream) => new Slice(upstream, skipped, count));
  }

  /** The steps of a nested walk, as one. */
  #nested<A extends NodeShape, M extends NodeShape>(method: string, steps: NestedWalk<S, A, M, string>): Step {
    const origin: Origin = () => {
      throw strayStep(method);
    };
    const end: unknown = steps(new Walk(this.#view, origin));
    if (!(end instanceof Walk) || end.#origin !== origin) throw strayStep(method);
    return (upstream, run) => end.#course.behind(upstream, run);
  }
}
