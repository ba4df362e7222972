/**
 * Measures of a view beside graphology's: PageRank and components on the same projection, and nodes like one beside a plain
 * program over graphology.
 */
import { createRequire } from 'node:module';
import { connectedComponents } from 'graphology-components';
import { bench, describe } from 'vitest';
import { components } from '../src/analysis/components.ts';
import { pageRank } from '../src/analysis/page-rank.ts';
import { projectionOf } from '../src/analysis/projection.ts';
import { nodeId } from './make-graph.ts';
import { inTurn, makeWorld, mustAgree, sizes } from './worlds.ts';

// Its types claim a default export, where it is the function itself.
const pagerank: typeof import('graphology-metrics/centrality/pagerank.js').default = createRequire(import.meta.url)(
  'graphology-metrics/centrality/pagerank.js',
);

const world = await makeWorld(sizes.find((it) => it.edges >= 100_000) ?? sizes.at(-1)!);
const { graph } = world;
const options = { time: 500, iterations: 3, warmupTime: 0, warmupIterations: 1 };
const simple = graph.projection();

/** As many digits as the tolerance of the two promises. */
const rounded = (score: number): number => Math.round(score * 1e5);
const compare = (what: string, engines: Readonly<Record<string, () => number>>): void => {
  mustAgree([0], engines);
  describe(`${what}: ${world.name}`, () => {
    for (const [name, engine] of Object.entries(engines)) bench(name, () => void engine(), options);
  });
};
compare('PageRank of all, the highest', {
  Diplograph: () => rounded(Math.max(...pageRank(projectionOf(graph.view, 'BOTH')).ranks)),
  'graphology-metrics': () =>
    rounded(
      Math.max(
        ...Object.values<number>(
          pagerank(graph.projection(), {
            getEdgeWeight: 'weight',
            maxIterations: 1000,
            tolerance: 1e-6 / simple.order,
          }),
        ),
      ),
    ),
});
compare('connected components', {
  Diplograph: () => new Set(components(projectionOf(graph.view, 'BOTH'))).size,
  'graphology-components': () => connectedComponents(graph.projection()).length,
});

/** The most neighbours that another node shares with one, along the edges: what a program without Diplograph would write. */
function mostShared(start: number): number {
  const { graphology } = world;
  const counts = new Map<string, number>();
  for (const other of new Set(graphology.outNeighbors(String(start)))) {
    for (const owner of new Set(graphology.inNeighbors(other))) {
      if (owner !== String(start)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
  }
  return Math.max(0, ...counts.values());
}
const starts = world.starts.slice(0, 20);
// By one edge type each, so that a neighbour is shared once: both count pairs of nodes.
const engines: Readonly<Record<string, (start: number) => number>> = {
  Diplograph: (start) => graph.similar(nodeId(start), { direction: 'OUT', by: 'SHARED', first: 1 })[0]?.shared ?? 0,
  'plain graphology': mostShared,
};
describe(`the node most like one: ${world.name}`, () => {
  for (const [name, engine] of Object.entries(engines)) bench(name, inTurn(starts, engine), options);
});
