/**
 * Connected components and label propagation: two ways to part the nodes of a projection that goes either way into groups,
 * each told as a label for each node.
 */
import { numbersBelow } from '../store/adjacency.ts';
import type { Projection } from './projection.ts';

/** The lowest node that each node is connected with. */
export function components({ order, starts, targets }: Projection): Uint32Array {
  const UNSEEN = 2 ** 32 - 1;
  const labels = new Uint32Array(order).fill(UNSEEN);
  const queue = new Uint32Array(order);
  for (let first = 0; first < order; first++) {
    if (labels[first] !== UNSEEN) continue;
    labels[first] = first;
    queue[0] = first;
    for (let head = 0, tail = 1; head < tail; head++) {
      const node = queue[head]!;
      for (let place = starts[node]!; place < starts[node + 1]!; place++) {
        const other = targets[place]!;
        if (labels[other] !== UNSEEN) continue;
        labels[other] = first;
        queue[tail++] = other;
      }
    }
  }
  return labels;
}

/**
 * Label propagation (Raghavan, Albert and Kumara 2007) as LDBC Graphalytics defines it: each node begins with itself for a
 * label, and in each round all take at once the label that most of the edges at them lead to, the lowest of several. It
 * ends after `rounds`, or when nothing changes but labels that two sides give each other back and forth.
 */
export function propagateLabels({ order, starts, targets, weights }: Projection, rounds: number): Uint32Array {
  let labels = numbersBelow(order);
  let before = labels;
  const counts = new Float64Array(order);
  for (let round = 0; round < rounds; round++) {
    const next = labels.slice();
    for (let node = 0; node < order; node++) {
      const [start, end] = [starts[node]!, starts[node + 1]!];
      for (let place = start; place < end; place++) counts[labels[targets[place]!]!]! += weights[place]!;
      let best = -1;
      for (let place = start; place < end; place++) {
        const label = labels[targets[place]!]!;
        if (best === -1 || counts[label]! > counts[best]! || (counts[label] === counts[best] && label < best))
          best = label;
      }
      if (best !== -1) next[node] = best;
      for (let place = start; place < end; place++) counts[labels[targets[place]!]!] = 0;
    }
    // What comes back after two rounds comes back after every two.
    if (isSame(next, before)) return (rounds - round) % 2 === 0 ? labels : next;
    [before, labels] = [labels, next];
  }
  return labels;
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
