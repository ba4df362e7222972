/**
 * PageRank by the power method (Page, Brin, Motwani and Winograd 1999).
 *
 * r(v) = (1 - d) / n + d · ( Σ over u with an edge to v of r(u) · w(u, v) / w(u)  +  Σ over u without edges of r(u) / n )
 */
import type { Projection } from './projection.ts';

export interface PageRankOptions {
  /** d: the share of rank that follows edges. */
  readonly damping?: number;
  /** So many rounds; without it, until a round changes less than a billionth of all rank. */
  readonly rounds?: number;
}

const MOST_ROUNDS = 1000;
const SMALL_CHANGE = 1e-9;

export interface PageRanks {
  readonly ranks: Float64Array;
  /** The rank of every lone node. */
  readonly lone: number;
}

/** The rank of each node; all add up to 1. */
export function pageRank(graph: Projection, options: PageRankOptions = {}): PageRanks {
  const { order, lone, starts, targets, weights } = graph;
  const { damping = 0.85, rounds = MOST_ROUNDS } = options;
  const enough = options.rounds === undefined ? SMALL_CHANGE : -1;
  const totals = new Float64Array(order);
  for (let node = 0; node < order; node++) {
    for (let place = starts[node]!; place < starts[node + 1]!; place++) totals[node]! += weights[place]!;
  }
  const all = order + lone;
  let ranks = new Float64Array(order).fill(1 / all);
  let next = new Float64Array(order);
  let rankOfLone = 1 / all;
  for (let round = 0, change = 1; round < rounds && change > enough; round++) {
    let idle = lone * rankOfLone;
    for (let node = 0; node < order; node++) if (totals[node] === 0) idle += ranks[node]!;
    const least = (1 - damping + damping * idle) / all;
    next.fill(least);
    for (let node = 0; node < order; node++) {
      const share = (damping * ranks[node]!) / totals[node]!;
      for (let place = starts[node]!; place < starts[node + 1]!; place++) {
        next[targets[place]!]! += share * weights[place]!;
      }
    }
    change = lone * Math.abs(least - rankOfLone);
    rankOfLone = least;
    for (let node = 0; node < order; node++) change += Math.abs(next[node]! - ranks[node]!);
    [ranks, next] = [next, ranks];
  }
  return { ranks, lone: rankOfLone };
}
