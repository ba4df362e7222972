/**
 * Groups of nodes that have more to do with each other than with the rest: the Louvain method, by graphology.
 */
import { seededRandom } from '../base/seeded-random.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { analysable } from './centrality.ts';
import { louvain } from './graphology-packages.ts';

/** The nodes of a view, parted into groups. */
export interface Partition {
  /** The largest first, equal ones by their lowest node; the nodes of each rising. Nodes without edges are in none. */
  readonly groups: readonly (readonly NodeNumber[])[];
  /** How much more the groups hold together than chance would have it: from -0.5 to 1. */
  readonly modularity: number;
}

export interface CommunityOptions {
  /** Above 1, more and smaller groups; below, fewer and larger ones. Default 1. */
  readonly resolution?: number;
  /** Where the method has a choice, it is made by this seed: the same view has the same groups. Default 1. */
  readonly seed?: number;
}

/** @throws KnowledgeError `too-much-to-analyse` */
export function communities(view: GraphView, options: CommunityOptions = {}): Partition {
  const { resolution = 1, seed = 1 } = options;
  const graph = analysable(view, true);
  if (graph.size === 0) return { groups: [], modularity: 0 };
  const found = louvain().detailed(graph, { resolution, rng: seededRandom(seed) });
  const groups: NodeNumber[][] = Array.from({ length: found.count }, () => []);
  for (const key in found.communities) groups[found.communities[key]!]!.push(Number(key));
  for (const group of groups) group.sort((a, b) => a - b);
  groups.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  return { groups, modularity: found.modularity };
}
