/**
 * How central each node of a view is, and the nodes in that order: by its edges, by the rank that others lend it, by how
 * often it lies between others, by the core that it is in, by how much its neighbours hold together.
 *
 * The measures are functions of a projection, in files of their own; here they are chosen, bounded and remembered.
 */
import { MinHeap } from '../base/min-heap.ts';
import { onceFor } from '../base/once-for.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';
import { betweenness } from './betweenness.ts';
import { clustering, clusteringWork } from './clustering.ts';
import { coreNumbers } from './cores.ts';
import { pageRank } from './page-rank.ts';
import { tooMuchToAnalyse } from './problems.ts';
import { forEachNodeOfType, projectionOf } from './projection.ts';

export type Centrality = 'DEGREE' | 'PAGERANK' | 'BETWEENNESS' | 'CORE' | 'CLUSTERING';

export interface RankedNode<Node = NodeNumber> {
  readonly node: Node;
  readonly score: number;
  /** Of an estimate: the exact score lies no further away in 95 of 100 samples. */
  readonly error?: number;
}

export interface RankingOptions {
  readonly by: Centrality;
  /** A node type or interface; the whole view is measured, and only these nodes are listed. */
  readonly type?: string;
  /** Most nodes listed; 10 when absent. */
  readonly first?: number;
  /** Along the edges, against them, or either way (BOTH) when absent. A core goes either way. */
  readonly direction?: Direction;
  /** Of BETWEENNESS, the most nodes to search from; when absent, as many as can be in some seconds. */
  readonly sample?: number;
  /** The seed by which these are drawn; 1 when absent. */
  readonly seed?: number;
}

interface Scores {
  readonly scores: Float64Array;
  readonly errors?: Float64Array | undefined;
}

/** Edges and nodes that an analysis looks at, at most: some seconds of work. */
const MOST_WORK = 400_000_000;
/** From fewer starts nothing is learned. */
const LEAST_SAMPLE = 10;

const scoresOf = onceFor((_: GraphView) => new Map<string, Scores>());

/**
 * The highest scores of a view, equal ones in the order of their nodes. A view is measured once, however often it is
 * asked.
 * @example
 * rankNodes(via(view, ['participated-in']), { by: 'PAGERANK', type: 'State' })
 * @throws KnowledgeError `unknown-type`, `too-much-to-analyse`
 */
export function rankNodes(view: GraphView, options: RankingOptions): RankedNode[] {
  const { type, first = 10 } = options;
  const { scores, errors } = measured(view, options);
  const compare = (a: NodeNumber, b: NodeNumber): number => scores[b]! - scores[a]! || a - b;
  // The last of those listed is on top: of a million nodes most are only compared with it.
  const listed = new MinHeap<NodeNumber>((a, b) => compare(b, a));
  forEachNodeOfType(view, type, (node) => {
    if (listed.size < first) listed.push(node);
    else if (first > 0 && compare(node, listed.peek()!) < 0) listed.replace(node);
  });
  const nodes: NodeNumber[] = [];
  for (let node = listed.pop(); node !== undefined; node = listed.pop()) nodes.push(node);
  return nodes.reverse().map((node) => ({ node, score: scores[node]!, ...(errors && { error: errors[node]! }) }));
}

/** The scores by the numbers of nodes; of no meaning for those outside the view. */
function measured(view: GraphView, options: RankingOptions): Scores {
  const { by, direction = 'BOTH', sample, seed = 1 } = options;
  const known = scoresOf(view);
  const key = `${by} ${direction} ${sample} ${seed}`;
  let scores = known.get(key);
  if (!scores) known.set(key, (scores = measure(view, by, direction, sample, seed)));
  return scores;
}

function measure(
  view: GraphView,
  by: Centrality,
  direction: Direction,
  sample: number | undefined,
  seed: number,
): Scores {
  if (by === 'DEGREE') return { scores: degrees(view, direction) };
  const graph = projectionOf(view, by === 'CORE' ? 'BOTH' : direction);
  const spread = (scores: Float64Array, ofLone = 0): Float64Array => {
    const found = new Float64Array(view.graph.nodes.count).fill(ofLone);
    for (let place = 0; place < scores.length; place++) found[graph.nodes[place]!] = scores[place]!;
    return found;
  };
  switch (by) {
    case 'PAGERANK': {
      const { ranks, lone } = pageRank(graph);
      return { scores: spread(ranks, lone) };
    }
    case 'CORE':
      return { scores: spread(coreNumbers(graph)) };
    case 'CLUSTERING': {
      const neighbours = projectionOf(view, 'BOTH');
      const work = clusteringWork(neighbours);
      if (work > MOST_WORK) throw tooMuchToAnalyse(`${work} pairs of neighbours`, `${MOST_WORK} of them`);
      return { scores: spread(clustering(neighbours, graph)) };
    }
    default: {
      const affordable = Math.floor(MOST_WORK / (2 * graph.targets.length + graph.order + 1));
      const starts = Math.min(sample ?? affordable, graph.order);
      if (sample === undefined && starts < Math.min(graph.order, LEAST_SAMPLE)) {
        throw tooMuchToAnalyse(`${graph.targets.length} edges`, `${MOST_WORK / LEAST_SAMPLE} edges`);
      }
      const { scores, errors } = betweenness(graph, { starts, seed });
      return { scores: spread(scores), errors: errors && spread(errors) };
    }
  }
}

/**
 * Edges of the view at each node: those that lead from it (OUT), to it (IN), or at it. Symmetric edges lead both ways. An
 * edge of a node to itself counts twice where either way counts, since both its ends are there.
 */
export function degrees(view: GraphView, direction: Direction = 'BOTH'): Float64Array {
  const { from, to, type, columns } = view.graph.edges;
  const found = new Float64Array(view.graph.nodes.count);
  const isSymmetric = columns.typeNames.map((name) => view.ontology.edgeTypes.get(name)?.symmetric === true);
  view.everyEdge((edge) => {
    const [start, end] = [from[edge]!, to[edge]!];
    const bothWays = direction === 'BOTH' || (isSymmetric[type[edge]!]! && start !== end);
    if (bothWays || direction === 'OUT') found[start]!++;
    if (bothWays || direction === 'IN') found[end]!++;
  });
  return found;
}
