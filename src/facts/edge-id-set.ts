/**
 * A set of edge ids of a size that is known beforehand.
 *
 * Ids that we made are 64-bit numbers in disguise; as numbers a million of them take 24 MB and no objects, where a set
 * of strings takes five times that and most of a second. Ids that somebody chose are kept as they are.
 */
import { hashWord } from './edge-id.ts';

export class EdgeIdSet {
  readonly #mask: number;
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  readonly #used: Uint8Array;
  readonly #chosen: Set<string> = new Set();

  /** An empty set for at most `size` ids. */
  constructor(size: number) {
    // At most half full, so that a free slot is always near.
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, size * 2)));
    this.#mask = slots - 1;
    this.#high = new Uint32Array(slots);
    this.#low = new Uint32Array(slots);
    this.#used = new Uint8Array(slots);
  }

  /** Adds an id; false when it was there already. */
  add(id: string): boolean {
    const high = hashWord(id, 0);
    const low = hashWord(id, 1);
    if (high === -1 || low === -1) {
      const before = this.#chosen.size;
      return this.#chosen.add(id).size > before;
    }
    let slot = low & this.#mask;
    for (; this.#used[slot] === 1; slot = (slot + 1) & this.#mask) {
      if (this.#low[slot] === low && this.#high[slot] === high) return false;
    }
    this.#used[slot] = 1;
    this.#high[slot] = high;
    this.#low[slot] = low;
    return true;
  }
}
