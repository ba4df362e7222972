/**
 * A view as graphology's analyses need it: undirected, one edge for each pair of nodes, weighted by how many it stands
 * for.
 *
 * An edge and its inverse are one statement, so which end it was written from must not rank anything. Parallel edges
 * are merged because graphology's neighbourhood index (0.17) mixes up the neighbours of multigraphs.
 */
import type { UndirectedGraph } from 'graphology';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { graphology } from './graphology-packages.ts';
import { tooMuchToAnalyse } from './problems.ts';

export interface SimpleEdge {
  weight: number;
}
export type SimpleGraph = UndirectedGraph<Record<string, never>, SimpleEdge>;

/** More edges would keep a server busy for long. */
const MOST_EDGES = 1_000_000;

/**
 * The kept nodes, keyed by their numbers, and the pairs that edges of the view join; a node's edges to itself are left
 * out. `withoutLone`: only nodes that have an edge.
 * @throws KnowledgeError `too-much-to-analyse`
 */
export function simpleGraph(view: GraphView, withoutLone = false): SimpleGraph {
  if (view.edgeCount > MOST_EDGES) throw tooMuchToAnalyse(`${view.edgeCount} edges`, `${MOST_EDGES} edges`);
  const { nodes, edges } = view.graph;
  const graph: SimpleGraph = new (graphology().UndirectedGraph)();
  if (!withoutLone) {
    for (let node = 0; node < nodes.count; node++) if (view.hasNode(node)) graph.addNode(String(node));
  }
  for (let edge = 0; edge < edges.count; edge++) {
    const [from, to] = [edges.from[edge]!, edges.to[edge]!];
    if (!view.hasEdge(edge) || from === to) continue;
    graph.updateUndirectedEdge(String(from), String(to), (known) => ({ weight: (known.weight ?? 0) + 1 }));
  }
  return graph;
}

/** A score for each node, by number, of scores by key; 0 where there is none. */
export function byNumber(view: GraphView, scores: Readonly<Record<string, number>>): Float64Array {
  const column = new Float64Array(view.graph.nodes.count);
  for (const key in scores) column[Number(key) satisfies NodeNumber] = scores[key]!;
  return column;
}
