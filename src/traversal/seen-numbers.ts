/**
 * The numbers met so far, at a cost that goes by how many they are and not by the size of the graph.
 *
 * A few numbers lie in a small hash table; when it would take more room than a bit for each number of the graph, bits
 * take over.
 */
import { BitSet } from '../base/bit-set.ts';

/** Slots of the first table; a power of two. */
const FIRST_SLOTS = 32;

export class SeenNumbers {
  readonly #limit: number;
  /** Open addressing: a number and one, or 0 where nothing lies. At most half of the slots are taken. */
  #slots: Uint32Array = new Uint32Array(FIRST_SLOTS);
  #shift = 32 - Math.log2(FIRST_SLOTS);
  #size = 0;
  #bits: BitSet | undefined;

  /** For numbers below `limit`. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds a number; true when it was not there. */
  add(number: number): boolean {
    if (this.#bits !== undefined) {
      if (this.#bits.has(number)) return false;
      this.#bits.add(number);
      return true;
    }
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = Math.imul(number, 0x9e3779b1) >>> this.#shift;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) if (slots[slot] === number + 1) return false;
    slots[slot] = number + 1;
    if (++this.#size * 2 > slots.length) this.#grow();
    return true;
  }

  clear(): void {
    this.#bits = undefined;
    this.#size = 0;
    if (this.#slots.length === FIRST_SLOTS) this.#slots.fill(0);
    else this.#renew(FIRST_SLOTS);
  }

  #grow(): void {
    const old = this.#slots;
    if (old.length * 64 > this.#limit) {
      const bits = new BitSet(this.#limit);
      for (const entry of old) if (entry !== 0) bits.add(entry - 1);
      this.#bits = bits;
      return;
    }
    this.#renew(old.length * 4);
    for (const entry of old) {
      if (entry === 0) continue;
      let slot = Math.imul(entry - 1, 0x9e3779b1) >>> this.#shift;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = entry;
    }
  }

  #renew(slots: number): void {
    this.#slots = new Uint32Array(slots);
    this.#shift = 32 - Math.log2(slots);
  }
}
