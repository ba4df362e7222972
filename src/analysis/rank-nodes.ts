/**
 * Nodes in order of how central they are, by any of the measures.
 */
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type Centrality, measures } from './centrality.ts';
import { nodesOfType } from './nodes-of-type.ts';

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

const remembered = new WeakMap<GraphView, Map<Centrality, Float64Array>>();

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
  let known = remembered.get(view);
  if (!known) remembered.set(view, (known = new Map()));
  let scores = known.get(by);
  if (!scores) known.set(by, (scores = measures[by](view)));
  return scores;
}
