/**
 * The components of a view: what hangs together, and how strongly, as a layout needs to know it.
 *
 * Layouts pull on pairs, so they work on the simple projection. What nothing joins is kept apart from the start: forces
 * alone would throw it far away.
 */
import { UndirectedGraph } from 'graphology';
import { connectedComponents } from 'graphology-components';
import type { GraphView } from '../../views/graph-view.ts';
import { type SimpleEdge, simpleProjection } from '../../views/simple-projection.ts';

export interface PlacedNode {
  x: number;
  y: number;
}

/** Nodes that hang together, keyed by their numbers. */
export type Component = UndirectedGraph<PlacedNode, SimpleEdge>;

/** The components of a view, the largest first, equal ones by their lowest node. */
export function componentsOf(view: GraphView): Component[] {
  const whole: UndirectedGraph<PlacedNode, SimpleEdge> = simpleProjection(view, new UndirectedGraph());
  const home = new Map<string, Component>();
  const components = connectedComponents(whole).map((nodes) => {
    const component: Component = new UndirectedGraph();
    for (const node of nodes) home.set(node, component);
    return component;
  });
  whole.forEachNode((node) => home.get(node)?.addNode(node, { x: 0, y: 0 }));
  whole.forEachEdge((_, { weight }, from, to) => home.get(from)?.addUndirectedEdge(from, to, { weight }));
  return components.sort((a, b) => b.order - a.order);
}
