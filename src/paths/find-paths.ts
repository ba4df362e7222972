/**
 * How two nodes are connected: their paths, shortest first.
 */
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type Path, PathSearch } from './path-search.ts';
import { badMaxHops } from './problems.ts';
import { type StepOptions, stepsOf } from './steps.ts';

/** More hops connect everything with everything. */
const MOST_HOPS = 64;
/** Edges looked at before a search is cut off: about a tenth of a second. */
const BUDGET = 2_000_000;

export interface PathOptions extends StepOptions {
  readonly from: NodeNumber;
  readonly to: NodeNumber;
  /** Longest path, in hops: 1 to 64; 6 when absent. */
  readonly maxHops?: number;
  /** Most paths; 10 when absent. */
  readonly first?: number;
  /** How many edges may be looked at; two million when absent. */
  readonly budget?: number;
}

export interface FoundPaths {
  /** Shortest first, then in the order of their nodes: the same question has the same answer. */
  readonly paths: readonly Path[];
  /** Whether the budget ran out: there may be more paths, though none shorter than the last one found. */
  readonly truncated: boolean;
}

/**
 * The simple paths between two nodes of a view, each a sequence of nodes; edges that run side by side make one path with
 * alternatives, not several paths. A node and itself are joined by the path of no hops.
 * @throws KnowledgeError `unknown-edge-type`, `bad-max-hops`
 */
export function findPaths(view: GraphView, options: PathOptions): FoundPaths {
  const search = startPathSearch(view, options);
  search.run(Number.POSITIVE_INFINITY);
  return { paths: search.paths, truncated: search.truncated };
}

/**
 * The same search, to be run in slices: `run(edges)` until it answers true, and something else in between. A search that
 * is given up is to be released.
 * @example
 * const search = startPathSearch(view, { from, to });
 * while (!search.run(50_000)) await setImmediate();
 * search.paths;
 */
export function startPathSearch(view: GraphView, options: PathOptions): PathSearch {
  const { from, to, maxHops = 6, first = 10, budget = BUDGET } = options;
  if (!(maxHops >= 1 && maxHops <= MOST_HOPS)) throw badMaxHops(maxHops, MOST_HOPS);
  return new PathSearch({ steps: stepsOf(view, options), from, to, maxHops, first, budget });
}
