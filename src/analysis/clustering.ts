/**
 * Local clustering coefficients (Watts and Strogatz 1998): the share of pairs of neighbours of a node that are neighbours.
 *
 * c(v) = |{(u, w) : u, w ∈ N(v), u → w}| / (d(v) · (d(v) - 1)), where N(v) are the d(v) neighbours of v by either direction
 * and u → w an edge between two of them, along its direction or either way. 0 for a node with less than two neighbours.
 */
import type { Projection } from './projection.ts';

/** The coefficients; `neighbours` goes either way, and `edges` as they are to be counted. */
export function clustering(neighbours: Projection, edges: Projection): Float64Array {
  const { order, starts, targets } = neighbours;
  const found = new Float64Array(order);
  const owner = new Int32Array(order).fill(-1);
  for (let node = 0; node < order; node++) {
    const [start, end] = [starts[node]!, starts[node + 1]!];
    const degree = end - start;
    if (degree < 2) continue;
    for (let place = start; place < end; place++) owner[targets[place]!] = node;
    let joined = 0;
    for (let place = start; place < end; place++) {
      const other = targets[place]!;
      for (let it = edges.starts[other]!; it < edges.starts[other + 1]!; it++) {
        if (owner[edges.targets[it]!] === node) joined++;
      }
    }
    found[node] = joined / (degree * (degree - 1));
  }
  return found;
}

/** How many edges that looks at. */
export function clusteringWork({ order, starts }: Projection): number {
  let work = 0;
  for (let node = 0; node < order; node++) work += (starts[node + 1]! - starts[node]!) ** 2;
  return work;
}
