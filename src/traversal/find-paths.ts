/**
 * How two nodes are connected: their paths, shortest first.
 *
 * Two searches grow from the ends until they meet, the smaller first, so that a hub is met late or never. Then paths of
 * each length are followed depth first from the start; the search around the goal says how far every node still is, and
 * turns back whatever cannot arrive in time. Beyond it a node counts as just outside, which is never too far.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';
import { BreadthFirstSearch } from './breadth-first-search.ts';
import { type EdgeSelection, isFollowed, reversed, selectEdges } from './edge-selection.ts';
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
  /** Shortest first, then in the order of their nodes: the same question has the same answer. */
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
  const { direction = 'BOTH', via, avoid } = options;
  const { maxHops = 6, first = 10, budget = BUDGET } = options;
  if (!(maxHops >= 1 && maxHops <= MOST_HOPS)) throw badMaxHops(maxHops, MOST_HOPS);
  const excluded = avoid?.edgeTypes ?? [];
  // Asked by itself as well, so that an unknown type is reported.
  if (excluded.length > 0) selectEdges(view, direction, excluded);
  const types = via ?? (excluded.length > 0 ? [...view.ontology.edgeTypes.keys()] : undefined);
  const selection = selectEdges(
    view,
    direction,
    types?.filter((it) => !excluded.includes(it)),
  );
  const search = new PathSearch(selection, { ...options, maxHops, first, budget });
  try {
    search.run();
    return { paths: search.paths, truncated: search.truncated, touched: search.touched };
  } finally {
    search.release();
  }
}

/** A hop that may be taken: to a node, along any of these edges. */
interface Hop {
  readonly node: NodeNumber;
  readonly edges: EdgeNumber[];
}

type Question = PathOptions & { readonly maxHops: number; readonly first: number; readonly budget: number };

class PathSearch {
  readonly paths: Path[] = [];
  truncated = false;
  readonly #question: Question;
  readonly #selection: EdgeSelection;
  readonly #avoided: ReadonlySet<NodeNumber>;
  readonly #ahead: BreadthFirstSearch;
  readonly #back: BreadthFirstSearch;
  /** How long the paths are that are being followed, and whether there are no shorter ones. */
  #hops = 0;
  #isShortest = true;
  /** Nodes that no shortest path goes through, though they are as far from the start as one would have them. */
  readonly #deadEnds = new Set<NodeNumber>();
  /** The path in hand. */
  readonly #taken: Hop[] = [];
  /** Edges looked at by following paths. */
  #followed = 0;

  constructor(selection: EdgeSelection, question: Question) {
    const { from, to, maxHops: maxDepth, avoid } = question;
    const avoided = avoid?.nodes ?? [];
    this.#selection = selection;
    this.#question = question;
    this.#avoided = new Set(avoided);
    this.#ahead = new BreadthFirstSearch(selection, [from], { maxDepth, avoided });
    this.#back = new BreadthFirstSearch(reversed(selection), [to], { maxDepth, avoided });
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
    if (from === to) this.paths.push({ nodes: [from], edges: [], alternatives: [] });
    else if (this.#meet()) {
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
      if (this.#isOver()) return false;
      if (!met) continue;
      this.#hops = ahead.depth + back.depth + 1;
      if (!isAhead) back.grow(Number.POSITIVE_INFINITY);
      return true;
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

  /** Every path that goes on from this node, the lowest next node first. */
  #follow(node: NodeNumber): void {
    for (const hop of this.#hopsFrom(node)) {
      if (this.#isOver()) return;
      const found = this.paths.length;
      this.#taken.push(hop);
      if (this.#taken.length === this.#hops) this.paths.push(this.#path());
      else this.#follow(hop.node);
      this.#taken.pop();
      if (this.#isShortest && this.paths.length === found) this.#deadEnds.add(hop.node);
    }
  }

  /** The hops from `node` that can still arrive in time. */
  #hopsFrom(node: NodeNumber): Hop[] {
    const selection = this.#selection;
    const left = this.#hops - this.#taken.length - 1;
    const hops = new Map<NodeNumber, Hop>();
    this.#followed++;
    for (const { rows, allowed } of selection.sides) {
      const { firstRun, runType, runStart, edge: edges, target: targets } = rows;
      for (let run = firstRun[node]!; run < firstRun[node + 1]!; run++) {
        if (allowed !== undefined && allowed[runType[run]!] === 0) continue;
        const end = runStart[run + 1]!;
        this.#followed += end - runStart[run]!;
        for (let place = runStart[run]!; place < end; place++) {
          const next = targets[place]!;
          if (!(this.#isShortest ? this.#isOnShortest(next, left) : this.#mayArrive(next, left))) continue;
          if (selection.isSelective && !isFollowed(selection, edges[place]!)) continue;
          const hop = hops.get(next);
          if (hop) hop.edges.push(edges[place]!);
          else hops.set(next, { node: next, edges: [edges[place]!] });
        }
      }
    }
    return [...hops.values()].sort((a, b) => a.node - b.node);
  }

  /** Whether a shortest path may go through a node with so many hops left: both searches know whole levels. */
  #isOnShortest(node: NodeNumber, left: number): boolean {
    if (left <= this.#back.depth) return this.#back.distance(node) === left;
    return this.#ahead.distance(node) === this.#hops - left && !this.#deadEnds.has(node);
  }

  #mayArrive(node: NodeNumber, left: number): boolean {
    if (node === this.#question.to) return left === 0;
    if (node === this.#question.from || this.#taken.some((hop) => hop.node === node)) return false;
    const away = this.#back.distance(node);
    if (away !== -1) return away <= left && left > 0;
    return !this.#back.isDone && this.#back.depth < left && !this.#avoided.has(node);
  }

  #path(): Path {
    const { edges: table } = this.#selection.graph;
    const inferred = (edge: EdgeNumber): number => Number(table.isInferred(edge));
    const edges = this.#taken.map((hop) => hop.edges.sort((a, b) => inferred(a) - inferred(b) || a - b));
    return {
      nodes: [this.#question.from, ...this.#taken.map((hop) => hop.node)],
      edges: edges.map((it) => it[0]!),
      alternatives: edges.map((it) => it.slice(1)),
    };
  }
}
