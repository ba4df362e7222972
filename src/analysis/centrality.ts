/**
 * How central each node of a view is: by how many edges it has, by how much it matters to nodes that matter, by how often
 * it lies between others; and the nodes in that order. Graphology's libraries do the work, edges being followed either way.
 */
import type { UndirectedGraph } from 'graphology';
import { onceFor } from '../base/once-for.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type SimpleEdge, simpleProjection } from '../views/simple-projection.ts';
import { betweennessCentrality, pagerank, requireGraphology } from './graphology-packages.ts';
import { nodesOfType } from './nodes-of-type.ts';
import { tooMuchToAnalyse } from './problems.ts';

export type Centrality = 'DEGREE' | 'PAGERANK' | 'BETWEENNESS';

/** A score for each node, by number; 0 for those outside the view. */
const measures: Readonly<Record<Centrality, (view: GraphView) => Float64Array>> = {
  DEGREE: degrees,
  PAGERANK: pageRank,
  BETWEENNESS: betweenness,
};

export interface RankedNode<Node = NodeNumber> {
  readonly node: Node;
  readonly score: number;
}

export interface RankingOptions {
  readonly by: Centrality;
  /** A node type or interface; the whole view is measured, and only these nodes are listed. */
  readonly type?: string;
  /** Most nodes listed; 10 when absent. */
  readonly first?: number;
}

const scoresOf = onceFor((_: GraphView) => new Map<Centrality, Float64Array>());

/**
 * The highest scores of a view, equal ones in the order of their nodes. A view is measured once, however often it is
 * asked.
 * @example
 * rankNodes(via(view, ['participated-in']), { by: 'PAGERANK', type: 'State' })
 * @throws KnowledgeError `unknown-type`, `too-much-to-analyse`
 */
export function rankNodes(view: GraphView, { by, type, first = 10 }: RankingOptions): RankedNode[] {
  const nodes = nodesOfType(view, type);
  const scores = measured(view, by);
  return Array.from(nodes, (node) => ({ node, score: scores[node]! }))
    .sort((a, b) => b.score - a.score || a.node - b.node)
    .slice(0, first);
}

function measured(view: GraphView, by: Centrality): Float64Array {
  const known = scoresOf(view);
  let scores = known.get(by);
  if (!scores) known.set(by, (scores = measures[by](view)));
  return scores;
}

/** More edges would keep a server busy for long. */
const MOST_EDGES = 1_000_000;
/** Nodes times edges: the work that betweenness takes, a few seconds of it. */
const MOST_WORK = 200_000_000;

/** Edges of the view at each node. An edge of a node to itself counts twice, since both its ends are there. */
export function degrees(view: GraphView): Float64Array {
  // As graphology counts them, by one pass over the columns.
  const { count, from, to } = view.graph.edges;
  const found = new Float64Array(view.graph.nodes.count);
  for (let edge = 0; edge < count; edge++) {
    if (!view.hasEdge(edge)) continue;
    found[from[edge]!]!++;
    found[to[edge]!]!++;
  }
  return found;
}

/**
 * PageRank with a damping of 0.85 on the weighted projection: edges are followed either way, a pair that several edges
 * join counts as often, edges of a node to itself do not count, and what has no edges shares its rank among all. All add
 * up to 1.
 * @throws KnowledgeError `too-much-to-analyse`
 */
export function pageRank(view: GraphView): Float64Array {
  const graph = analysable(view);
  if (graph.order === 0) return new Float64Array(view.graph.nodes.count);
  // The library stops at a mean change of `tolerance` a node; with so few hundredths to share out it has to be finer.
  const tolerance = 1e-6 / graph.order;
  return byNumber(view, pagerank()(graph, { getEdgeWeight: 'weight', maxIterations: 1000, tolerance }));
}

/**
 * The share of the shortest paths between all other pairs on which each node lies: from 0 to 1. Edges are followed
 * either way, each as long as any other.
 * @throws KnowledgeError `too-much-to-analyse`
 */
export function betweenness(view: GraphView): Float64Array {
  // Lone nodes lie between nothing, but they count among the pairs.
  const graph = analysable(view);
  if (graph.order * graph.size > MOST_WORK) {
    throw tooMuchToAnalyse(`${graph.order} nodes times ${graph.size} edges`, `a product of ${MOST_WORK}`);
  }
  return byNumber(view, betweennessCentrality()(graph, { getEdgeWeight: null }));
}

/** The simple projection that measures are taken on, keyed by the numbers of nodes. `withoutLone`: only nodes that have an edge to another. */
export function analysable(view: GraphView, withoutLone = false): UndirectedGraph<Record<string, never>, SimpleEdge> {
  if (view.edgeCount > MOST_EDGES) throw tooMuchToAnalyse(`${view.edgeCount} edges`, `${MOST_EDGES} edges`);
  return simpleProjection(view, new (requireGraphology().UndirectedGraph)(), { withoutLone });
}

function byNumber(view: GraphView, scores: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(view.graph.nodes.ids, (_, node) => scores[node] ?? 0);
}
