/**
 * Arrivals in groups, by a property or by what a function makes of each.
 */

type KeyOf<T> = T extends unknown ? keyof T & string : never;

/** The names of the properties that nodes of some types have. */
export type PropertyName<N> = KeyOf<N>;

/** What a group is known by: a value of the property, an element where it is a list, undefined where it is missing. */
export type GroupKey<N, Name> = N extends unknown
  ? Name extends keyof N
    ? N[Name] extends readonly (infer Element)[] | undefined
      ? Element | undefined
      : N[Name] | undefined
    : undefined
  : never;

/** The keys of one thing: the elements of a list, or the one value, which may be missing. */
function keysOf(thing: object, by: string | ((thing: never) => unknown)): readonly unknown[] {
  const key: unknown = typeof by === 'function' ? by(thing as never) : (thing as Readonly<Record<string, unknown>>)[by];
  return Array.isArray(key) ? key : [key];
}

/** The things of each key, in the order in which keys first appear; a thing with several keys is in several groups. */
export function groupThings<T extends object>(
  things: Iterable<T>,
  by: string | ((thing: T) => unknown),
): Map<unknown, T[]> {
  const groups = new Map<unknown, T[]>();
  for (const thing of things) {
    for (const key of keysOf(thing, by)) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  }
  return groups;
}
