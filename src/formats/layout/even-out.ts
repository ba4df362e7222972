/**
 * Small components with distances evened out: how far apart two nodes lie comes near to how many steps apart they are.
 *
 * Forces leave some edges long and others short, which wastes the room that names need. Lowering the stress (Gansner,
 * Koren and North 2004) from where the forces ended keeps the shape and makes edges of one length.
 */
import type { Component } from './place-component.ts';

const ROUNDS = 40;

/** Moves the points, which are in the order of the component's nodes, so that one step is about 1. Takes n² a round. */
export function evenOut(component: Component, x: Float64Array, y: Float64Array): void {
  const steps = stepsBetween(component);
  const count = x.length;
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < count; i++) {
      let [towardsX, towardsY, weights] = [0, 0, 0];
      for (let j = 0; j < count; j++) {
        if (i === j) continue;
        const wanted = steps[i * count + j]!;
        const weight = 1 / (wanted * wanted);
        const [dx, dy] = [x[i]! - x[j]!, y[i]! - y[j]!];
        const share = wanted / (Math.hypot(dx, dy) || 1e-6);
        towardsX += weight * (x[j]! + dx * share);
        towardsY += weight * (y[j]! + dy * share);
        weights += weight;
      }
      x[i] = towardsX / weights;
      y[i] = towardsY / weights;
    }
  }
}

/** How many steps it is from each node to each, row by row. */
function stepsBetween(component: Component): Float64Array {
  const nodes = component.nodes();
  const place = new Map(nodes.map((node, i) => [node, i]));
  const neighbours = nodes.map((node) => component.neighbors(node).map((it) => place.get(it) ?? 0));
  const steps = new Float64Array(nodes.length * nodes.length);
  for (let start = 0; start < nodes.length; start++) {
    const reached = new Uint8Array(nodes.length);
    reached[start] = 1;
    let rim = [start];
    for (let step = 1; rim.length > 0; step++) {
      const next: number[] = [];
      for (const node of rim) {
        for (const neighbour of neighbours[node] ?? []) {
          if (reached[neighbour] === 1) continue;
          reached[neighbour] = 1;
          steps[start * nodes.length + neighbour] = step;
          next.push(neighbour);
        }
      }
      rim = next;
    }
  }
  return steps;
}
