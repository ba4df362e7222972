/**
 * One shortest path between two nodes, found from both ends.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { Ball } from './ball.ts';
import { reversed, type StepOptions, stepsOf } from './steps.ts';

export interface ShortestPath {
  readonly nodes: readonly NodeNumber[];
  /** One edge a hop. */
  readonly edges: readonly EdgeNumber[];
}

/**
 * A shortest path, or undefined when there is none of at most `maxHops` hops. Of several, always the same one is taken.
 *
 * The smaller side is grown first: a hub is then met late, or never.
 * @throws KnowledgeError `unknown-edge-type`
 */
export function shortestPath(
  view: GraphView,
  from: NodeNumber,
  to: NodeNumber,
  options: StepOptions & { readonly maxHops?: number } = {},
): ShortestPath | undefined {
  if (from === to) return { nodes: [from], edges: [] };
  const { maxHops = Number.POSITIVE_INFINITY } = options;
  const steps = stepsOf(view, options);
  const ahead = new Ball(steps, [from], maxHops, true);
  const back = new Ball(reversed(steps), [to], maxHops, true);
  try {
    while (!ahead.isComplete && !back.isComplete && ahead.radius + back.radius < maxHops) {
      const [smaller, other] = ahead.frontier <= back.frontier ? [ahead, back] : [back, ahead];
      const met = smaller.grow(Number.POSITIVE_INFINITY, other);
      if (met !== -1) return pathThrough(view, ahead, back, met);
    }
    return undefined;
  } finally {
    ahead.release();
    back.release();
  }
}

function pathThrough({ graph }: GraphView, ahead: Ball, back: Ball, met: NodeNumber): ShortestPath {
  const { from, to } = graph.edges;
  const otherEnd = (edge: EdgeNumber, node: NodeNumber): NodeNumber => (from[edge] === node ? to[edge]! : from[edge]!);
  const nodes = [met];
  const edges: EdgeNumber[] = [];
  for (let node = met; ahead.distance(node) > 0; nodes.unshift(node)) {
    const edge = ahead.parent(node);
    edges.unshift(edge);
    node = otherEnd(edge, node);
  }
  for (let node = met; back.distance(node) > 0; nodes.push(node)) {
    const edge = back.parent(node);
    edges.push(edge);
    node = otherEnd(edge, node);
  }
  return { nodes, edges };
}
