/**
 * Betweenness (Brandes 2001): on which share of the shortest paths between others each node lies, every edge being as
 * long as any other.
 *
 * b(v) = Σ over s ≠ v ≠ t of σ(s, t | v) / σ(s, t), divided by (n - 1)(n - 2). Each start s costs a search of the whole
 * graph; lone nodes lead nowhere. Beyond a budget only some starts are searched from, drawn without repetition by a seed, and
 * the sum is scaled up (Brandes and Pich 2007); the spread of what they gave tells how far off the estimate may be.
 */
import { seededRandom } from '../base/seeded-random.ts';
import type { Projection } from './projection.ts';

export interface BetweennessOptions {
  /** The most nodes to search from; all when absent. */
  readonly starts?: number;
  /** The seed by which they are drawn. */
  readonly seed?: number;
}

export interface Betweenness {
  readonly scores: Float64Array;
  /** Half the width of the interval that holds the exact score in 95 of 100 samples; undefined where scores are exact. */
  readonly errors: Float64Array | undefined;
}

export function betweenness(
  graph: Projection,
  { starts = graph.order, seed = 1 }: BetweennessOptions = {},
): Betweenness {
  const { order } = graph;
  const count = Math.min(starts, order);
  const nodes = order + graph.lone;
  const pairs = (nodes - 1) * (nodes - 2);
  const sums = new Float64Array(order);
  const squares = new Float64Array(order);
  if (order === 0 || pairs <= 0) return { scores: sums, errors: undefined };
  const search = searchFrom(graph);
  for (const start of drawn(order, count, seed)) {
    search(start, (node, dependency) => {
      sums[node]! += dependency;
      squares[node]! += dependency * dependency;
    });
  }
  const scores = sums.map((sum) => ((order / count) * sum) / pairs);
  if (count === order) return { scores, errors: undefined };
  const errors = sums.map((sum, node) => {
    // Of a sample without repetition from a finite number of starts.
    const variance = Math.max(0, squares[node]! - (sum * sum) / count) / Math.max(1, count - 1);
    return (1.96 * order * Math.sqrt((variance / count) * (1 - count / order))) / pairs;
  });
  return { scores, errors };
}

/** So many different numbers below `order`, in rising order. */
function drawn(order: number, count: number, seed: number): Uint32Array {
  const all = Uint32Array.from({ length: order }, (_, i) => i);
  if (count === order) return all;
  const random = seededRandom(seed);
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(random() * (order - i));
    [all[i], all[other]] = [all[other]!, all[i]!];
  }
  return all.subarray(0, count).sort();
}

/** Searches from a start, and tells for each node which part of its shortest paths to all others pass through it. */
function searchFrom({ order, starts, targets }: Projection) {
  const distances = new Int32Array(order).fill(-1);
  const paths = new Float64Array(order);
  const dependencies = new Float64Array(order);
  const queue = new Uint32Array(order);
  return (start: number, tell: (node: number, dependency: number) => void): void => {
    let tail = 0;
    queue[tail++] = start;
    distances[start] = 0;
    paths[start] = 1;
    for (let head = 0; head < tail; head++) {
      const node = queue[head]!;
      const next = distances[node]! + 1;
      for (let place = starts[node]!; place < starts[node + 1]!; place++) {
        const target = targets[place]!;
        if (distances[target] === -1) {
          distances[target] = next;
          queue[tail++] = target;
        }
        if (distances[target] === next) paths[target]! += paths[node]!;
      }
    }
    for (let head = tail - 1; head >= 0; head--) {
      const node = queue[head]!;
      const next = distances[node]! + 1;
      let dependency = 0;
      for (let place = starts[node]!; place < starts[node + 1]!; place++) {
        const target = targets[place]!;
        if (distances[target] === next) dependency += (paths[node]! / paths[target]!) * (1 + dependencies[target]!);
      }
      dependencies[node] = dependency;
      if (node !== start) tell(node, dependency);
    }
    for (let head = 0; head < tail; head++) {
      const node = queue[head]!;
      distances[node] = -1;
      paths[node] = 0;
    }
  };
}
