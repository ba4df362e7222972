/**
 * The worlds that the benches of graphs run in: one made graph, held by each engine, and the same questions of it.
 */
import { type AnyOntology, type Graph, openGraph } from '../src/index.ts';
import { BareArrays } from './bare-arrays.ts';
import { type MadeQuestions, type MadeSize, madeSchema, makeEdges, makeQuestions, makeRecords } from './make-graph.ts';
import { usedBytes } from './memory.ts';
import { graphologyOf, type PlainGraph } from './plain-graphology.ts';

/** `BENCH_EDGES=10000,1000000 npm run bench`: how many edges the graphs have; a tenth as many nodes. */
const EDGES = (process.env.BENCH_EDGES ?? '10000,100000,1000000').split(',').map(Number);

export const sizes: readonly MadeSize[] = EDGES.map((edges) => ({ nodes: edges / 10, edges }));

export interface World extends MadeQuestions {
  readonly name: string;
  readonly graph: Graph<AnyOntology>;
  readonly graphology: PlainGraph;
  readonly bare: BareArrays;
}

export async function makeWorld(size: MadeSize): Promise<World> {
  const made = makeEdges(size);
  const [graph, bytes] = await measured(() => openGraph({ schema: madeSchema, ...makeRecords(size, made) }));
  const [graphology, plainBytes] = await measured(() => graphologyOf(size, made));
  const perEdge = (of: number): number => Math.round(of / size.edges);
  console.log(
    `${size.edges} edges, their nodes included: Diplograph ${perEdge(bytes)} bytes an edge, graphology ${perEdge(plainBytes)}`,
  );
  return {
    ...makeQuestions(size, made),
    name: `${size.nodes} nodes, ${size.edges} edges, seed 42`,
    graph,
    graphology,
    bare: new BareArrays(size, made),
  };
}

/** What is made, and the bytes it holds. */
async function measured<T>(make: () => T | Promise<T>): Promise<[T, number]> {
  const before = usedBytes();
  const made = await make();
  return [made, usedBytes() - before];
}

/** Calls `ask` with one item after the other, over and over: the same questions, whichever engine answers. */
export function inTurn<T>(items: readonly T[], ask: (item: T) => unknown): () => void {
  let turn = 0;
  return () => {
    ask(items[turn]!);
    turn = (turn + 1) % items.length;
  };
}

/** Engines that answer differently must not be compared. */
export function mustAgree<T>(items: readonly T[], engines: Readonly<Record<string, (item: T) => number>>): void {
  const [[first, answer], ...others] = Object.entries(engines) as [[string, (item: T) => number]];
  for (const item of items) {
    for (const [name, other] of others as [string, (item: T) => number][]) {
      const [expected, actual] = [answer(item), other(item)];
      if (expected !== actual)
        throw new Error(`Of ${String(item)}, ${first} says ${expected} and ${name} says ${actual}.`);
    }
  }
}
