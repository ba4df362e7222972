/**
 * What is worked out once for an object, such as an index for a graph, and forgotten with it.
 */
import { allAtOnce, inTurns } from './in-steps.ts';

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
