/**
 * Groups of nodes: that have more to do with each other than with the rest (Louvain, by graphology, or label propagation),
 * or that are connected at all.
 */
import { seededRandom } from '../base/seeded-random.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { simpleProjection } from '../views/simple-projection.ts';
import { components, propagateLabels } from './components.ts';
import { louvain, requireGraphology } from './graphology-packages.ts';
import { tooMuchToAnalyse } from './problems.ts';
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
  /** Of LOUVAIN: above 1, more and smaller groups; below, fewer and larger ones. Default 1. */
  readonly resolution?: number;
  /** Of LOUVAIN: where the method has a choice, it is made by this seed. Default 1. */
  readonly seed?: number;
}

/** Louvain takes a graph in objects, a microsecond and half a kilobyte an edge. */
const MOST_EDGES = 1_000_000;
/** Most graphs are settled after ten. */
const ROUNDS = 100;

/** Edges are followed either way. The same view has the same groups. Throws `too-much-to-analyse`. */
export function communities(view: GraphView, options: CommunityOptions = {}): Partition {
  const { by = 'LOUVAIN' } = options;
  if (by === 'LOUVAIN') return louvainCommunities(view, options);
  const graph = projectionOf(view, 'BOTH');
  const labels = by === 'COMPONENTS' ? components(graph) : propagateLabels(graph, ROUNDS);
  const groups: NodeNumber[][] = Array.from({ length: graph.order }, () => []);
  for (let node = 0; node < graph.order; node++) {
    if (graph.starts[node] !== graph.starts[node + 1]) groups[labels[node]!]!.push(graph.nodes[node]!);
  }
  return { groups: inOrder(groups.filter((it) => it.length > 0)), modularity: modularity(graph, labels) };
}

function louvainCommunities(view: GraphView, { resolution = 1, seed = 1 }: CommunityOptions): Partition {
  if (view.edgeCount > MOST_EDGES) throw tooMuchToAnalyse(`${view.edgeCount} edges`, `${MOST_EDGES} edges`);
  const graph = simpleProjection(view, new (requireGraphology().UndirectedGraph)(), { withoutLone: true });
  if (graph.size === 0) return { groups: [], modularity: 0 };
  const found = louvain().detailed(graph, { resolution, rng: seededRandom(seed) });
  const groups: NodeNumber[][] = Array.from({ length: found.count }, () => []);
  for (const key in found.communities) groups[found.communities[key]!]!.push(Number(key));
  for (const group of groups) group.sort((a, b) => a - b);
  return { groups: inOrder(groups), modularity: found.modularity };
}

const inOrder = (groups: NodeNumber[][]): NodeNumber[][] => groups.sort((a, b) => b.length - a.length || a[0]! - b[0]!);

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
