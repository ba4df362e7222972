/**
 * What is worked out once for an object, such as an index for a graph, and forgotten with it; and work that can pause.
 *
 * Such work is a generator whose `yield`s are the places where others may have a turn. So it serves both who has nothing
 * else to do and a server that must stay responsive.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** `make`, called once for each object. */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}

/** What `steps` make, once for each object: at once when it is asked for, or before in slices while others have turns. */
export interface OnceInSteps<Key extends object, Value> {
  (key: Key): Value;
  /** Makes it in slices of some milliseconds, unless it is there; who asks meanwhile has it at once. */
  prepare(key: Key): Promise<void>;
}

export function onceInSteps<Key extends object, Value>(
  steps: (key: Key) => Generator<unknown, Value>,
): OnceInSteps<Key, Value> {
  const known = new WeakMap<Key, Value>();
  const get = (key: Key): Value => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = allAtOnce(steps(key))));
    return value;
  };
  const prepare = async (key: Key): Promise<void> => {
    if (known.has(key)) return;
    const value = await inTurns(steps(key));
    if (!known.has(key)) known.set(key, value);
  };
  return Object.assign(get, { prepare });
}

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
