/**
 * Work that can pause: a generator whose `yield`s are the places where others may have a turn.
 *
 * One way of doing the work serves both who has nothing else to do and a server that must stay responsive.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long the thread is kept before everybody else has a turn. */
const SLICE_MS = 5;

/** Does the work without a pause. */
export function allAtOnce<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the work in slices of some milliseconds, between which others have a turn. */
export async function inTurns<T>(steps: Generator<unknown, T>): Promise<T> {
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await nextTurn();
    since = performance.now();
  }
}
