/**
 * Core numbers (Seidman 1983): the greatest k for which a node is in a part of the graph where each node has k neighbours.
 *
 * By taking away the node with the fewest neighbours again and again, in buckets by their number (Batagelj and Zaveršnik
 * 2003): one look at each edge.
 */
import type { Projection } from './projection.ts';

/** The core number of each node of a projection that goes either way. */
export function coreNumbers({ order, starts, targets }: Projection): Float64Array {
  const degrees = new Uint32Array(order);
  let most = 0;
  for (let node = 0; node < order; node++) {
    degrees[node] = starts[node + 1]! - starts[node]!;
    most = Math.max(most, degrees[node]!);
  }
  // Nodes in the order of their degrees; the bucket of a degree begins at `firsts[degree]`.
  const firsts = new Uint32Array(most + 2);
  for (const degree of degrees) firsts[degree + 1]!++;
  for (let degree = 0; degree <= most; degree++) firsts[degree + 1]! += firsts[degree]!;
  const sorted = new Uint32Array(order);
  const places = new Uint32Array(order);
  const ends = firsts.slice();
  for (let node = 0; node < order; node++) {
    places[node] = ends[degrees[node]!]!++;
    sorted[places[node]!] = node;
  }
  for (const node of sorted) {
    for (let place = starts[node]!; place < starts[node + 1]!; place++) {
      const other = targets[place]!;
      if (degrees[other]! <= degrees[node]!) continue;
      // The neighbour changes places with the first of its bucket, whose start moves behind it.
      const first = firsts[degrees[other]!]!;
      const leader = sorted[first]!;
      sorted[places[other]!] = leader;
      places[leader] = places[other]!;
      sorted[first] = other;
      places[other] = first;
      firsts[degrees[other]!]!++;
      degrees[other]!--;
    }
  }
  return Float64Array.from(degrees);
}
