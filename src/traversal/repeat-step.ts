/**
 * The options of `repeat`, understood.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber, NodeTable } from '../store/node-table.ts';
import { badTimes, endlessRepeat, fruitlessRepeat } from './problems.ts';
import { RepeatEveryWay, RepeatOnce, type Repetition } from './repeat.ts';
import type { Run, Step } from './stage.ts';

export interface RepeatOptions<Goal> {
  /** How often the step is taken, from 1; to the end when unsaid. */
  readonly times?: number;
  /** Arrivals that are the goal: they are passed on, and the step is not taken again from there. */
  readonly until?: Goal;
  /** Passes on arrivals on the way too. When unsaid, it does where there is neither `times` nor `until`. */
  readonly emit?: boolean;
  /**
   * Goes through each node once for each start, by a shortest way. When unsaid, it does unless `times` is given; with
   * `times`, `dedupe: true` and `emit: true` one gets the nodes within so many steps.
   */
  readonly dedupe?: boolean;
}

/** Repeats `step`, whose goal was compiled already. */
export function repeatStep(
  step: Step,
  options: Omit<RepeatOptions<unknown>, 'until'>,
  isGoal: ((run: Run) => (node: NodeNumber, edge: EdgeNumber) => boolean) | undefined,
  nodes: NodeTable,
): Step {
  const { times, dedupe = times === undefined } = options;
  if (times !== undefined && !(Number.isInteger(times) && times >= 1)) throw badTimes(times);
  if (times === undefined && !dedupe) throw endlessRepeat();
  const isOpen = times === undefined && isGoal === undefined;
  if (isOpen && options.emit === false) throw fruitlessRepeat();
  const repetition: Repetition = { step, times, isGoal, emit: options.emit ?? isOpen };
  return (upstream, run) =>
    dedupe ? new RepeatOnce(upstream, repetition, run, nodes) : new RepeatEveryWay(upstream, repetition, run);
}
