/**
 * The worlds that the benches of graphs run in: one made graph, held by each engine, and the same questions of it.
 */
import { freezeGraph } from '../src/store/knowledge-graph.ts';
import { asOf } from '../src/views/as-of.ts';
import { GraphView } from '../src/views/graph-view.ts';
import { BareArrays } from './bare-arrays.ts';
import { type MadeSize, madeOntology, makeEdges, makeFacts, makeQuestions, nodeId } from './make-graph.ts';
import { usedBytes } from './memory.ts';
import { graphologyOf, type PlainGraph } from './plain-graphology.ts';

/** `BENCH_EDGES=10000,1000000 npm run bench`: how many edges the graphs have; a tenth as many nodes. */
const EDGES = (process.env.BENCH_EDGES ?? '10000,100000,1000000').split(',').map(Number);

export const sizes: readonly MadeSize[] = EDGES.map((edges) => ({ nodes: edges / 10, edges }));

export interface World {
  readonly size: MadeSize;
  readonly name: string;
  readonly view: GraphView;
  /** Edges of the later 70 % of the days. */
  readonly later: GraphView;
  readonly graphology: PlainGraph;
  readonly bare: BareArrays;
  readonly types: readonly string[];
  readonly firstDay: number;
  /** Starts and pairs by their made numbers; `numberOf` gives those of the view. */
  readonly starts: readonly number[];
  readonly pairs: readonly (readonly [number, number])[];
  numberOf(made: number): number;
}

export function makeWorld(size: MadeSize): World {
  const made = makeEdges(size);
  const facts = makeFacts(size, made);
  const [nodesAlone, nodeBytes] = measured(() => freezeGraph(madeOntology, { ...facts, edges: [] }));
  const [graph, graphBytes] = measured(() => freezeGraph(madeOntology, facts));
  const [graphology, plainBytes] = measured(() => graphologyOf(size, made));
  const perEdge = (bytes: number): number => Math.round(bytes / size.edges);
  console.log(
    `${size.edges} edges: frozen ${perEdge(graphBytes - nodeBytes)} bytes an edge, and ${Math.round(nodeBytes / nodesAlone.nodes.count)} a node; ` +
      `graphology ${perEdge(plainBytes)} an edge, nodes included`,
  );
  const { starts, pairs, types, firstDay } = makeQuestions(size, made);
  const view = GraphView.whole(graph);
  const numbers = Uint32Array.from({ length: size.nodes }, (_, node) => graph.nodes.numberOf(nodeId(node))!);
  return {
    size,
    name: `${size.nodes} nodes, ${size.edges} edges, seed 42`,
    view,
    later: asOf(view, { first: firstDay, last: 2 ** 31 - 1 }),
    graphology,
    bare: new BareArrays(size, made),
    types,
    firstDay,
    starts,
    pairs,
    numberOf: (node) => numbers[node]!,
  };
}

/** What is made, and the bytes it holds. */
function measured<T>(make: () => T): [T, number] {
  const before = usedBytes();
  const made = make();
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
