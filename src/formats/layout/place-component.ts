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
import type { Component } from './joined-pairs.ts';

// CommonJS modules whose types claim a default export: what Node imports are the functions themselves.
const louvain = louvainModule as unknown as typeof louvainModule.default;
const circlepack = circlepackModule as unknown as typeof circlepackModule.default;
const forceAtlas = forceAtlasModule as unknown as typeof forceAtlasModule.default;

const SEED = 1;
/** Each round of forces looks at every pair of nodes, or from here on at clusters of them. */
const CLUSTERED = 1000;

/** Moves the nodes to their places, around any centre and in any unit. The same component gets the same places. */
export function placeComponent(component: Component): void {
  if (component.order < 3) {
    component.forEachNode((node, _, i = [...component.nodes()].indexOf(node)) => {
      component.setNodeAttribute(node, 'x', i);
    });
    return;
  }
  louvain.assign(component, { rng: seededRandom(SEED), getEdgeWeight: 'weight' });
  circlepack.assign(component, { hierarchyAttributes: ['community'], rng: seededRandom(SEED) });
  forceAtlas.assign(component, {
    iterations: roundsFor(component.order),
    getEdgeWeight: (_, { weight }) => 1 + Math.log2(weight),
    settings: { ...forceAtlas.inferSettings(component.order), barnesHutOptimize: component.order > CLUSTERED },
  });
}

function roundsFor(order: number): number {
  if (order <= CLUSTERED) return 600;
  if (order <= 5000) return 200;
  return order <= 20_000 ? 60 : 30;
}
