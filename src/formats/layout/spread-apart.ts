/**
 * Points moved apart until none is too near to another, each as little as need be; and how close together they lie.
 */

/** More rounds move nothing that the eye sees. */
const MOST_ROUNDS = 80;

/**
 * Pushes points apart that are nearer than `distance`. In crowds some may stay a little nearer: it ends after a number
 * of rounds. The time of a round grows with the number of points.
 */
export function spreadApart(x: Float64Array, y: Float64Array, distance: number): void {
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) moved = pushOnce(x, y, distance);
}

function pushOnce(x: Float64Array, y: Float64Array, distance: number): boolean {
  const cells = new Map<string, number[]>();
  const columnOf = (at: number): number => Math.floor(at / distance);
  let moved = false;
  for (let i = 0; i < x.length; i++) {
    const [column, row] = [columnOf(x[i]!), columnOf(y[i]!)];
    // Who is too near is in the same cell or in one beside it. Each pair is met once, when its second point comes.
    for (let near = 0; near < 9; near++) {
      for (const other of cells.get(`${column + (near % 3) - 1} ${row + Math.floor(near / 3) - 1}`) ?? []) {
        moved = pushPair(x, y, i, other, distance) || moved;
      }
    }
    const key = `${column} ${row}`;
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  }
  return moved;
}

function pushPair(x: Float64Array, y: Float64Array, a: number, b: number, distance: number): boolean {
  const [ax, ay, bx, by] = [x[a]!, y[a]!, x[b]!, y[b]!];
  const between = Math.hypot(ax - bx, ay - by);
  if (between >= distance * 0.999) return false;
  // Points on one spot part in a direction of their own, so that a heap becomes a disc and not a line.
  const angle = between > 1e-6 ? Math.atan2(ay - by, ax - bx) : a * 2.399963;
  const half = (distance - between) / 2;
  x[a] = ax + Math.cos(angle) * half;
  y[a] = ay + Math.sin(angle) * half;
  x[b] = bx - Math.cos(angle) * half;
  y[b] = by - Math.sin(angle) * half;
  return true;
}

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
