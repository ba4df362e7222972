/**
 * The numbers met so far: a mark for each, in an array that is as long as the graph has nodes or edges and is reused.
 *
 * A walk neither makes nor clears such an array: it borrows one with a mark that nobody used on it before. The first few
 * numbers lie in a list, so that most walks borrow nothing.
 */

/** Numbers that are looked for one by one: up to here that is faster than borrowing. */
const FEW = 8;

/** Marks by number; what has another mark than the last one handed out was not met. */
interface Marks {
  readonly bytes: Uint8Array;
  last: number;
}

const pools = new WeakMap<object, Marks[]>();

export class SeenNumbers {
  readonly #table: { readonly count: number };
  /** The first numbers; what lies behind `#count` is old. */
  readonly #few: number[] = [];
  #count = 0;
  #marks: Marks | undefined;
  #bytes: Uint8Array | undefined;
  #mark = 0;

  /** For numbers below `table.count`: the nodes or the edges of a graph, by which arrays are shared. */
  constructor(table: { readonly count: number }) {
    this.#table = table;
  }

  /** Adds a number; true when it was not there. */
  add(number: number): boolean {
    const bytes = this.#bytes;
    if (bytes === undefined) return this.#addToFew(number);
    if (bytes[number] === this.#mark) return false;
    bytes[number] = this.#mark;
    return true;
  }

  /** Forgets all numbers, and gives back what was borrowed. */
  clear(): void {
    this.#count = 0;
    if (this.#marks === undefined) return;
    pools.get(this.#table)?.push(this.#marks);
    this.#marks = this.#bytes = undefined;
  }

  #addToFew(number: number): boolean {
    const few = this.#few;
    for (let i = 0; i < this.#count; i++) if (few[i] === number) return false;
    few[this.#count++] = number;
    if (this.#count > FEW) {
      const marks = borrow(this.#table);
      this.#marks = marks;
      this.#bytes = marks.bytes;
      this.#mark = marks.last;
      for (const it of few) marks.bytes[it] = marks.last;
    }
    return true;
  }
}

function borrow(table: { readonly count: number }): Marks {
  let pool = pools.get(table);
  if (!pool) pools.set(table, (pool = []));
  const marks = pool.pop() ?? { bytes: new Uint8Array(table.count), last: 0 };
  if (marks.last === 255) {
    marks.bytes.fill(0);
    marks.last = 0;
  }
  marks.last++;
  return marks;
}
