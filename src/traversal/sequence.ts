/**
 * Things that are found when they are asked for, and not before.
 *
 * Each use begins anew, so a sequence can be kept and read as often as one likes. Iterating finds one thing at a time:
 * whoever stops early has paid for no more.
 */
import { aFunction, readArgument, wholeNumber } from '../base/checked-options.ts';

export class Sequence<T> implements Iterable<T> {
  readonly #begin: () => Iterator<T>;

  /** The sequence of what `begin` hands out, each time from the beginning; of nothing, for those who override how it begins. */
  constructor(begin: () => Iterator<T> = () => [][Symbol.iterator]()) {
    this.#begin = begin;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#begin();
  }

  /** What `console.log` shows, which looks for nothing. */
  get [Symbol.toStringTag](): string {
    return 'read it by toArray(), first(), count() or for … of';
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
    readArgument('map', 'to', to, aFunction);
    return new Sequence(() => mapped(this, to));
  }

  /** Those for which `keeps` holds. */
  filter(keeps: (thing: T) => boolean): Sequence<T> {
    readArgument('filter', 'keeps', keeps, aFunction);
    return new Sequence(() => filtered(this, keeps));
  }

  /** At most the first `count`. */
  limit(count: number): Sequence<T> {
    readArgument('limit', 'count', count, wholeNumber(0));
    return new Sequence(() => limited(this, count));
  }
}

function* mapped<T, U>(things: Iterable<T>, to: (thing: T) => U): Generator<U, void, undefined> {
  for (const thing of things) yield to(thing);
}

function* filtered<T>(things: Iterable<T>, keeps: (thing: T) => boolean): Generator<T, void, undefined> {
  for (const thing of things) if (keeps(thing)) yield thing;
}

function* limited<T>(things: Iterable<T>, count: number): Generator<T, void, undefined> {
  if (count <= 0) return;
  let left = count;
  for (const thing of things) {
    yield thing;
    if (--left === 0) return;
  }
}
