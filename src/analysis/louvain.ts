/**
 * Louvain's method (Blondel, Guillaume, Lambiotte and Lefebvre 2008): groups of nodes of the highest modularity that it finds.
 *
 * Each node moves to the neighbouring group where modularity gains most, until none gains; then each group becomes one node
 * of a smaller graph, and so on until nothing moves. Only neighbours of what moved are looked at again (Ozaki, Tezuka and
 * Inaba 2016). With a resolution γ, what chance would put in a group counts γ times (Reichardt and Bornholdt 2006).
 */
import { seededRandom } from '../base/seeded-random.ts';
import { numbersBelow } from '../store/adjacency.ts';
import type { Projection } from './projection.ts';

/** A projection, or one of its groups with the edges that are within them. */
interface Level extends Pick<Projection, 'order' | 'starts' | 'targets' | 'weights'> {
  /** The ends of edges within each node. */
  readonly within: Float64Array;
}

interface Grouping {
  /** The number of the group of each node, in the order of their first nodes. */
  readonly groups: Uint32Array;
  readonly count: number;
}

/** Gains below this are taken for rounding: edges weigh at least 1. */
const SMALL_GAIN = 1e-9;

/** The group of each node of a projection that goes either way. The same seed gives the same groups. */
export function louvain(graph: Projection, resolution: number, seed: number): Uint32Array {
  const random = seededRandom(seed);
  const labels = numbersBelow(graph.order);
  let level: Level = { ...graph, within: new Float64Array(graph.order) };
  for (;;) {
    const { groups, count } = groupNodes(level, resolution, random);
    for (let node = 0; node < labels.length; node++) labels[node] = groups[labels[node]!]!;
    if (count === level.order) return labels;
    level = levelOfGroups(level, groups, count);
  }
}

/** Moves nodes from group to group, in a random order at first, until no move gains anything. */
function groupNodes(
  { order, starts, targets, weights, within }: Level,
  resolution: number,
  random: () => number,
): Grouping {
  const strengths = within.slice();
  let all = 0;
  for (let node = 0; node < order; node++) {
    for (let place = starts[node]!; place < starts[node + 1]!; place++) strengths[node]! += weights[place]!;
    all += strengths[node]!;
  }
  const groups = numbersBelow(order);
  const totals = strengths.slice();
  const queue = shuffled(order, random);
  const isWaiting = new Uint8Array(order).fill(1);
  const links = new Float64Array(order);
  // Each node waits at most once, so the queue goes round in an array of that length.
  for (let head = 0, waiting = order; waiting > 0; head = (head + 1) % order, waiting--) {
    const node = queue[head]!;
    isWaiting[node] = 0;
    const [first, end, own] = [starts[node]!, starts[node + 1]!, groups[node]!];
    for (let place = first; place < end; place++) links[groups[targets[place]!]!]! += weights[place]!;
    const chance = (resolution * strengths[node]!) / all;
    totals[own]! -= strengths[node]!;
    let best = own;
    let most = links[own]! - chance * totals[own]! + SMALL_GAIN;
    for (let place = first; place < end; place++) {
      const group = groups[targets[place]!]!;
      const gain = links[group]! - chance * totals[group]!;
      if (gain > most) [best, most] = [group, gain];
    }
    for (let place = first; place < end; place++) links[groups[targets[place]!]!] = 0;
    totals[best]! += strengths[node]!;
    if (best === own) continue;
    groups[node] = best;
    for (let place = first; place < end; place++) {
      const other = targets[place]!;
      if (groups[other] === best || isWaiting[other] === 1) continue;
      isWaiting[other] = 1;
      queue[(head + waiting++) % order] = other;
    }
  }
  return numbered(groups);
}

/** The numbers below `order`, each as likely at each place. */
function shuffled(order: number, random: () => number): Uint32Array {
  const all = numbersBelow(order);
  for (let i = order - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [all[i], all[other]] = [all[other]!, all[i]!];
  }
  return all;
}

function numbered(groups: Uint32Array): Grouping {
  const numbers = new Int32Array(groups.length).fill(-1);
  let count = 0;
  for (let node = 0; node < groups.length; node++) {
    const group = groups[node]!;
    if (numbers[group] === -1) numbers[group] = count++;
    groups[node] = numbers[group]!;
  }
  return { groups, count };
}

/** The groups as nodes: between two of them is what was between their nodes. */
function levelOfGroups({ order, starts, targets, weights, within }: Level, groups: Uint32Array, count: number): Level {
  const firsts = new Uint32Array(count + 1);
  for (let node = 0; node < order; node++) firsts[groups[node]! + 1]!++;
  for (let group = 0; group < count; group++) firsts[group + 1]! += firsts[group]!;
  const members = new Uint32Array(order);
  const ends = firsts.slice();
  for (let node = 0; node < order; node++) members[ends[groups[node]!]!++] = node;
  const level = {
    order: count,
    starts: new Uint32Array(count + 1),
    targets: new Uint32Array(targets.length),
    weights: new Float64Array(targets.length),
    within: new Float64Array(count),
  };
  // Where the group at hand has the edge to another, while it is gathered; below its own start there is none yet.
  const places = new Int32Array(count).fill(-1);
  let end = 0;
  for (let group = 0; group < count; group++) {
    const start = end;
    for (let i = firsts[group]!; i < firsts[group + 1]!; i++) {
      const node = members[i]!;
      level.within[group]! += within[node]!;
      for (let place = starts[node]!; place < starts[node + 1]!; place++) {
        const other = groups[targets[place]!]!;
        if (other === group) level.within[group]! += weights[place]!;
        else {
          if (places[other]! < start) level.targets[(places[other] = end++)] = other;
          level.weights[places[other]!]! += weights[place]!;
        }
      }
    }
    level.starts[group + 1] = end;
  }
  return level;
}
