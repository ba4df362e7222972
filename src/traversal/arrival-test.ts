/**
 * Questions about an arrival, for `having`, `not` and `until`: do steps lead on from it, has its node some properties.
 */
import { type Test, YES } from '../filters/verdict.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { NONE, type Run, type Step, UNTRACED } from './stage.ts';
import { StartHere } from './start.ts';

/** Made anew for each run, since steps under way remember where they are. */
export type ArrivalTest = (run: Run) => (node: NodeNumber, edge: EdgeNumber) => boolean;

/** Whether steps lead anywhere from the node. */
export function leadsOn(step: Step): ArrivalTest {
  return () => {
    const here = new StartHere();
    const stage = step(here, UNTRACED);
    return (node, edge) => {
      here.set(node, edge);
      const leads = stage.next() !== NONE;
      stage.restart();
      return leads;
    };
  };
}

/** Whether a test says yes; without a test, it does. */
export function passes(test: Test | undefined): ArrivalTest {
  return () => (node, edge) => test === undefined || test(node, edge) === YES;
}
