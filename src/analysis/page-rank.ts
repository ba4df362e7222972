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

/** The rank of each node; all add up to 1. */
export function pageRank({ order, starts, targets, weights }: Projection, options: PageRankOptions = {}): Float64Array {
  const { damping = 0.85, rounds = MOST_ROUNDS } = options;
  const least = options.rounds === undefined ? SMALL_CHANGE : -1;
  const totals = new Float64Array(order);
  for (let node = 0; node < order; node++) {
    for (let place = starts[node]!; place < starts[node + 1]!; place++) totals[node]! += weights[place]!;
  }
  let ranks = new Float64Array(order).fill(1 / order);
  let next = new Float64Array(order);
  for (let round = 0, change = 1; round < rounds && change > least; round++) {
    let idle = 0;
    for (let node = 0; node < order; node++) if (totals[node] === 0) idle += ranks[node]!;
    next.fill((1 - damping + damping * idle) / order);
    for (let node = 0; node < order; node++) {
      const share = (damping * ranks[node]!) / totals[node]!;
      for (let place = starts[node]!; place < starts[node + 1]!; place++) {
        next[targets[place]!]! += share * weights[place]!;
      }
    }
    change = 0;
    for (let node = 0; node < order; node++) change += Math.abs(next[node]! - ranks[node]!);
    [ranks, next] = [next, ranks];
  }
  return ranks;
}
