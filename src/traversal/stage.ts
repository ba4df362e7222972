/**
 * A stage of a walk under way: it hands out the nodes where the walk arrives, one at a time, when asked.
 *
 * Stages are pulled, the last one first, so a walk does no more than what is asked of it needs. Everything is a number
 * here: a stage makes no object for an edge that it passes.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { Trail } from './trail.ts';

/** What `next` says when there are no more arrivals, and `edge` where a walk starts. */
export const NONE = -1;

export interface Stage {
  /** The next arrival, or NONE. */
  next(): NodeNumber;
  /** The edge by which the walk came to the arrival that `next` told last; NONE at a start. */
  readonly edge: EdgeNumber;
  /** Adds the way to that arrival: the start, then each hop. */
  trace(trail: Trail): void;
  /** As many of the next arrivals as fit, for who counts them: how many they are. 0 says that there are no more. */
  fill(arrivals: Uint32Array): number;
  /** Forgets what went before and gives back what was borrowed, at the end or before another start. */
  restart(): void;
}

/** The trail of a stage's arrival. */
export function trailOf(stage: Stage): Trail {
  const trail = new Trail();
  stage.trace(trail);
  return trail;
}

/** `fill` for a stage that finds its arrivals one by one. */
export function fillSingly(stage: Stage, arrivals: Uint32Array): number {
  let filled = 0;
  for (let node = 0; filled < arrivals.length && (node = stage.next()) !== NONE; ) arrivals[filled++] = node;
  return filled;
}

/** What is known when a walk begins. */
export interface Run {
  /** Whether ways will be asked for: a stage that holds arrivals back must then keep theirs. */
  readonly traced: boolean;
}

/** A run in which nobody asks for ways. */
export const UNTRACED: Run = { traced: false };

/** One step of a walk, ready to be put behind a stage. Steps are made once and serve every run. */
export type Step = (upstream: Stage, run: Run) => Stage;

/** A stage that passes on some of what comes from another. */
export abstract class Passing implements Stage {
  protected readonly upstream: Stage;

  constructor(upstream: Stage) {
    this.upstream = upstream;
  }

  abstract next(): NodeNumber;

  get edge(): EdgeNumber {
    return this.upstream.edge;
  }

  trace(trail: Trail): void {
    this.upstream.trace(trail);
  }

  fill(arrivals: Uint32Array): number {
    return fillSingly(this, arrivals);
  }

  restart(): void {
    this.upstream.restart();
  }
}
