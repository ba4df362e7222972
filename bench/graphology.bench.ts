/**
 * `graph.graphology` beside a graphology graph that was filled: what it costs to open, to hold and to search.
 */
import { bfsFromNode } from 'graphology-traversal';
import { bench, describe } from 'vitest';
import { nodeId } from './make-graph.ts';
import { usedBytes } from './memory.ts';
import { inTurn, makeWorld, mustAgree, sizes } from './worlds.ts';

// The last size alone: it is the one at which a copy hurts.
const size = sizes.at(-1)!;
const world = await makeWorld(size);
const { graph } = world;

/** What is held when something was made, and how long making it took. */
function tell(what: string, make: () => unknown): void {
  const before = usedBytes();
  const start = performance.now();
  const made = make();
  const milliseconds = performance.now() - start;
  console.log(`${what}: ${milliseconds.toFixed(2)} ms, ${usedBytes() - before} bytes`, typeof made);
}
tell('opened', () => graph.graphology);
if (size.edges <= 100_000) tell('copied, with all attributes', () => graph.graphology.copy());

const { graphology } = graph;
const bfs = (over: typeof graphology | typeof world.graphology, start: string): number => {
  let reached = 0;
  bfsFromNode(over, start, () => void reached++, { mode: 'outbound' });
  return reached;
};
const few = world.starts.slice(0, 1);

const compare = (what: string, engines: Readonly<Record<string, (start: number) => number>>): void => {
  mustAgree(few, engines);
  describe(`${what}: ${world.name}`, () => {
    for (const [name, engine] of Object.entries(engines))
      bench(name, inTurn(few, engine), { time: 500, iterations: 3, warmupTime: 0, warmupIterations: 1 });
  });
};
compare('breadth-first search of graphology-traversal', {
  Diplograph: (start) => bfs(graphology, nodeId(start)),
  'plain graphology': (start) => bfs(world.graphology, String(start)),
});
compare('out-neighbours of a node', {
  Diplograph: (start) => graphology.outNeighbors(nodeId(start)).length,
  'plain graphology': (start) => world.graphology.outNeighbors(String(start)).length,
});
compare('degree of a node', {
  Diplograph: (start) => graphology.degree(nodeId(start)),
  'plain graphology': (start) => world.graphology.degree(String(start)),
});
compare('all edges, by type', {
  Diplograph: () => graphology.reduceEdges((sum, _, { type }) => sum + String(type).length, 0),
  'plain graphology': () => world.graphology.reduceEdges((sum, _, { type }) => sum + type.length, 0),
});
