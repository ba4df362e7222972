/**
 * The walks of the benches over the graph's own rows, written by hand for one question: what a fluent walk stands in for.
 */
import type { KnowledgeGraph } from '../src/store/knowledge-graph.ts';

export class RawRows {
  readonly #graph: KnowledgeGraph;
  readonly #wanted: Uint8Array;
  readonly #firstDay: number;
  readonly #met: Uint32Array;
  #epoch = 0;
  readonly #levels: [Int32Array, Int32Array];

  /** Follows edges of the types that end on `firstDay` or later. */
  constructor(graph: KnowledgeGraph, types: readonly string[], firstDay: number) {
    this.#graph = graph;
    this.#wanted = Uint8Array.from(graph.edges.columns.typeNames, (name) => Number(types.includes(name)));
    this.#firstDay = firstDay;
    this.#met = new Uint32Array(graph.nodes.count);
    this.#levels = [new Int32Array(graph.nodes.count), new Int32Array(graph.nodes.count)];
  }

  /** How many ways of so many hops leave the node. */
  ways(node: number, hops: number): number {
    const { firstRun, runType, runStart, edge: edges, target: targets } = this.#graph.out;
    const { latestEnd } = this.#graph.edges.validity;
    let count = 0;
    for (let run = firstRun[node]!, endRun = firstRun[node + 1]!; run < endRun; run++) {
      if (this.#wanted[runType[run]!] === 0) continue;
      for (let place = runStart[run]!, end = runStart[run + 1]!; place < end; place++) {
        if (latestEnd[edges[place]!]! < this.#firstDay) continue;
        count += hops === 1 ? 1 : this.ways(targets[place]!, hops - 1);
      }
    }
    return count;
  }

  /** How many nodes lie at the end of such ways. */
  ends(node: number, hops: number): number {
    const { firstRun, runType, runStart, edge: edges, target: targets } = this.#graph.out;
    const { latestEnd } = this.#graph.edges.validity;
    let [level, next] = this.#levels;
    let size = 1;
    level[0] = node;
    for (let hop = 0; hop < hops; hop++) {
      const epoch = ++this.#epoch;
      let met = 0;
      for (let i = 0; i < size; i++) {
        const at = level[i]!;
        for (let run = firstRun[at]!, endRun = firstRun[at + 1]!; run < endRun; run++) {
          if (this.#wanted[runType[run]!] === 0) continue;
          for (let place = runStart[run]!, end = runStart[run + 1]!; place < end; place++) {
            if (latestEnd[edges[place]!]! < this.#firstDay) continue;
            const target = targets[place]!;
            if (this.#met[target] === epoch) continue;
            this.#met[target] = epoch;
            next[met++] = target;
          }
        }
      }
      [level, next] = [next, level];
      size = met;
    }
    return size;
  }

  /** How many nodes lie within so many hops, the start among them. */
  within(node: number, hops: number): number {
    const { firstRun, runType, runStart, edge: edges, target: targets } = this.#graph.out;
    const { latestEnd } = this.#graph.edges.validity;
    const [queue] = this.#levels;
    const epoch = ++this.#epoch;
    this.#met[node] = epoch;
    queue[0] = node;
    let head = 0;
    let tail = 1;
    for (let hop = 0; hop < hops; hop++) {
      for (const levelEnd = tail; head < levelEnd; head++) {
        const at = queue[head]!;
        for (let run = firstRun[at]!, endRun = firstRun[at + 1]!; run < endRun; run++) {
          if (this.#wanted[runType[run]!] === 0) continue;
          for (let place = runStart[run]!, end = runStart[run + 1]!; place < end; place++) {
            if (latestEnd[edges[place]!]! < this.#firstDay) continue;
            const target = targets[place]!;
            if (this.#met[target] === epoch) continue;
            this.#met[target] = epoch;
            queue[tail++] = target;
          }
        }
      }
    }
    return tail;
  }
}
