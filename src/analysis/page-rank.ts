/**
 * How much each node matters to nodes that matter: PageRank, by graphology.
 */
import type { GraphView } from '../views/graph-view.ts';
import { pagerank } from './graphology-packages.ts';
import { byNumber, simpleGraph } from './simple-graph.ts';

/**
 * PageRank of each node, by number; all add up to 1, and a node outside the view has 0. Edges are walked either way, and
 * a pair that several edges join counts as often.
 * @throws KnowledgeError `too-much-to-analyse`
 */
export function pageRank(view: GraphView): Float64Array {
  const graph = simpleGraph(view);
  if (graph.order === 0) return byNumber(view, {});
  // The library stops at a mean change of `tolerance` a node; with so few hundredths to share out it has to be finer.
  const tolerance = 1e-6 / graph.order;
  return byNumber(view, pagerank()(graph, { getEdgeWeight: 'weight', maxIterations: 1000, tolerance }));
}
