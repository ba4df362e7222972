/**
 * Groups of nodes: that have more to do with each other than with the rest (Louvain, or label propagation), or that are
 * connected at all.
 */
import { type Kind, numberFrom, readArgument } from '../base/checked-options.ts';
import { addTo } from '../base/group-by.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { components, propagateLabels } from './components.ts';
import { louvain } from './louvain.ts';
import { type Projection, projectionOf } from './projection.ts';

export type CommunityMethod = 'LOUVAIN' | 'LABELS' | 'COMPONENTS';

/** The nodes of a view, parted into groups. */
export interface Partition {
  /** The largest first, equal ones by their lowest node; the nodes of each rising. Nodes without edges are in none. */
  readonly groups: readonly (readonly NodeNumber[])[];
  /** How much more the groups hold together than chance would have it: from -0.5 to 1. */
  readonly modularity: number;
}

export interface CommunityOptions {
  /** LOUVAIN, by default; LABELS, label propagation; COMPONENTS, what is connected. */
  readonly by?: CommunityMethod;
  /** Of LOUVAIN: above 1, more and smaller groups; below, fewer and larger ones. From 0 to 1000, default 1. */
  readonly resolution?: number;
  /** Of LOUVAIN: where the method has a choice, it is made by this seed. Default 1. */
  readonly seed?: number;
}

/** Most graphs are settled after ten. */
const ROUNDS = 100;
/** Beyond it two nodes are hardly ever worth a group. */
const MOST_RESOLUTION = 1000;
export const resolutionKind: Kind<number> = numberFrom(0, MOST_RESOLUTION);

/** Edges are followed either way. The same view has the same groups. Throws `bad-option`. */
export function communities(view: GraphView, options: CommunityOptions = {}): Partition {
  const { by = 'LOUVAIN', seed = 1 } = options;
  const resolution = readArgument('communities', 'resolution', options.resolution ?? 1, resolutionKind);
  const graph = projectionOf(view, 'BOTH');
  const labels =
    by === 'LOUVAIN'
      ? louvain(graph, resolution, seed)
      : by === 'COMPONENTS'
        ? components(graph)
        : propagateLabels(graph, ROUNDS);
  const groups = new Map<number, NodeNumber[]>();
  for (let node = 0; node < graph.order; node++) addTo(groups, labels[node]!, graph.nodes[node]!);
  return {
    groups: [...groups.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!),
    modularity: modularity(graph, labels),
  };
}

/** Newman and Girvan 2004: Σ over groups of w(within) / m - (w(at its nodes) / 2m)², weights counting edges. */
function modularity({ order, starts, targets, weights }: Projection, labels: Uint32Array): number {
  const ends = weights.reduce((sum, it) => sum + it, 0);
  if (ends === 0) return 0;
  const at = new Float64Array(order);
  let within = 0;
  for (let node = 0; node < order; node++) {
    for (let place = starts[node]!; place < starts[node + 1]!; place++) {
      at[labels[node]!]! += weights[place]!;
      if (labels[targets[place]!] === labels[node]) within += weights[place]!;
    }
  }
  return at.reduce((sum, it) => sum - (it / ends) ** 2, within / ends);
}
