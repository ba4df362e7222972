/**
 * The step along edges, where nearly all time of a walk is spent.
 *
 * The edges of a node lie side by side, in runs of one type; the operator is a place in such a run. Types are judged a
 * run at a time, dates by reading two columns, and only what is left by the test of properties.
 */
import { YES } from '../filters/verdict.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { firstPlaceFrom } from '../store/row-days.ts';
import type { EdgeSelection, Side } from './edge-selection.ts';
import { NONE, type Operator, PassingOperator, type PathNumbers } from './operator.ts';

/** Where `next` has its one row put. It is read at once, so all operators share it. */
const one = new Uint32Array(1);

export class Expand extends PassingOperator {
  readonly #selection: EdgeSelection;
  #edge: EdgeNumber = NONE;
  #node: NodeNumber = NONE;
  /** The side whose rows are being read. */
  #sideNumber: number;
  #side: Side;
  #run = 0;
  #endRun = 0;
  #place = 0;
  #endPlace = 0;

  constructor(upstream: Operator, selection: EdgeSelection) {
    super(upstream);
    this.#selection = selection;
    // As if all sides of some node were done, so that the first call asks for a start.
    this.#sideNumber = selection.sides.length;
    this.#side = selection.sides[0]!;
  }

  override get edge(): EdgeNumber {
    return this.#edge;
  }

  next(): NodeNumber {
    return this.fill(one) === 0 ? NONE : one[0]!;
  }

  override fill(nodes: Uint32Array): number {
    const { sides, mask, first, last, test } = this.#selection;
    if (sides.length === 0) return 0;
    const most = nodes.length;
    let filled = 0;
    for (;;) {
      const { rows, starts, ends } = this.#side;
      const { edge: edges, target: targets } = rows;
      // A loop that was followed from its source is not followed from its target as well.
      const loop = this.#sideNumber === 1 ? this.#node : NONE;
      const end = this.#endPlace;
      for (let place = this.#place; place < end; place++) {
        if (ends !== undefined && ends.days[place]! < first) continue;
        if (starts !== undefined && starts.days[place]! > last) continue;
        const edge = edges[place]!;
        if (mask !== undefined && !mask.has(edge)) continue;
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
    const { rows, allowed, lastType, ends } = this.#side;
    const { runType, runStart } = rows;
    for (let run = this.#run; run < this.#endRun; run++) {
      if (allowed !== undefined) {
        const type = runType[run]!;
        if (type > lastType) break;
        if (allowed[type] === 0) continue;
      }
      const [start, end] = [runStart[run]!, runStart[run + 1]!];
      this.#run = run + 1;
      this.#place = ends === undefined ? start : firstPlaceFrom(ends, run, start, end, this.#selection.first);
      this.#endPlace = end;
      return true;
    }
    this.#run = this.#endRun;
    return false;
  }

  /** Turns to the rows of the other side, or to the next start. */
  #nextRows(): boolean {
    const { sides } = this.#selection;
    if (this.#sideNumber + 1 < sides.length) this.#sideNumber++;
    else {
      this.#node = this.upstream.next();
      if (this.#node === NONE) return false;
      this.#sideNumber = 0;
    }
    this.#side = sides[this.#sideNumber]!;
    const { rows, allowed, ends } = this.#side;
    if (allowed === undefined && ends === undefined) {
      // Where edges of every type and date are followed, all runs of the node are one.
      this.#place = rows.firstPlace[this.#node]!;
      this.#endPlace = rows.firstPlace[this.#node + 1]!;
    } else {
      this.#run = rows.firstRun[this.#node]!;
      this.#endRun = rows.firstRun[this.#node + 1]!;
    }
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
    this.#sideNumber = this.#selection.sides.length;
  }
}
