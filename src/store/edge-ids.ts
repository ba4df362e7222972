/**
 * The ids of all edges, kept as 64-bit numbers where they are our own hashes and as strings where they are not.
 *
 * An id is looked up seldom and printed often, so the way back from id to number is built at the first look-up.
 */
const HASHED = /^edge:([0-9a-f]{8})([0-9a-f]{8})$/;

export interface EdgeIds {
  get(edge: number): string;
  /** The edge of that id, or undefined. */
  numberOf(id: string): number | undefined;
}

export function makeEdgeIds(ids: readonly string[]): EdgeIds {
  const high = new Uint32Array(ids.length);
  const low = new Uint32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const match = HASHED.exec(ids[i]!);
    if (!match) return new PlainEdgeIds(ids);
    high[i] = Number.parseInt(match[1]!, 16);
    low[i] = Number.parseInt(match[2]!, 16);
  }
  return new HashedEdgeIds(high, low);
}

const hex = (word: number): string => word.toString(16).padStart(8, '0');

class HashedEdgeIds implements EdgeIds {
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  #slots: Uint32Array | undefined;

  constructor(high: Uint32Array, low: Uint32Array) {
    this.#high = high;
    this.#low = low;
  }

  get(edge: number): string {
    return `edge:${hex(this.#high[edge]!)}${hex(this.#low[edge]!)}`;
  }

  numberOf(id: string): number | undefined {
    const match = HASHED.exec(id);
    if (!match) return undefined;
    const high = Number.parseInt(match[1]!, 16);
    const low = Number.parseInt(match[2]!, 16);
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
  readonly #ids: readonly string[];
  #numbers: Map<string, number> | undefined;

  constructor(ids: readonly string[]) {
    this.#ids = ids;
  }

  get(edge: number): string {
    return this.#ids[edge] ?? '';
  }

  numberOf(id: string): number | undefined {
    this.#numbers ??= new Map(this.#ids.map((it, edge) => [it, edge]));
    return this.#numbers.get(id);
  }
}
