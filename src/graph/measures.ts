/**
 * Measures of a view, with nodes as objects. Graphology's libraries do the work, so this file is loaded when first asked.
 */

import type { Centrality } from '../analysis/centrality.ts';
import { type CommunityOptions, communities } from '../analysis/communities.ts';
import { rankNodes } from '../analysis/rank-nodes.ts';
import type { NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import { nodeObject } from '../traversal/nodes-and-edges.ts';
import type { GraphView } from '../views/graph-view.ts';

export interface RankedObject<S extends TypedOntology> {
  readonly node: NodeOf<S>;
  readonly score: number;
}

export interface FoundCommunities<S extends TypedOntology> {
  /** The largest first. Nodes without edges are in none. */
  readonly groups: readonly (readonly NodeOf<S>[])[];
  /** How much more the groups hold together than chance would have it: from -0.5 to 1. */
  readonly modularity: number;
}

/** The most central nodes. Throws `unknown-type`, `too-much-to-analyse`. */
export function rankedObjects<S extends TypedOntology>(
  view: GraphView,
  by: Centrality,
  options: { readonly type?: string; readonly first?: number },
): RankedObject<S>[] {
  return rankNodes(view, { by, ...options }).map(({ node, score }) => ({
    node: nodeObject(view.graph, node) as NodeOf<S>,
    score,
  }));
}

/** Groups of nodes that have more to do with each other than with the rest. Throws `too-much-to-analyse`. */
export function foundCommunities<S extends TypedOntology>(
  view: GraphView,
  options: CommunityOptions | undefined,
): FoundCommunities<S> {
  const { groups, modularity } = communities(view, options);
  return { groups: groups.map((nodes) => nodes.map((it) => nodeObject(view.graph, it) as NodeOf<S>)), modularity };
}
