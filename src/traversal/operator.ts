/**
 * The operators of a walk under way, and the plan that makes them.
 *
 * As in a database, the last operator is asked for the next row and asks the one before it, so a walk does no more than
 * what is read of it needs. A row is a node and the edge by which the walk came there; everything is a number.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber, NodeSpan } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { EdgeSelection } from './edge-selection.ts';

/** What `next` says when there are no more rows, and `edge` where a walk starts. */
export const NONE = -1;

/** What will be asked of the rows: their nodes alone, the edges they came by too, or the paths to them. */
export type Wanted = 'NODES' | 'EDGES' | 'PATHS';

/** A path in numbers, or a part of one that begins with a hop. */
export interface PathNumbers {
  readonly nodes: NodeNumber[];
  readonly edges: EdgeNumber[];
}

export abstract class Operator {
  /** The node of the next row, or NONE. */
  abstract next(): NodeNumber;

  /** The edge of the row that `next` gave last; NONE at a start. */
  abstract readonly edge: EdgeNumber;

  /** Adds the path to that row: the start, then each hop. */
  abstract addPath(path: PathNumbers): void;

  /** Forgets what went before and gives back what was borrowed: at the end, or before another start. */
  abstract reset(): void;

  /** Passes over so many of the next rows; no fault where there are fewer. */
  skip(count: number): void {
    for (let skipped = 0; skipped < count && this.next() !== NONE; ) skipped++;
  }

  /** The nodes of as many of the next rows as fit, in any order, for who counts them: how many they are, 0 at the end. */
  fill(nodes: Uint32Array): number {
    let filled = 0;
    for (let node = 0; filled < nodes.length && (node = this.next()) !== NONE; ) nodes[filled++] = node;
    return filled;
  }
}

/** The path to the row that an operator gave last. */
export function pathOf(operator: Operator): PathNumbers {
  const path: PathNumbers = { nodes: [], edges: [] };
  operator.addPath(path);
  return path;
}

/** An operator that passes on some of the rows of another. */
export abstract class PassingOperator extends Operator {
  protected readonly upstream: Operator;

  constructor(upstream: Operator) {
    super();
    this.upstream = upstream;
  }

  get edge(): EdgeNumber {
    return this.upstream.edge;
  }

  addPath(path: PathNumbers): void {
    this.upstream.addPath(path);
  }

  reset(): void {
    this.upstream.reset();
  }
}

const NO_SPANS: readonly NodeSpan[] = [];

/** Where walks start: at all nodes of some spans, or, for steps within a step, at the node that step is at. */
export class Start extends Operator {
  edge: EdgeNumber = NONE;
  #view: GraphView | undefined;
  #spans = NO_SPANS;
  #span = 0;
  #node = 0;
  #end = 0;

  /** Starts at every node of the spans that the view keeps. */
  over(view: GraphView, spans: readonly NodeSpan[]): void {
    this.#view = view;
    this.#spans = spans;
    this.#span = this.#node = this.#end = 0;
  }

  /** Starts at one node, reached by this edge. The path to it is not added: whoever calls knows it. */
  at(node: NodeNumber, edge: EdgeNumber = NONE): void {
    this.#node = node;
    this.#end = node + 1;
    this.edge = edge;
  }

  /** The spans of a start at all nodes of them, while none was read. */
  get spans(): readonly NodeSpan[] | undefined {
    return this.#view !== undefined && this.#end === 0 ? this.#spans : undefined;
  }

  override skip(count: number): void {
    if (this.#view?.nodeMask !== undefined) super.skip(count);
    else {
      let left = count;
      do {
        const passed = Math.min(left, this.#end - this.#node);
        this.#node += passed;
        left -= passed;
      } while (left > 0 && this.#nextSpan());
    }
  }

  #nextSpan(): boolean {
    if (this.#span >= this.#spans.length) return false;
    const { start, end } = this.#spans[this.#span++]!;
    this.#node = start;
    this.#end = end;
    return true;
  }

  next(): NodeNumber {
    for (;;) {
      while (this.#node < this.#end) {
        const node = this.#node++;
        if (this.#view === undefined || this.#view.hasNode(node)) return node;
      }
      if (!this.#nextSpan()) return NONE;
    }
  }

  addPath(path: PathNumbers): void {
    if (this.#view !== undefined) path.nodes.push(this.#node - 1);
  }

  reset(): void {
    this.#view = undefined;
    this.#spans = NO_SPANS;
    this.#node = this.#end;
  }
}

/** One step of a walk, made once for all its runs. */
export interface Step {
  /** The operator that takes the step from the rows of another. */
  open(upstream: Operator, wanted: Wanted): Operator;
  /** The edges it follows, for a step that does this and nothing else. */
  readonly along?: EdgeSelection;
  /** The only nodes of these spans that it can keep, for a filter that an index can answer. */
  readonly bound?: ((spans: readonly NodeSpan[]) => readonly NodeSpan[] | undefined) | undefined;
}

/** The steps of a walk, one behind the other. */
export class Plan {
  readonly steps: readonly Step[];
  /** The operators of a run that is over, for the next one: to make them takes longer than a walk along a few edges. */
  #idle: Run | undefined;

  constructor(steps: readonly Step[] = []) {
    this.steps = steps;
  }

  followedBy(step: Step): Plan {
    return new Plan([...this.steps, step]);
  }

  /** The last of the operators that take these steps from the rows of another. */
  behind(upstream: Operator, wanted: Wanted): Operator {
    let last = upstream;
    for (const step of this.steps) last = step.open(last, wanted);
    return last;
  }

  /** The operators that take these steps from every node of the spans. */
  begin(view: GraphView, spans: readonly NodeSpan[], wanted: Wanted): Run {
    const run = (wanted === 'NODES' && this.#idle) || new Run(this, wanted);
    if (run === this.#idle) this.#idle = undefined;
    run.start.over(view, this.steps[0]?.bound?.(spans) ?? spans);
    return run;
  }

  /** Keeps the operators of a run that is over. */
  keep(run: Run): void {
    this.#idle = run;
  }
}

/** A walk under way. Who has read all that is wanted of the last operator calls `end`. */
export class Run {
  readonly start: Start = new Start();
  readonly last: Operator;
  readonly #plan: Plan;
  readonly #wanted: Wanted;

  constructor(plan: Plan, wanted: Wanted) {
    this.#plan = plan;
    this.#wanted = wanted;
    this.last = plan.behind(this.start, wanted);
  }

  end(): void {
    this.last.reset();
    if (this.#wanted === 'NODES') this.#plan.keep(this);
  }
}
