/**
 * What was made of texts, found again by the character codes of a stretch of a longer text.
 *
 * Cells of a table repeat, as ids do. To cut each out only to look it up costs more than all that follows; here nothing is
 * cut out, and equal cells have one value.
 */

/** A slot is four numbers beside each other, so that one read of memory brings all: hash, number of the value and one more, first character, length. */
const SLOT = 4;

export class CellMemo<Value> {
  /** How many texts there are, and how often one of them was found. */
  size = 0;
  found = 0;
  readonly #values: Value[] = [];
  #characters = new Uint16Array(1024);
  #used = 0;
  /** At most half full, so that a free slot always ends a search. */
  #slots = new Int32Array(128 * SLOT);

  /** The value of the characters from `start` to `end`; undefined where they have none. */
  find(codes: Uint16Array, start: number, end: number): Value | undefined {
    const known = this.#slots[this.#slotOf(hashOf(codes, start, end), codes, start, end) + 1]!;
    if (known === 0) return undefined;
    this.found++;
    return this.#values[known - 1];
  }

  /** Gives characters that have none a value. */
  add(codes: Uint16Array, start: number, end: number, value: Value): void {
    if (2 * SLOT * this.size >= this.#slots.length) this.#grow();
    const length = end - start;
    if (this.#used + length > this.#characters.length) {
      const wider = new Uint16Array(Math.max(2 * this.#characters.length, this.#used + length));
      wider.set(this.#characters);
      this.#characters = wider;
    }
    this.#characters.set(codes.subarray(start, end), this.#used);
    const hash = hashOf(codes, start, end);
    this.#slots.set([hash, this.#values.push(value), this.#used, length], this.#slotOf(hash, codes, start, end));
    this.#used += length;
    this.size++;
  }

  #slotOf(hash: number, codes: Uint16Array, start: number, end: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash * SLOT) & mask;
    for (; slots[slot + 1] !== 0; slot = (slot + SLOT) & mask) {
      if (slots[slot] === hash && slots[slot + 3] === end - start && this.#isAt(slots[slot + 2]!, codes, start, end))
        break;
    }
    return slot;
  }

  #isAt(first: number, codes: Uint16Array, start: number, end: number): boolean {
    const characters = this.#characters;
    for (let i = start, k = first; i < end; i++, k++) if (characters[k] !== codes[i]) return false;
    return true;
  }

  #grow(): void {
    const before = this.#slots;
    const slots = new Int32Array(2 * before.length);
    const mask = slots.length - 1;
    for (let from = 0; from < before.length; from += SLOT) {
      if (before[from + 1] === 0) continue;
      let slot = (before[from]! * SLOT) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + SLOT) & mask;
      slots.set(before.subarray(from, from + SLOT), slot);
    }
    this.#slots = slots;
  }
}

/** FNV-1a, with its high bits folded into those by which slots are found. */
function hashOf(codes: Uint16Array, start: number, end: number): number {
  let hash = -2128831035;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ codes[i]!, 16777619);
  return hash ^ (hash >>> 15);
}
