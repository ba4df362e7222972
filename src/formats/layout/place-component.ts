/**
 * Places for the nodes of one component: communities first, forces then.
 *
 * ForceAtlas2 from random places needs hundreds of rounds to untangle a graph and leaves a hairball above ten thousand
 * nodes. Communities (Louvain) packed as discs are where it would arrive in the end, so a few rounds are enough.
 */
import louvainModule from 'graphology-communities-louvain';
import circlepackModule from 'graphology-layout/circlepack.js';
import forceAtlasModule from 'graphology-layout-forceatlas2';
import { seededRandom } from '../../base/seeded-random.ts';
import type { Component } from './components-of.ts';

// CommonJS modules whose types claim a default export: what Node imports are the functions themselves.
const louvain = louvainModule as unknown as typeof louvainModule.default;
const circlepack = circlepackModule as unknown as typeof circlepackModule.default;
const forceAtlas = forceAtlasModule as unknown as typeof forceAtlasModule.default;

const SEED = 1;
/** Up to so many nodes every pair repels each other; above, clusters of them do. */
const LARGEST_EXACT = 1000;

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
