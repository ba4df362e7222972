/**
 * What can be reached from some nodes, and in how many hops.
 */
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { Ball } from './ball.ts';
import { type StepOptions, stepsOf } from './steps.ts';

export interface ReachOptions extends StepOptions {
  /** Farthest distance; as far as it goes when absent. */
  readonly maxHops?: number;
  /** How many edges may be looked at, about; no limit when absent. */
  readonly budget?: number;
}

export interface Reached {
  /** The nodes that were reached, the start among them, nearest first. */
  readonly nodes: Uint32Array;
  /** The nodes at distance d are nodes[levelStart[d]] … up to levelStart[d + 1], excluded. */
  readonly levelStart: readonly number[];
  /** Whether the budget ran out: some nodes may be missing. */
  readonly truncated: boolean;
}

/**
 * The nodes within `maxHops` of any of `starts`, over edges of the view.
 * @throws KnowledgeError `unknown-edge-type`
 */
export function reachable(view: GraphView, starts: readonly NodeNumber[], options: ReachOptions = {}): Reached {
  const { maxHops = Number.POSITIVE_INFINITY, budget = Number.POSITIVE_INFINITY } = options;
  const ball = new Ball(stepsOf(view, options), starts, maxHops);
  try {
    const levelStart = [0, ball.frontier];
    while (!ball.isComplete && ball.radius < maxHops && ball.touched < budget) {
      const level = ball.radius;
      if (budget === Number.POSITIVE_INFINITY) ball.growLevel();
      else ball.grow(budget - ball.touched);
      if (ball.radius > level && !ball.isComplete) levelStart.push(levelStart.at(-1)! + ball.frontier);
    }
    const isDone = ball.isComplete || ball.radius >= maxHops;
    const nodes = ball.nodes.slice();
    if (levelStart.at(-1)! < nodes.length) levelStart.push(nodes.length);
    return { nodes, levelStart, truncated: !isDone };
  } finally {
    ball.release();
  }
}
