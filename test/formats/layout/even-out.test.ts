import { UndirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/base/seeded-random.ts';
import { evenOut } from '../../../src/formats/layout/even-out.ts';
import type { Component } from '../../../src/formats/layout/place-component.ts';
import { seeds } from '../../kit/random-graph.ts';

/** A ring of `count` nodes, each joined to the next. */
function ringOf(count: number): Component {
  const ring: Component = new UndirectedGraph();
  for (let i = 0; i < count; i++) ring.addNode(i, { x: 0, y: 0 });
  for (let i = 0; i < count; i++) ring.addUndirectedEdge(i, (i + 1) % count, { weight: 1 });
  return ring;
}

test.each(seeds(20))('what is joined comes to lie about one apart, wherever it lay before, seed %i', (seed) => {
  const random = seededRandom(seed);
  const count = 3 + (seed % 8);
  // Around the middle in their order, as forces leave them, some near and some far.
  const radius = Array.from({ length: count }, () => 1 + 4 * random());
  const x = Float64Array.from(radius, (it, i) => it * Math.cos((2 * Math.PI * i) / count));
  const y = Float64Array.from(radius, (it, i) => it * Math.sin((2 * Math.PI * i) / count));
  evenOut(ringOf(count), x, y);
  for (let i = 0; i < count; i++) {
    const next = (i + 1) % count;
    const apart = Math.hypot((x[i] ?? 0) - (x[next] ?? 0), (y[i] ?? 0) - (y[next] ?? 0));
    expect(apart).toBeGreaterThan(0.8);
    expect(apart).toBeLessThan(1.2);
  }
});
