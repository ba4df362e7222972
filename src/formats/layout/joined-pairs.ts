/**
 * Which nodes of a view hang together, and how strongly: what a layout needs to know of its edges.
 *
 * Layouts pull on pairs, so parallel edges and both directions are one pair, and a node's edges to itself none. Parts of
 * the graph that nothing joins are kept apart from the start: forces alone would throw them far away from each other.
 */
import { UndirectedGraph } from 'graphology';
import type { NodeNumber } from '../../store/node-table.ts';
import type { GraphView } from '../../views/graph-view.ts';

export interface PlacedNode {
  x: number;
  y: number;
  community: number;
}
export interface Pair {
  weight: number;
}

/** Nodes that hang together, keyed by their numbers. */
export type Component = UndirectedGraph<PlacedNode, Pair>;

/** The components of a view, the largest first, equal ones by their lowest node. */
export function joinedPairs(view: GraphView): Component[] {
  const { nodes, edges } = view.graph;
  const leader = Uint32Array.from({ length: nodes.count }, (_, node) => node);
  forEachPair(view, (from, to) => unite(leader, from, to));
  const components = new Map<NodeNumber, Component>();
  const of = (node: NodeNumber): Component => {
    const first = leaderOf(leader, node);
    const known = components.get(first) ?? new UndirectedGraph();
    components.set(first, known);
    return known;
  };
  for (let node = 0; node < nodes.count; node++) {
    if (view.hasNode(node)) of(node).addNode(node, { x: 0, y: 0, community: 0 });
  }
  forEachPair(view, (from, to) => {
    of(from).updateUndirectedEdge(from, to, (known) => ({ weight: (known.weight ?? 0) + 1 }));
  });
  return [...components.values()].sort((a, b) => b.order - a.order);

  function forEachPair(of: GraphView, visit: (from: NodeNumber, to: NodeNumber) => void): void {
    for (let edge = 0; edge < edges.count; edge++) {
      const [from = 0, to = 0] = [edges.from[edge], edges.to[edge]];
      if (from !== to && of.hasEdge(edge)) visit(from, to);
    }
  }
}

/** Joins two sets; the lower leader leads both, so that leaders do not depend on the order of edges. */
function unite(leader: Uint32Array, a: NodeNumber, b: NodeNumber): void {
  const [first, second] = [leaderOf(leader, a), leaderOf(leader, b)];
  leader[Math.max(first, second)] = Math.min(first, second);
}

function leaderOf(leader: Uint32Array, node: NodeNumber): NodeNumber {
  let at = node;
  for (let next = leader[at] ?? at; next !== at; next = leader[at] ?? at) {
    // Halving the way up keeps later ways short.
    leader[at] = leader[next] ?? next;
    at = next;
  }
  return at;
}
