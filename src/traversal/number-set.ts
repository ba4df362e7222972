/**
 * The numbers of nodes or edges met so far: a mark for each, in an array that is as long as the graph and is reused.
 *
 * A walk neither makes nor clears such an array: it borrows one with a mark that nobody used on it before.
 */
import { onceFor } from '../base/once-for.ts';

/** Marks by number; what has another mark than the last one handed out was not met. */
interface Marks {
  readonly bytes: Uint8Array;
  last: number;
}

const poolOf = onceFor((_: object): Marks[] => []);

export class NumberSet {
  readonly #table: { readonly count: number };
  #marks: Marks | undefined;

  /** For numbers below `table.count`: the nodes or the edges of a graph, by which arrays are shared. */
  constructor(table: { readonly count: number }) {
    this.#table = table;
  }

  /** Adds a number; true when it was not there. */
  add(number: number): boolean {
    const { bytes, last } = (this.#marks ??= borrow(this.#table));
    if (bytes[number] === last) return false;
    bytes[number] = last;
    return true;
  }

  /** Forgets all numbers, and gives back what was borrowed. */
  clear(): void {
    if (this.#marks !== undefined) poolOf(this.#table).push(this.#marks);
    this.#marks = undefined;
  }
}

function borrow(table: { readonly count: number }): Marks {
  const marks = poolOf(table).pop() ?? { bytes: new Uint8Array(table.count), last: 0 };
  if (marks.last === 255) {
    marks.bytes.fill(0);
    marks.last = 0;
  }
  marks.last++;
  return marks;
}
