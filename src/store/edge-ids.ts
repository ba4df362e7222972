/**
 * The ids of all edges, kept as 64-bit numbers where they are our own hashes and as strings where they are not.
 *
 * An id is looked up seldom and printed often, so the way back from id to number is built at the first look-up.
 */
import { composed } from '../base/composed.ts';
import { type EdgeIdentity, edgeHash, edgeId, hashWord, wordOfHash } from '../facts/edge-id.ts';
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
      this.#plain ??= Array.from({ length: this.#high.length }, (_, edge) => this.get(edge));
      this.#plain.push(id);
    }
  }

  /** Adds the id that an edge has by what it says. */
  addDerived(edge: EdgeIdentity, symmetric: boolean): void {
    if (this.#plain) {
      this.#plain.push(edgeId(edge, symmetric));
      return;
    }
    const hash = edgeHash(edge, symmetric);
    this.#high.push(wordOfHash(hash, 0));
    this.#low.push(wordOfHash(hash, 1));
  }

  /** The id of an edge, numbered as it came. */
  get(edge: number): string {
    return this.#plain ? this.#plain[edge]! : hashedId(this.#high.values[edge]!, this.#low.values[edge]!);
  }

  /** The edges whose id an earlier one has, each with the first that has it. */
  *repeated(): Generator<{ readonly edge: number; readonly first: number }, void, undefined> {
    if (this.#plain) {
      const seen = new Map<string, number>();
      for (const [edge, id] of this.#plain.entries()) {
        const first = seen.get(id);
        if (first === undefined) seen.set(id, edge);
        else yield { edge, first };
      }
      return;
    }
    const [high, low] = [this.#high.values, this.#low.values];
    const slots = emptySlots(this.#low.length);
    for (let edge = 0; edge < this.#low.length; edge++) {
      const slot = findSlot(slots, high, low, high[edge]!, low[edge]!);
      if (slots[slot] === 0) slots[slot] = edge + 1;
      else yield { edge, first: slots[slot]! - 1 };
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
}

type Words = Uint32Array | Int32Array;

/** Open addressing with linear probing for edges by their hashes, at most half full, so that a free slot always ends a search. */
const emptySlots = (edges: number): Uint32Array => new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, edges * 2))));

/** The slot of the edge with this hash, or the free one where it would be. A slot holds an edge's number and one more. */
function findSlot(slots: Uint32Array, highs: Words, lows: Words, high: number, low: number): number {
  const mask = slots.length - 1;
  let slot = low & mask;
  for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const edge = slots[slot]! - 1;
    if (lows[edge] === low && highs[edge] === high) break;
  }
  return slot;
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
    const found = slots[findSlot(slots, this.#high, this.#low, high, low)]!;
    return found === 0 ? undefined : found - 1;
  }

  #index(): Uint32Array {
    const slots = emptySlots(this.#low.length);
    for (let edge = 0; edge < this.#low.length; edge++) {
      slots[findSlot(slots, this.#high, this.#low, this.#high[edge]!, this.#low[edge]!)] = edge + 1;
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
