/**
 * How two nodes are connected: their paths, shortest first.
 *
 * Two searches grow from the ends until they meet, the smaller first, so that a hub is met late or never. By what the two
 * know of parents, that is a shortest path. Where more are asked for, paths of each length are followed depth first from
 * the start; the search around the goal says how far every node still is, and turns back whatever cannot arrive in time.
 * Beyond it a node counts as just outside, which is never too far.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';
import { BreadthFirstSearch } from './breadth-first-search.ts';
import { degree, type EdgeSelection, forEachFollowed, reversed, selectEdges } from './edge-selection.ts';
import { badMaxHops } from './problems.ts';

/** More hops connect everything with everything. */
const MOST_HOPS = 64;
/** Edges looked at before a search is cut off: about a tenth of a second. */
const BUDGET = 2_000_000;
/** A level that costs more than this, and more than four times what the search has cost so far, is not worth growing. */
const CHEAP = 1000;
/** Nor is one that costs more than this part of what the budget still allows. */
const PART = 8;

export interface PathOptions {
  readonly from: NodeNumber;
  readonly to: NodeNumber;
  /** Longest path, in hops: 1 to 64; 6 when absent. */
  readonly maxHops?: number;
  /** Most paths; 10 when absent. */
  readonly first?: number;
  /** How many edges may be looked at; two million when absent. */
  readonly budget?: number;
  /** Which way edges are followed, seen from the start; BOTH when absent. */
  readonly direction?: Direction;
  /** Only edges of these types. */
  readonly via?: readonly string[];
  readonly avoid?: {
    readonly nodes?: readonly NodeNumber[];
    readonly edgeTypes?: readonly string[];
  };
}

export interface Path {
  /** From start to goal, no node twice. */
  readonly nodes: readonly NodeNumber[];
  /** One edge a hop: where several join two nodes, a stated one before an inferred one, then the lowest number. */
  readonly edges: readonly EdgeNumber[];
  /** For each hop, the other edges that would do as well. */
  readonly alternatives: readonly (readonly EdgeNumber[])[];
}

export interface FoundPaths {
  /**
   * Shortest first; of the shortest, the one on which the searches met leads, and the others of a length go by the order
   * of their nodes. The same question has the same answer, and who asks for more paths gets these first.
   */
  readonly paths: readonly Path[];
  /** Whether the budget ran out: there may be more paths, though none shorter than the last one found. */
  readonly truncated: boolean;
  /** How many edges were looked at. */
  readonly touched: number;
}

/**
 * The simple paths between two nodes of a view, each a sequence of nodes; edges that run side by side make one path with
 * alternatives, not several paths. A node and itself are joined by the path of no hops.
 * @throws KnowledgeError `unknown-edge-type`, `bad-max-hops`
 */
export function findPaths(view: GraphView, options: PathOptions): FoundPaths {
  const { maxHops = 6, first = 10, budget = BUDGET } = options;
  if (!(maxHops >= 1 && maxHops <= MOST_HOPS)) throw badMaxHops(maxHops, MOST_HOPS);
  const selection = followedEdges(view, options);
  const search = new PathSearch(selection, { ...options, maxHops, first, budget });
  try {
    search.run();
    return { paths: search.paths, truncated: search.truncated, touched: search.touched };
  } finally {
    search.release();
  }
}

/** The edges that paths may follow. */
export function followedEdges(view: GraphView, { direction = 'BOTH', via, avoid }: PathOptions): EdgeSelection {
  const excluded = avoid?.edgeTypes ?? [];
  // Asked by itself as well, so that an unknown type is reported.
  if (excluded.length > 0) selectEdges(view, direction, excluded);
  const types = via ?? (excluded.length > 0 ? [...view.ontology.edgeTypes.keys()] : undefined);
  return selectEdges(
    view,
    direction,
    types?.filter((it) => !excluded.includes(it)),
  );
}

type Question = PathOptions & { readonly maxHops: number; readonly first: number; readonly budget: number };

class PathSearch {
  readonly paths: Path[] = [];
  truncated = false;
  readonly #question: Question;
  readonly #selection: EdgeSelection;
  readonly #reversed: EdgeSelection;
  readonly #avoided: ReadonlySet<NodeNumber>;
  readonly #ahead: BreadthFirstSearch;
  readonly #back: BreadthFirstSearch;
  /** How long the paths are that are being followed, and whether there are no shorter ones. */
  #hops = 0;
  #isShortest = true;
  /** Nodes that no shortest path goes through, though they are as far from the start as one would have them. */
  readonly #deadEnds = new Set<NodeNumber>();
  /** The nodes of the path in hand, without the start. */
  readonly #taken: NodeNumber[] = [];
  /** The path on which the searches met, which leads all others. */
  #first: readonly NodeNumber[] = [];
  /** Edges looked at by following paths. */
  #followed = 0;

  constructor(selection: EdgeSelection, question: Question) {
    const { from, to, maxHops: maxDepth, avoid } = question;
    const avoided = avoid?.nodes ?? [];
    this.#selection = selection;
    this.#reversed = reversed(selection);
    this.#question = question;
    this.#avoided = new Set(avoided);
    this.#ahead = new BreadthFirstSearch(selection, { maxDepth, avoided, withParents: true }).begin(from);
    this.#back = new BreadthFirstSearch(this.#reversed, { maxDepth, avoided, withParents: true }).begin(to);
  }

  get touched(): number {
    return this.#ahead.touched + this.#back.touched + this.#followed;
  }

