/**
 * A step taken again and again: a number of times along every path, or until there is nothing new.
 *
 * Taken a number of times it is the step written as often. Without end that would never finish on a circle, so there
 * each node is gone through once, by a shortest path.
 */
import { anything, type OptionTable, trueOrFalse, wholeNumber } from '../base/checked-options.ts';
import { type Test, UNKNOWN, YES } from '../filters/verdict.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber, NodeTable } from '../store/node-table.ts';
import { NumberSet } from './number-set.ts';
import {
  NONE,
  type Operator,
  PassingOperator,
  type PathNumbers,
  type Plan,
  Start,
  type Step,
  type Wanted,
} from './operator.ts';
import { endlessRepeat, fruitlessRepeat } from './problems.ts';
import { RepeatAlong } from './repeat-along.ts';

export interface RepeatOptions<Goal> {
  /** How often the step is taken, from 1; to the end when absent. */
  readonly times?: number;
  /** Nodes that are the goal: they are passed on, and the step is not taken again from there. */
  readonly until?: Goal;
  /** Passes on what is met on the way too. When absent, it does where there is neither `times` nor `until`. */
  readonly emit?: boolean;
  /**
   * Goes through each node once for each start, by a shortest path. When absent, it does unless `times` is given; with
   * `times`, `dedupe: true` and `emit: true` one gets the nodes within so many steps.
   */
  readonly dedupe?: boolean;
}

/** The options of `repeat` as they are read. */
export const repeatOptions: OptionTable<RepeatOptions<object>> = {
  times: wholeNumber(1),
  until: anything('a filter of nodes or steps'),
  emit: trueOrFalse,
  dedupe: trueOrFalse,
};

interface Repetition {
  readonly body: Plan;
  /** Most times the step is taken; Infinity for no end. */
  readonly times: number;
  /** Makes the test of whether a row is the goal, from where the step is not taken again. */
  readonly goal: (() => Test) | undefined;
  /** Whether rows on the way are passed on too, and not the last ones alone. */
  readonly emit: boolean;
  readonly wanted: Wanted;
}

/** Repeats the steps of `body`. Its goal was compiled already. */
export function repeatStep(
  body: Plan,
  options: Omit<RepeatOptions<unknown>, 'until'>,
  goal: (() => Test) | undefined,
  { nodes }: KnowledgeGraph,
): Step {
  const { times = Number.POSITIVE_INFINITY, dedupe = options.times === undefined } = options;
  const isEndless = times === Number.POSITIVE_INFINITY;
  if (isEndless && !dedupe) throw endlessRepeat();
  const isOpen = isEndless && goal === undefined;
  if (isOpen && options.emit === false) throw fruitlessRepeat();
  const { emit = isOpen } = options;
  const [step, ...more] = body.steps;
  const along = more.length === 0 && goal === undefined ? step?.along : undefined;
  return {
    open(upstream, wanted) {
      const repetition: Repetition = { body, times, goal, emit, wanted };
      if (!dedupe) return new RepeatEveryPath(upstream, repetition);
      return along ? new RepeatAlong(upstream, along, repetition, wanted) : new RepeatOnce(upstream, repetition, nodes);
    },
  };
}

const NO_PATH: PathNumbers = { nodes: [], edges: [] };
const never: Test = () => UNKNOWN;

/** The repeated steps behind a start that can be set. */
class Body {
  readonly last: Operator;
  readonly #start = new Start();

  constructor({ body, wanted }: Repetition) {
    this.last = body.behind(this.#start, wanted);
  }

  begin(node: NodeNumber, edge: EdgeNumber): void {
    this.last.reset();
    this.#start.at(node, edge);
  }
}

/** Every path, depth first: body d stands for the step taken for the time d + 1. */
class RepeatEveryPath extends PassingOperator {
  readonly #repetition: Repetition;
  readonly #goal: Test;
  readonly #bodies: Body[] = [];
  /** How many bodies are under way. */
  #depth = 0;
  /** The body whose row was passed on. */
  #current = 0;

  constructor(upstream: Operator, repetition: Repetition) {
    super(upstream);
    this.#repetition = repetition;
    this.#goal = repetition.goal?.() ?? never;
  }

