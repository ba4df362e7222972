/**
 * A step along edges taken again and again, through each node once: a breadth-first search from each start.
 *
 * It reads the rows of the graph itself, which is several times as fast as taking the step by its operator.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { BreadthFirstSearch } from './breadth-first-search.ts';
import type { EdgeSelection } from './edge-selection.ts';
import { NONE, type Operator, PassingOperator, type PathNumbers, type Wanted } from './operator.ts';

/** Which of the nodes that are met are passed on. */
interface Depths {
  /** Most times the step is taken; Infinity for no end. */
  readonly times: number;
  /** Whether nodes on the way are passed on too, and not those of the last step alone. */
  readonly emit: boolean;
}

export class RepeatAlong extends PassingOperator {
  readonly #depths: Depths;
  readonly #search: BreadthFirstSearch;
  readonly #withParents: boolean;
  /** Whether the search has begun at a start and is not released. */
  #isUnderWay = false;
  /** How many of the nodes that were met have been read. */
  #read = 0;

  constructor(upstream: Operator, along: EdgeSelection, depths: Depths, wanted: Wanted) {
    super(upstream);
    this.#depths = depths;
    this.#withParents = wanted !== 'NODES';
    this.#search = new BreadthFirstSearch(along, { maxDepth: depths.times, withParents: this.#withParents });
  }

  next(): NodeNumber {
    const { emit, times } = this.#depths;
    const search = this.#search;
    while (this.#isUnderWay || this.#begin()) {
      while (this.#read < search.count) {
        const node = search.node(this.#read++);
        if (emit || search.distance(node) === times) return node;
      }
      // About as much more as was read before: who stops early has not paid for much.
      if (search.isDone) this.#end();
      else search.grow(this.#read);
    }
    return NONE;
  }

  override fill(nodes: Uint32Array): number {
    const { emit, times } = this.#depths;
    const search = this.#search;
    let filled = 0;
    while (this.#isUnderWay || this.#begin()) {
      while (!search.isDone) search.growLevel();
      while (this.#read < search.count) {
        if (filled === nodes.length) return filled;
        const node = search.node(this.#read++);
        if (emit || search.distance(node) === times) nodes[filled++] = node;
      }
      this.#end();
    }
    return filled;
  }

  #begin(): boolean {
    const start = this.upstream.next();
    if (start === NONE) return false;
    this.#search.begin(start);
    this.#isUnderWay = true;
    this.#read = 1;
    return true;
  }

  #end(): void {
    if (this.#isUnderWay) this.#search.release();
    this.#isUnderWay = false;
  }

  override get edge(): EdgeNumber {
    const search = this.#search;
    return this.#isUnderWay && this.#withParents ? search.parent(search.node(this.#read - 1)) : NONE;
  }

  override addPath(path: PathNumbers): void {
    super.addPath(path);
    const search = this.#search;
    const { nodes, edges } = search.pathTo(search.node(this.#read - 1));
    path.nodes.push(...nodes.slice(1));
    path.edges.push(...edges);
  }

  override reset(): void {
    super.reset();
    this.#end();
  }
}
