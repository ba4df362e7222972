/**
 * Circles packed side by side without overlap, the first in the middle.
 */
import { UndirectedGraph } from 'graphology';
import circlepackModule from 'graphology-layout/circlepack.js';
import { seededRandom } from '../../base/seeded-random.ts';

// A CommonJS module whose types claim a default export: what Node imports is the function itself.
const circlepack = circlepackModule as unknown as typeof circlepackModule.default;

/** The centres of circles with these radii. */
export function packCircles(radii: readonly number[]): { x: number; y: number }[] {
  const circles = new UndirectedGraph();
  for (const [i, size] of radii.entries()) circles.addNode(String(i), { size });
  const centres = circlepack(circles, { rng: seededRandom(1) });
  return radii.map((_, i) => centres[String(i)] ?? { x: 0, y: 0 });
}
