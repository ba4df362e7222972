/**
 * The step along edges, where nearly all time of a walk is spent.
 *
 * The edges of a node lie side by side, in runs of one type; the operator is a place in such a run. Types are judged a
 * run at a time, dates by reading two columns, and only what is left by the test of properties.
 */
import { YES } from '../filters/verdict.ts';
import type { Adjacency } from '../store/adjacency.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { EdgeSelection } from './edge-selection.ts';
import { NONE, type Operator, PassingOperator, type PathNumbers } from './operator.ts';

/** Where `next` has its one row put. It is read at once, so all operators share it. */
const one = new Uint32Array(1);

export class Expand extends PassingOperator {
  readonly #selection: EdgeSelection;
  #edge: EdgeNumber = NONE;
  #node: NodeNumber = NONE;
  /** The side whose rows are being read. */
  #side: number;
  #rows: Adjacency;
  #allowed: Uint8Array | undefined;
  #run = 0;
  #endRun = 0;
  #place = 0;
  #endPlace = 0;

  constructor(upstream: Operator, selection: EdgeSelection) {
    super(upstream);
    this.#selection = selection;
    // As if all sides of some node were done, so that the first call asks for a start.
    this.#side = selection.sides.length;
    this.#rows = selection.graph.out;
  }

  override get edge(): EdgeNumber {
    return this.#edge;
  }

  next(): NodeNumber {
    return this.fill(one) === 0 ? NONE : one[0]!;
  }

  override fill(nodes: Uint32Array): number {
    const { mask, starts, ends, first, last, test } = this.#selection;
    const most = nodes.length;
    let filled = 0;
    for (;;) {
      const { edge: edges, target: targets } = this.#rows;
      // A loop that was followed from its source is not followed from its target as well.
      const loop = this.#side === 1 ? this.#node : NONE;
      const end = this.#endPlace;
      for (let place = this.#place; place < end; place++) {
        const edge = edges[place]!;
        if (mask !== undefined && !mask.has(edge)) continue;
        if (starts !== undefined && starts[edge]! > last) continue;
        if (ends !== undefined && ends[edge]! < first) continue;
        const target = targets[place]!;
        if (target === loop && this.#isFollowedOut(edge)) continue;
        if (test !== undefined && test(target, edge) !== YES) continue;
        nodes[filled++] = target;
        if (filled < most) continue;
        this.#place = place + 1;
        this.#edge = edge;
        return filled;
      }
      this.#place = end;
      if (!this.#nextRun() && !this.#nextRows()) return filled;
    }
  }

  #isFollowedOut(edge: EdgeNumber): boolean {
    const { sides, graph } = this.#selection;
    const { allowed } = sides[0]!;
    return allowed === undefined || allowed[graph.edges.type[edge]!] === 1;
  }

  #nextRun(): boolean {
    const { runType, runStart } = this.#rows;
    const allowed = this.#allowed;
    for (let run = this.#run; run < this.#endRun; run++) {
      if (allowed !== undefined && allowed[runType[run]!] === 0) continue;
      this.#run = run + 1;
      this.#place = runStart[run]!;
      this.#endPlace = runStart[run + 1]!;
      return true;
    }
    this.#run = this.#endRun;
    return false;
  }

  /** Turns to the rows of the other side, or to the next start. */
  #nextRows(): boolean {
    const { sides } = this.#selection;
    if (this.#side + 1 < sides.length) this.#side++;
    else {
      if (sides.length === 0) return false;
      this.#node = this.upstream.next();
      if (this.#node === NONE) return false;
      this.#side = 0;
    }
    const { rows, allowed } = sides[this.#side]!;
    this.#rows = rows;
    this.#allowed = allowed;
    this.#run = rows.firstRun[this.#node]!;
    this.#endRun = rows.firstRun[this.#node + 1]!;
    return true;
  }

  override addPath(path: PathNumbers): void {
    super.addPath(path);
    const { from, to } = this.#selection.graph.edges;
    path.edges.push(this.#edge);
    path.nodes.push(from[this.#edge] === this.#node ? to[this.#edge]! : from[this.#edge]!);
  }

  override reset(): void {
    super.reset();
    this.#run = this.#endRun = this.#place = this.#endPlace = 0;
    this.#side = this.#selection.sides.length;
  }
}
