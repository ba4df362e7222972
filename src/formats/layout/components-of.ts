/**
 * The components of a view: what hangs together, and how strongly, as a layout needs to know it.
 *
 * Layouts pull on pairs, so parallel edges and both directions are one pair, and a node's edges to itself none. What
 * nothing joins is kept apart from the start: forces alone would throw it far away.
 */
import { UndirectedGraph } from 'graphology';
import type { NodeNumber } from '../../store/node-table.ts';
import type { GraphView } from '../../views/graph-view.ts';

export interface PlacedNode {
  x: number;
  y: number;
}
export interface Pair {
  /** How many edges join the two. */
  weight: number;
}

/** Nodes that hang together, keyed by their numbers. */
export type Component = UndirectedGraph<PlacedNode, Pair>;

/** The components of a view, the largest first, equal ones by their lowest node. */
export function componentsOf(view: GraphView): Component[] {
  const { nodes } = view.graph;
  const leader = Uint32Array.from({ length: nodes.count }, (_, node) => node);
  forEachPair(view, (from, to) => unite(leader, from, to));
  const components = new Map<NodeNumber, Component>();
  for (let node = 0; node < nodes.count; node++) {
    if (!view.hasNode(node)) continue;
    const first = leaderOf(leader, node);
    let component = components.get(first);
    if (!component) components.set(first, (component = new UndirectedGraph()));
    component.addNode(String(node), { x: 0, y: 0 });
  }
  forEachPair(view, (from, to) => {
    const component = components.get(leaderOf(leader, from));
    component?.updateUndirectedEdge(String(from), String(to), ({ weight = 0 }) => ({ weight: weight + 1 }));
  });
  return [...components.values()].sort((a, b) => b.order - a.order);
}

function forEachPair(view: GraphView, visit: (from: NodeNumber, to: NodeNumber) => void): void {
  const { edges } = view.graph;
  for (let edge = 0; edge < edges.count; edge++) {
    const [from, to] = [edges.from[edge]!, edges.to[edge]!];
    if (from !== to && view.hasEdge(edge)) visit(from, to);
  }
}

/** Joins two sets; the lower leader leads both, so that leaders do not depend on the order of edges. */
function unite(leader: Uint32Array, a: NodeNumber, b: NodeNumber): void {
  const [first, second] = [leaderOf(leader, a), leaderOf(leader, b)];
  leader[Math.max(first, second)] = Math.min(first, second);
}

function leaderOf(leader: Uint32Array, node: NodeNumber): NodeNumber {
  let at = node;
  for (let next = leader[at]!; next !== at; next = leader[at]!) {
    // Halving the way up keeps later ways short.
    leader[at] = leader[next]!;
    at = next;
  }
  return at;
}
