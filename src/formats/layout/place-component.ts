/**
 * The components of a view, and places for the nodes of each: communities first, forces then.
 *
 * Layouts pull on pairs, so they work on the simple projection. What nothing joins is kept apart from the start: forces
 * alone would throw it far away. ForceAtlas2 from random places needs hundreds of rounds to untangle a graph and leaves a hairball above ten thousand
 * nodes. Communities (Louvain) packed as discs are where it would arrive in the end, so a few rounds are enough.
 */

import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { connectedComponents } from 'graphology-components';
import circlepackModule from 'graphology-layout/circlepack.js';
import forceAtlasModule from 'graphology-layout-forceatlas2';
import { seededRandom } from '../../base/seeded-random.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { type SimpleEdge, simpleProjection } from '../../views/simple-projection.ts';

// CommonJS modules whose types claim a default export: what Node imports are the functions themselves.
const louvain = louvainModule as unknown as typeof louvainModule.default;
const circlepack = circlepackModule as unknown as typeof circlepackModule.default;
const forceAtlas = forceAtlasModule as unknown as typeof forceAtlasModule.default;

const SEED = 1;
/** Up to so many nodes every pair repels each other; above, clusters of them do. */
const LARGEST_EXACT = 1000;

/** Nodes that hang together, keyed by their numbers. */
export type Component = UndirectedGraph<{ x: number; y: number }, SimpleEdge>;

/** Moves the nodes to their places, in whatever unit and wherever the middle is. Equal components get equal places. */
export function placeComponent(component: Component): void {
  if (component.order === 2) component.setNodeAttribute(component.nodes()[1], 'x', 1);
  if (component.order < 3) return;
  louvain.assign(component, { rng: seededRandom(SEED) });
  circlepack.assign(component, { hierarchyAttributes: ['community'], rng: seededRandom(SEED) });
  forceAtlas.assign(component, {
    iterations: roundsFor(component.order),
    getEdgeWeight: (_, { weight }) => 1 + Math.log2(weight),
    settings: { ...forceAtlas.inferSettings(component.order), barnesHutOptimize: component.order > LARGEST_EXACT },
  });
}

function roundsFor(order: number): number {
  if (order <= LARGEST_EXACT) return 200;
  if (order <= 5000) return 120;
  return order <= 20_000 ? 60 : 30;
}

/** The components of a view, the largest first, equal ones by their lowest node. */
export function componentsOf(view: GraphView): Component[] {
  const whole: Component = simpleProjection(view, new UndirectedGraph());
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

/** The centres of circles with these radii, packed side by side without overlap, the first in the middle. */
export function packCircles(radii: readonly number[]): { x: number; y: number }[] {
  const circles = new UndirectedGraph();
  for (const [i, size] of radii.entries()) circles.addNode(String(i), { size });
  const centres = circlepack(circles, { rng: seededRandom(SEED) });
  return radii.map((_, i) => centres[String(i)] ?? { x: 0, y: 0 });
}
