/**
 * The ids of all edges, kept as 64-bit numbers where they are our own hashes and as strings where they are not.
 *
 * An id is looked up seldom and printed often, so the way back from id to number is built at the first look-up.
 */
import { composed } from '../base/composed.ts';
import { hashWord } from '../facts/edge-id.ts';
import { GrowingInts } from './growing-ints.ts';

export interface EdgeIds {
  get(edge: number): string;
  /** The edge of that id, or undefined. */
  numberOf(id: string): number | undefined;
  /** The same ids as plain data, for `edgeIdsOf`. */
  readonly packed: PackedEdgeIds;
}

/** Both halves of each hash, or the ids as they are. */
export type PackedEdgeIds = { readonly high: Uint32Array; readonly low: Uint32Array } | readonly string[];

export function edgeIdsOf(packed: PackedEdgeIds): EdgeIds {
  return 'high' in packed ? new HashedEdgeIds(packed.high, packed.low) : new PlainEdgeIds(packed);
}

/** Takes ids in one by one; they stay numbers until one comes that is not a hash. */
export class EdgeIdCollector {
  readonly #high = new GrowingInts();
  readonly #low = new GrowingInts();
  #plain: string[] | undefined;

  add(id: string): void {
    const [high, low] = this.#plain ? [-1, -1] : [hashWord(id, 0), hashWord(id, 1)];
    if (high !== -1 && low !== -1) {
      this.#high.push(high);
      this.#low.push(low);
    } else {
      this.#plain ??= Array.from({ length: this.#high.length }, (_, edge) => this.#hashed(edge));
      this.#plain.push(id);
    }
  }

  /** Which of two edges, numbered as they came, has the id that sorts first. */
  compare(a: number, b: number): number {
    if (this.#plain) return this.#plain[a]! < this.#plain[b]! ? -1 : 1;
    const [high, low] = [this.#high.values, this.#low.values];
    return (high[a]! >>> 0) - (high[b]! >>> 0) || (low[a]! >>> 0) - (low[b]! >>> 0);
  }

  /** The ids of the edges `order[0]`, `order[1]` … */
  finish(order: Uint32Array): EdgeIds {
    const plain = this.#plain;
    if (plain) return new PlainEdgeIds(Array.from(order, (was) => plain[was]!));
    const [high, low] = [this.#high.values, this.#low.values];
    return new HashedEdgeIds(
      order.map((was) => high[was]!),
      order.map((was) => low[was]!),
    );
  }

  #hashed(edge: number): string {
    return hashedId(this.#high.values[edge]!, this.#low.values[edge]!);
  }
}

const PREFIX = 'edge:';
const HIGH = PREFIX.length;
const LOW = HIGH + 8;

const DIGITS = Buffer.from('0123456789abcdef', 'latin1');
const written = Buffer.from(`${PREFIX}0000000000000000`, 'latin1');

/** The id of two words. By bytes: putting it together of printed numbers takes six times as long. */
function hashedId(high: number, low: number): string {
  writeWord(high, HIGH);
  writeWord(low, LOW);
  return written.toString('latin1');
}

function writeWord(word: number, start: number): void {
  for (let i = start + 7, rest = word; i >= start; i--, rest >>>= 4) written[i] = DIGITS[rest & 15]!;
}

class HashedEdgeIds implements EdgeIds {
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  #slots: Uint32Array | undefined;

  constructor(high: Uint32Array, low: Uint32Array) {
    this.#high = high;
    this.#low = low;
  }

  get packed(): PackedEdgeIds {
    return { high: this.#high, low: this.#low };
  }

  get(edge: number): string {
    return hashedId(this.#high[edge]!, this.#low[edge]!);
  }

  numberOf(id: string): number | undefined {
    const [high, low] = [hashWord(id, 0), hashWord(id, 1)];
    if (high === -1 || low === -1) return undefined;
    const slots = (this.#slots ??= this.#index());
    const mask = slots.length - 1;
    for (let slot = low & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const edge = slots[slot]! - 1;
      if (this.#low[edge] === low && this.#high[edge] === high) return edge;
    }
    return undefined;
  }

  // Open addressing with linear probing, at most half full, so a free slot always ends the search.
  #index(): Uint32Array {
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, this.#low.length * 2))));
    const mask = slots.length - 1;
    for (let edge = 0; edge < this.#low.length; edge++) {
      let slot = this.#low[edge]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = edge + 1;
    }
    return slots;
  }
}

class PlainEdgeIds implements EdgeIds {
  readonly packed: readonly string[];
  #numbers: Map<string, number> | undefined;

  constructor(ids: readonly string[]) {
    this.packed = ids;
  }

  get(edge: number): string {
    return this.packed[edge] ?? '';
  }

  numberOf(id: string): number | undefined {
    this.#numbers ??= new Map(this.packed.map((it, edge) => [it, edge]));
    return this.#numbers.get(composed(id));
  }
}
