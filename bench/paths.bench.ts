/**
 * The shortest path between two nodes, and the ten shortest.
 */
import { bench, describe } from 'vitest';
import { nodeId } from './make-graph.ts';
import { plainDistance, plainSimplePaths } from './plain-graphology.ts';
import { inTurn, makeWorld, mustAgree, sizes } from './worlds.ts';

type Pair = readonly [number, number];

for (const size of sizes) {
  const { name: world, graph, graphology, pairs } = await makeWorld(size);

  const compare = (
    what: string,
    from: readonly Pair[],
    engines: Readonly<Record<string, (of: Pair) => number>>,
  ): void => {
    mustAgree(from, engines);
    describe(`${what}: ${world}`, () => {
      for (const [name, engine] of Object.entries(engines)) bench(name, inTurn(from, engine));
    });
  };

  compare('a shortest path', pairs, {
    Diplograph: ([from, to]) =>
      graph.paths(nodeId(from), nodeId(to), { direction: 'OUT', first: 1, maxHops: 64 }).paths[0]?.length ?? -1,
    'plain graphology': ([from, to]) => plainDistance(graphology, String(from), String(to)),
  });

  compare('a shortest path, edges followed either way', pairs, {
    Diplograph: ([from, to]) => graph.paths(nodeId(from), nodeId(to), { first: 1, maxHops: 64 }).paths[0]?.length ?? -1,
    'plain graphology': ([from, to]) => plainDistance(graphology, String(from), String(to), 'BOTH'),
  });

  // How many hops they have together: which ten of many are shown is a choice.
  compare('the ten shortest paths of at most 4 hops', pairs.slice(0, 10), {
    Diplograph: ([from, to]) =>
      graph
        .paths(nodeId(from), nodeId(to), { direction: 'OUT', maxHops: 4 })
        .paths.reduce((hops, path) => hops + path.length, 0),
    'plain graphology': ([from, to]) =>
      plainSimplePaths(graphology, String(from), String(to), 4, 10).reduce((hops, path) => hops + path.length - 1, 0),
  });
}
