/**
 * Paths between two nodes, from ids to objects.
 */
import type { EdgeOf, NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import { findPaths } from '../paths/find-paths.ts';
import { type NodeName, namedNodes } from '../traversal/named-nodes.ts';
import { edgeObject, nodeObject } from '../traversal/nodes-and-edges.ts';
import type { WalkedPath } from '../traversal/results.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';

export interface ConnectionOptions {
  /** Longest path, in hops: 1 to 64; 6 when unsaid. */
  readonly maxHops?: number;
  /** Most paths; 10 when unsaid. */
  readonly first?: number;
  /** Which way edges are followed, seen from the start; BOTH when unsaid. */
  readonly direction?: Direction;
  /** Only edges of these types. */
  readonly via?: readonly string[];
  /** What paths may not pass. */
  readonly avoid?: { readonly nodes?: readonly NodeName[]; readonly edgeTypes?: readonly string[] };
}

/** The paths of a view. Throws `unknown-node`, `unknown-edge-type`, `bad-max-hops`. */
export function connections<S extends TypedOntology>(
  view: GraphView,
  from: NodeName,
  to: NodeName,
  options: ConnectionOptions = {},
): WalkedPath<S>[] {
  const { graph } = view;
  const [start = 0, goal = 0] = namedNodes(view, [from, to]);
  const { avoid, ...more } = options;
  const { paths } = findPaths(view, {
    ...more,
    from: start,
    to: goal,
    ...(avoid && {
      avoid: { nodes: namedNodes(view, avoid.nodes ?? []), edgeTypes: avoid.edgeTypes ?? [] },
    }),
  });
  return paths.map(({ nodes, edges }) => ({
    nodes: nodes.map((it) => nodeObject(graph, it) as NodeOf<S>),
    edges: edges.map((it) => edgeObject(graph, it) as EdgeOf<S>),
  }));
}
