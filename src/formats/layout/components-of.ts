/**
 * The components of a view: what hangs together, and how strongly, as a layout needs to know it.
 *
 * Layouts pull on pairs, so parallel edges and both directions are one pair, and a node's edges to itself none. What
 * nothing joins is kept apart from the start: forces alone would throw it far away.
 */
import { UndirectedGraph } from 'graphology';
import { dfs } from 'graphology-traversal';
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
  const whole = pairsOf(view);
  const components: Component[] = [];
  const home = new Map<string, Component>();
  // The traversal starts anew, at depth 0, from the lowest node that it has not met.
  dfs(whole, (node, _, depth) => {
    if (depth === 0) components.push(new UndirectedGraph());
    home.set(node, components.at(-1) as Component);
  });
  whole.forEachNode((node) => home.get(node)?.addNode(node, { x: 0, y: 0 }));
  whole.forEachEdge((_, { weight }, from, to) => home.get(from)?.addUndirectedEdge(from, to, { weight }));
  return components.sort((a, b) => b.order - a.order);
}

/** All nodes of a view, and how many edges join each two. */
function pairsOf(view: GraphView): Component {
  const { nodes, edges } = view.graph;
  const pairs: Component = new UndirectedGraph();
  for (let node = 0; node < nodes.count; node++) if (view.hasNode(node)) pairs.addNode(String(node), { x: 0, y: 0 });
  for (let edge = 0; edge < edges.count; edge++) {
    const [from, to] = [edges.from[edge]!, edges.to[edge]!];
    if (from === to || !view.hasEdge(edge)) continue;
    pairs.updateUndirectedEdge(String(from), String(to), ({ weight = 0 }) => ({ weight: weight + 1 }));
  }
  return pairs;
}
