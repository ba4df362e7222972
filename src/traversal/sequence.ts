/**
 * Things that are found when they are asked for, and not before.
 *
 * Each use begins anew, so a sequence can be kept and read as often as one likes. Iterating finds one thing at a time:
 * whoever stops early has paid for no more.
 */
export class Sequence<T> implements Iterable<T> {
  readonly #begin: () => Iterator<T>;

  constructor(begin: () => Iterator<T>) {
    this.#begin = begin;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#begin();
  }

  /** All of them, in an array. */
  toArray(): T[] {
    return [...this];
  }

  /** The first, or undefined when there is none; no more than that is looked for. */
  first(): T | undefined {
    for (const thing of this) return thing;
    return undefined;
  }

  /** How many there are. */
  count(): number {
    let count = 0;
    for (const _ of this) count++;
    return count;
  }

  /** What `to` makes of each. */
  map<U>(to: (thing: T) => U): Sequence<U> {
    const { [Symbol.iterator]: begin } = this;
    const begun = begin.bind(this);
    return new Sequence(function* () {
      for (let it = begun(), step = it.next(); !step.done; step = it.next()) yield to(step.value);
    });
  }

  /** Those for which `keeps` holds. */
  filter(keeps: (thing: T) => boolean): Sequence<T> {
    const all = this;
    return new Sequence(function* () {
      for (const thing of all) if (keeps(thing)) yield thing;
    });
  }

  /** At most the first `count`. */
  limit(count: number): Sequence<T> {
    const all = this;
    return new Sequence(function* () {
      let left = count;
      if (left <= 0) return;
      for (const thing of all) {
        yield thing;
        if (--left === 0) return;
      }
    });
  }
}
