/**
 * Growing edges by a key of whole numbers: a hash table whose buckets are chains through the edges themselves.
 *
 * It costs eight bytes an edge, whatever the key is made of; who follows a chain compares the key, since a bucket may
 * hold several.
 */
import { GrowingInts } from './growing-ints.ts';

/** The end of a chain. */
export const NO_EDGE = -1;

export class EdgeChains {
  readonly #hashes = new GrowingInts();
  readonly #next = new GrowingInts();
  /** 1 + the newest edge of each bucket; as many buckets as a power of two, at least as many as edges. */
  #buckets = new Int32Array(64);

  /** Puts edge `length` (edges come in order, each once) at the head of its chain. */
  add(hash: number): void {
    const edge = this.#hashes.length;
    if (edge === this.#buckets.length) this.#widen();
    this.#hashes.push(hash);
    const bucket = hash & (this.#buckets.length - 1);
    this.#next.push(this.#buckets[bucket]!);
    this.#buckets[bucket] = edge + 1;
  }

  /** The newest edge that may have this hash, or NO_EDGE. */
  first(hash: number): number {
    return this.#buckets[hash & (this.#buckets.length - 1)]! - 1;
  }

  /** The edge before this one in its chain, or NO_EDGE. */
  after(edge: number): number {
    return this.#next.values[edge]! - 1;
  }

  #widen(): void {
    this.#buckets = new Int32Array(this.#buckets.length * 2);
    const mask = this.#buckets.length - 1;
    for (let edge = 0; edge < this.#hashes.length; edge++) {
      const bucket = this.#hashes.values[edge]! & mask;
      this.#next.values[edge] = this.#buckets[bucket]!;
      this.#buckets[bucket] = edge + 1;
    }
  }
}

/** A hash of three numbers, spread over 32 bits. */
export function hashOf(a: number, b: number, c: number): number {
  let hash = Math.imul(a + 0x9e3779b1, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35) ^ Math.imul(c, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
