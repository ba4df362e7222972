/**
 * Paths between two nodes, from ids to objects.
 */
import type { EdgeOf, NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import { findPaths } from '../paths/find-paths.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
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
  /** How many edges may be looked at; two million when unsaid, which takes about a tenth of a second. */
  readonly budget?: number;
  /** What paths may not pass. */
  readonly avoid?: { readonly nodes?: readonly NodeName[]; readonly edgeTypes?: readonly string[] };
}

/** A path: as many edges as hops, and one node more. */
export interface Connection<S extends TypedOntology> extends WalkedPath<S> {
  /** For each hop, the other edges between the two nodes that would do as well. */
  readonly alternatives: readonly (readonly EdgeOf<S>[])[];
}

export interface FoundConnections<S extends TypedOntology> {
  /** Shortest first. */
  readonly paths: readonly Connection<S>[];
  /** Whether the budget ran out: there may be more paths, though none shorter than the last one. */
  readonly truncated: boolean;
}

/** The paths of a view. Throws `unknown-node`, `unknown-edge-type`, `bad-max-hops`. */
export function connections<S extends TypedOntology>(
  view: GraphView,
  from: NodeName,
  to: NodeName,
  options: ConnectionOptions = {},
): FoundConnections<S> {
  const { graph } = view;
  const [start = 0, goal = 0] = namedNodes(view, [from, to]);
  const { avoid, ...more } = options;
  const { paths, truncated } = findPaths(view, {
    ...more,
    from: start,
    to: goal,
    ...(avoid && {
      avoid: { nodes: namedNodes(view, avoid.nodes ?? []), edgeTypes: avoid.edgeTypes ?? [] },
    }),
  });
  const edgeOf = (edge: EdgeNumber): EdgeOf<S> => edgeObject(graph, edge) as EdgeOf<S>;
  return {
    paths: paths.map(({ nodes, edges, alternatives }) => ({
      nodes: nodes.map((it) => nodeObject(graph, it) as NodeOf<S>),
      edges: edges.map(edgeOf),
      alternatives: alternatives.map((others) => others.map(edgeOf)),
    })),
    truncated,
  };
}
