/**
 * The shortest path between two nodes, and the ten shortest.
 */
import { bench, describe } from 'vitest';
import { findPaths } from '../src/paths/find-paths.ts';
import { shortestPath } from '../src/paths/shortest-path.ts';
import { plainDistance } from './plain-graphology.ts';
import { inTurn, makeWorld, mustAgree, sizes } from './worlds.ts';

for (const size of sizes) {
  const { name: world, view, graphology, pairs, numberOf } = makeWorld(size);
  type Pair = (typeof pairs)[number];
  const engines = {
    Diplograph: ([from, to]: Pair) =>
      shortestPath(view, numberOf(from), numberOf(to), { direction: 'OUT' })?.edges.length ?? -1,
    'plain graphology': ([from, to]: Pair) => plainDistance(graphology, String(from), String(to)),
  };
  mustAgree(pairs, engines);
  describe(`a shortest path: ${world}`, () => {
    for (const [name, engine] of Object.entries(engines)) bench(name, inTurn(pairs, engine));
  });

  describe(`the ten shortest paths of at most 4 hops: ${world}`, () => {
    bench(
      'Diplograph',
      inTurn(pairs, ([from, to]) => findPaths(view, { from: numberOf(from), to: numberOf(to), maxHops: 4 })),
    );
  });
}
