/**
 * How often each node lies between others: betweenness centrality, by graphology.
 */
import type { GraphView } from '../views/graph-view.ts';
import { betweennessCentrality } from './graphology-packages.ts';
import { tooMuchToAnalyse } from './problems.ts';
import { byNumber, simpleGraph } from './simple-graph.ts';

/** Nodes times edges: the work it takes, a few seconds of it. */
const MOST_WORK = 200_000_000;

/**
 * The share of the shortest paths between all other pairs on which each node lies, by number: from 0 to 1. Edges are
 * walked either way, each as long as any other.
 * @throws KnowledgeError `too-much-to-analyse`
 */
export function betweenness(view: GraphView): Float64Array {
  // Lone nodes lie between nothing, but they count among the pairs.
  const graph = simpleGraph(view);
  if (graph.order * graph.size > MOST_WORK) {
    throw tooMuchToAnalyse(`${graph.order} nodes times ${graph.size} edges`, `a product of ${MOST_WORK}`);
  }
  return byNumber(view, betweennessCentrality()(graph, { getEdgeWeight: null }));
}
