/**
 * How two nodes are connected: their paths, shortest first, hop by hop.
 */

import type { Path } from '../traversal/find-paths.ts';
import { findPaths } from '../traversal/find-paths.ts';
import { type NodeName, namedNodes } from '../traversal/named-nodes.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';
import type { AnswerForm, NodeAnswer } from './answer-form.ts';
import type { EdgeAnswer } from './edge-answer.ts';

export interface PathsOptions {
  /** Longest path, in hops: 1 to 64; 6 by default. */
  readonly maxHops?: number;
  /** Most paths; 10 by default. */
  readonly first?: number;
  /** Which way edges are followed, seen from the start; BOTH by default. */
  readonly direction?: Direction;
  /** Only edges of these types. */
  readonly via?: readonly string[];
  /** How many edges may be looked at; two million by default, which takes about a tenth of a second. */
  readonly budget?: number;
  /** What paths may not pass: nodes, and edge types. */
  readonly avoid?: { readonly nodes?: readonly NodeName[]; readonly edgeTypes?: readonly string[] };
}

/** What paths may not pass, by names alone: those of edge types are edge types, others are nodes. */
export function avoided({ ontology }: GraphView, names: readonly string[]): { nodes: string[]; edgeTypes: string[] } {
  const isType = (name: string): boolean => ontology.edgeTypes.has(name);
  return { nodes: names.filter((it) => !isType(it)), edgeTypes: names.filter(isType) };
}

export interface Paths<Node = NodeAnswer, Edge = EdgeAnswer> {
  /** Shortest first. */
  readonly paths: readonly GraphPath<Node, Edge>[];
  /** Whether the budget ran out: there may be more paths, though none shorter than the last one. */
  readonly truncated: boolean;
}

/** A way from one node to another, without repeated nodes. */
export interface GraphPath<Node = NodeAnswer, Edge = EdgeAnswer> {
  /** The number of its hops. */
  readonly length: number;
  /** The nodes on the way, both ends included. */
  readonly nodes: readonly Node[];
  readonly hops: readonly PathHop<Node, Edge>[];
}

export interface PathHop<Node = NodeAnswer, Edge = EdgeAnswer> {
  readonly from: Node;
  readonly to: Node;
  readonly edge: Edge;
  /** True when the hop goes from the source of the edge to its target. */
  readonly forward: boolean;
  /** The other edges between the two nodes that would do as well. */
  readonly alternatives: readonly Edge[];
}

/**
 * The paths from one node to another. Throws `unknown-node`, `unknown-edge-type`, `bad-max-hops`.
 * @example
 * paths(view, 'state:bra', 'official:kate-forbes', { maxHops: 4 }, asObjects(view)).paths[0]?.length
 */
export function paths<Node, Edge>(
  view: GraphView,
  from: string,
  to: string,
  { avoid, ...options }: PathsOptions,
  form: AnswerForm<Node, Edge>,
): Paths<Node, Edge> {
  const found = findPaths(view, {
    ...options,
    from: view.getNode(from),
    to: view.getNode(to),
    avoid: { nodes: namedNodes(view, avoid?.nodes ?? [], 'paths'), edgeTypes: avoid?.edgeTypes ?? [] },
  });
  return { paths: found.paths.map((it) => pathOf(view, it, form)), truncated: found.truncated };
}

function pathOf<Node, Edge>(
  { graph }: GraphView,
  { nodes, edges, alternatives }: Path,
  form: AnswerForm<Node, Edge>,
): GraphPath<Node, Edge> {
  const passed = nodes.map(form.node);
  return {
    length: edges.length,
    nodes: passed,
    hops: edges.map((edge, i) => ({
      from: passed[i]!,
      to: passed[i + 1]!,
      edge: form.edge(edge),
      forward: graph.edges.from[edge] === nodes[i],
      alternatives: (alternatives[i] ?? []).map(form.edge),
    })),
  };
}
