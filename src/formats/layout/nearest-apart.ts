/**
 * How close together points lie: the usual distance from one to the next.
 */

/** So many points are looked at; more would say the same. */
const SAMPLED = 500;

/** The median distance of a point to its nearest neighbour, of some points evenly chosen. At least two points. */
export function nearestApart(x: Float64Array, y: Float64Array): number {
  const step = Math.max(1, Math.floor(x.length / SAMPLED));
  const distances: number[] = [];
  for (let i = 0; i < x.length; i += step) distances.push(toNearest(x, y, i));
  distances.sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? 0;
}

function toNearest(x: Float64Array, y: Float64Array, point: number): number {
  const [px, py] = [x[point]!, y[point]!];
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - px, y[i]! - py];
    if (i !== point && dx * dx + dy * dy < nearest) nearest = dx * dx + dy * dy;
  }
  return Math.sqrt(nearest);
}