  next(): NodeNumber {
    const { times, emit } = this.#repetition;
    for (;;) {
      if (this.#depth === 0) {
        const start = this.upstream.next();
        if (start === NONE) return NONE;
        this.#enter(start, this.upstream.edge);
      }
      const { last } = this.#bodies[this.#depth - 1]!;
      const node = last.next();
      if (node === NONE) {
        this.#depth--;
        continue;
      }
      this.#current = this.#depth - 1;
      if (this.#depth === times || this.#goal(node, last.edge) === YES) return node;
      this.#enter(node, last.edge);
      if (emit) return node;
    }
  }

  #enter(node: NodeNumber, edge: EdgeNumber): void {
    if (this.#bodies.length === this.#depth) this.#bodies.push(new Body(this.#repetition));
    this.#bodies[this.#depth++]!.begin(node, edge);
  }

  override get edge(): EdgeNumber {
    return this.#bodies[this.#current]!.last.edge;
  }

  override addPath(path: PathNumbers): void {
    super.addPath(path);
    for (let depth = 0; depth <= this.#current; depth++) this.#bodies[depth]!.last.addPath(path);
  }

  override reset(): void {
    super.reset();
    for (const { last } of this.#bodies) last.reset();
    this.#depth = 0;
  }
}

/** A node that was met, the edge of the row it was met by, and the path there from the start, where paths are wanted. */
interface Met {
  readonly node: NodeNumber;
  readonly edge: EdgeNumber;
  readonly path: PathNumbers;
  readonly depth: number;
}

/** Each node once for each start, the nearest first; the start itself is not met again. */
class RepeatOnce extends PassingOperator {
  readonly #repetition: Repetition;
  readonly #goal: Test;
  readonly #seen: NumberSet;
  readonly #body: Body;
  /** Nodes to go on from, in the order in which they were met. */
  #queue: Met[] = [];
  #place = 0;
  /** The node the step is being taken from. */
  #from: Met | undefined;

  constructor(upstream: Operator, repetition: Repetition, nodes: NodeTable) {
    super(upstream);
    this.#repetition = repetition;
    this.#goal = repetition.goal?.() ?? never;
    this.#seen = new NumberSet(nodes);
    this.#body = new Body(repetition);
  }

  next(): NodeNumber {
    const { times, emit, wanted } = this.#repetition;
    const { last } = this.#body;
    for (;;) {
      const from = this.#from;
      const node = from === undefined ? NONE : last.next();
      if (from === undefined || node === NONE) {
        if (!this.#goOn()) return NONE;
        continue;
      }
      if (!this.#seen.add(node)) continue;
      const depth = from.depth + 1;
      const { edge } = last;
      if (depth === times || this.#goal(node, edge) === YES) return node;
      this.#queue.push({ node, edge, path: wanted === 'PATHS' ? this.#pathOn(from) : NO_PATH, depth });
      if (emit) return node;
    }
  }

  /** Turns to the next node that was met, or to the next start. */
  #goOn(): boolean {
    if (this.#place === this.#queue.length) {
      this.#forget();
      const node = this.upstream.next();
      if (node === NONE) return false;
      this.#seen.add(node);
      this.#queue.push({ node, edge: this.upstream.edge, path: NO_PATH, depth: 0 });
    }
    const from = this.#queue[this.#place++]!;
    this.#from = from;
    this.#body.begin(from.node, from.edge);
    return true;
  }

  #forget(): void {
    this.#seen.clear();
    this.#queue = [];
    this.#place = 0;
    this.#from = undefined;
  }

  override get edge(): EdgeNumber {
    return this.#body.last.edge;
  }

  override addPath(path: PathNumbers): void {
    super.addPath(path);
    const { nodes, edges } = this.#pathOn(this.#from!);
    path.nodes.push(...nodes);
    path.edges.push(...edges);
  }

  /** The path to the row in hand, from the start. */
  #pathOn({ path }: Met): PathNumbers {
    const longer: PathNumbers = { nodes: [...path.nodes], edges: [...path.edges] };
    this.#body.last.addPath(longer);
    return longer;
  }

  override reset(): void {
    super.reset();
    this.#body.last.reset();
    this.#forget();
  }
}