  release(): void {
    this.#ahead.release();
    this.#back.release();
  }

  run(): void {
    const { from, to, first, maxHops } = this.#question;
    if (first < 1 || this.#avoided.has(from) || this.#avoided.has(to)) return;
    if (from === to) this.#add([from]);
    else if (this.#meet()) {
      this.#add(this.#first);
      for (; this.#hops <= maxHops && !this.#isOver(); this.#hops++) {
        if (!this.#isShortest) this.#growBack();
        this.#follow(from);
        this.#isShortest = false;
      }
    }
  }

  get #left(): number {
    return this.#question.budget - this.touched;
  }

  /** Whether enough was found, or too much looked at. */
  #isOver(): boolean {
    if (this.paths.length >= this.#question.first) return true;
    this.truncated = this.#left <= 0;
    return this.truncated;
  }

  /** Grows the smaller search until the two meet, and tells whether they do: `#hops` is then the distance. */
  #meet(): boolean {
    const [ahead, back] = [this.#ahead, this.#back];
    while (!ahead.isDone && !back.isDone && ahead.depth + back.depth < this.#question.maxHops) {
      const isAhead = ahead.frontier <= back.frontier;
      // A level is finished before the other side has its turn: only then is the first meeting one of shortest paths.
      const met = isAhead ? ahead.grow(this.#left, back) : back.grow(this.#left, ahead);
      if (met !== undefined) {
        this.#hops = ahead.depth + back.depth + 1;
        this.#first = [...ahead.pathTo(met).nodes, ...back.pathTo(met).nodes.reverse().slice(1)];
        // Who looks for more paths counts on whole levels around the goal.
        if (!isAhead && this.#question.first > 1) back.grow(Number.POSITIVE_INFINITY);
        return true;
      }
      if (this.#isOver()) return false;
    }
    return false;
  }

  /** Levels around the goal that cost little, compared with what they spare those who follow paths of `#hops` hops. */
  #growBack(): void {
    const back = this.#back;
    while (back.depth < this.#hops - 1 && !back.isDone) {
      const cost = back.frontierEdges();
      if (cost > Math.max(CHEAP, 4 * this.touched) || cost * PART > this.#left) break;
      back.grow(Number.POSITIVE_INFINITY);
    }
  }

  /** Adds every path that goes on from this node, the lowest next node first; false when there is none. */
  #follow(node: NodeNumber): boolean {
    let arrives = false;
    for (const next of this.#nextNodes(node)) {
      if (this.#isOver()) return true;
      this.#taken.push(next);
      const isPath = this.#taken.length === this.#hops;
      const leads = isPath || this.#follow(next);
      if (isPath && !this.#isFirst()) this.#add([this.#question.from, ...this.#taken]);
      this.#taken.pop();
      arrives ||= leads;
      if (this.#isShortest && !leads) this.#deadEnds.add(next);
    }
    return arrives;
  }

  /** Whether the path in hand is the one that was found when the searches met. */
  #isFirst(): boolean {
    return this.#isShortest && this.#taken.every((node, i) => node === this.#first[i + 1]);
  }

  /** The nodes one hop from `node` that can still arrive in time, in order. */
  #nextNodes(node: NodeNumber): Iterable<NodeNumber> {
    const left = this.#hops - this.#taken.length - 1;
    const found: NodeNumber[] = [];
    this.#followed +=
      1 +
      forEachFollowed(this.#selection, node, (next) => {
        if (this.#isShortest ? this.#isOnShortest(next, left) : this.#mayArrive(next, left)) found.push(next);
      });
    return new Set(found.sort((a, b) => a - b));
  }

  /** Whether a shortest path may go through a node with so many hops left: both searches know whole levels. */
  #isOnShortest(node: NodeNumber, left: number): boolean {
    if (left <= this.#back.depth) return this.#back.distance(node) === left;
    return this.#ahead.distance(node) === this.#hops - left && !this.#deadEnds.has(node);
  }

  #mayArrive(node: NodeNumber, left: number): boolean {
    if (node === this.#question.to) return left === 0;
    if (node === this.#question.from || this.#taken.includes(node)) return false;
    const away = this.#back.distance(node);
    if (away !== -1) return away <= left && left > 0;
    return !this.#back.isDone && this.#back.depth < left && !this.#avoided.has(node);
  }

  /** Adds a path: along its hops, every edge that would do. */
  #add(nodes: readonly NodeNumber[]): void {
    const edges = nodes.slice(1).map((node, i) => this.#edgesBetween(nodes[i]!, node));
    this.paths.push({ nodes, edges: edges.map((it) => it[0]!), alternatives: edges.map((it) => it.slice(1)) });
  }

  /** The edges of a hop, looked for from the end that has fewer: stated ones before inferred ones, then by number. */
  #edgesBetween(from: NodeNumber, to: NodeNumber): EdgeNumber[] {
    const [selection, backwards] = [this.#selection, this.#reversed];
    const isFewer = degree(selection, from) <= degree(backwards, to);
    const [searched, start, end] = isFewer ? [selection, from, to] : [backwards, to, from];
    const edges: EdgeNumber[] = [];
    forEachFollowed(searched, start, (next, edge) => {
      if (next === end) edges.push(edge);
    });
    const { edges: table } = selection.graph;
    const inferred = (edge: EdgeNumber): number => Number(table.isInferred(edge));
    return edges.sort((a, b) => inferred(a) - inferred(b) || a - b);
  }
}
