/**
 * A set of small whole numbers as bits: one bit for each node or edge of a graph.
 *
 * Views are made of these. A million edges take 125 kB, a test is one read, an intersection one pass over words.
 */
export class BitSet {
  readonly size: number;
  /** Bit `i` is bit `i & 31` of word `i >>> 5`; bits beyond `size` are always zero. Read it in hot loops, do not write. */
  readonly words: Uint32Array;

  constructor(size: number, words: Uint32Array = new Uint32Array((size + 31) >>> 5)) {
    this.size = size;
    this.words = words;
  }

  /** The set of all numbers below `size`. */
  static full(size: number): BitSet {
    const set = new BitSet(size);
    set.words.fill(0xffffffff);
    const spare = size & 31;
    if (spare !== 0) set.words[set.words.length - 1] = 2 ** spare - 1;
    return set;
  }

  has(i: number): boolean {
    return ((this.words[i >>> 5]! >>> (i & 31)) & 1) === 1;
  }

  add(i: number): void {
    this.words[i >>> 5]! |= 1 << (i & 31);
  }

  delete(i: number): void {
    this.words[i >>> 5]! &= ~(1 << (i & 31));
  }

  /** How many numbers are in the set. */
  count(): number {
    let total = 0;
    for (let i = 0; i < this.words.length; i++) {
      let word = this.words[i]!;
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      total += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return total;
  }

  /** A new set of what is in both. */
  and(other: BitSet): BitSet {
    const words = new Uint32Array(this.words.length);
    for (let i = 0; i < words.length; i++) words[i] = this.words[i]! & other.words[i]!;
    return new BitSet(this.size, words);
  }

  equals(other: BitSet): boolean {
    return this.size === other.size && this.words.every((word, i) => word === other.words[i]);
  }

  /** Calls `visit` with the members in rising order: for loops over a million of them, which a generator slows down. */
  each(visit: (member: number) => void): void {
    const { words } = this;
    for (let w = 0; w < words.length; w++) {
      for (let word = words[w]!; word !== 0; word &= word - 1) visit(w * 32 + 31 - Math.clz32(word & -word));
    }
  }

  /** The members in rising order. */
  *[Symbol.iterator](): IterableIterator<number> {
    for (let w = 0; w < this.words.length; w++) {
      for (let word = this.words[w]!; word !== 0; word &= word - 1) yield w * 32 + 31 - Math.clz32(word & -word);
    }
  }
}
