/**
 * What was made of texts, found again by the character codes of a stretch of a longer text.
 *
 * Cells of a table repeat, as ids do. To cut each out only to look it up costs more than all that follows; here nothing is
 * cut out, and equal cells have one value.
 */
export class CellMemo<Value> {
  /** How many texts there are, and how often one of them was found. */
  size = 0;
  found = 0;
  readonly #values: Value[] = [];
  /** The hash of each text, and where its characters begin in `#characters`; those of the next follow. */
  #hashes = new Int32Array(64);
  #starts = new Uint32Array(65);
  #characters = new Uint16Array(1024);
  /** By hash, the number of a text and one more; at most half full, so that a free slot always ends a search. */
  #slots = new Uint32Array(128);

  /** The value of the characters from `start` to `end`; undefined where they have none. */
  find(codes: Uint16Array, start: number, end: number): Value | undefined {
    const known = this.#slots[this.#slotOf(hashOf(codes, start, end), codes, start, end)]!;
    if (known === 0) return undefined;
    this.found++;
    return this.#values[known - 1];
  }

  /** Gives characters that have none a value. */
  add(codes: Uint16Array, start: number, end: number, value: Value): void {
    if (2 * this.size >= this.#slots.length) this.#grow();
    const hash = hashOf(codes, start, end);
    this.#slots[this.#slotOf(hash, codes, start, end)] = this.#values.push(value);
    let at = this.#starts[this.size]!;
    if (at + end - start > this.#characters.length) {
      this.#characters = wider(this.#characters, Math.max(2 * this.#characters.length, at + end - start));
    }
    for (let i = start; i < end; i++) this.#characters[at++] = codes[i]!;
    this.#hashes[this.size++] = hash;
    this.#starts[this.size] = at;
  }

  #slotOf(hash: number, codes: Uint16Array, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const known = this.#slots[slot]! - 1;
      if (this.#hashes[known] === hash && this.#isAt(known, codes, start, end)) break;
    }
    return slot;
  }

  #isAt(known: number, codes: Uint16Array, start: number, end: number): boolean {
    const first = this.#starts[known]!;
    if (this.#starts[known + 1]! - first !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#characters[first + i - start] !== codes[i]!) return false;
    return true;
  }

  #grow(): void {
    this.#hashes = wider(this.#hashes, this.#slots.length);
    this.#starts = wider(this.#starts, this.#slots.length + 1);
    const slots = new Uint32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let known = 0; known < this.size; known++) {
      let slot = this.#hashes[known]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = known + 1;
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

function wider<List extends Int32Array | Uint32Array | Uint16Array>(list: List, length: number): List {
  const made = new (list.constructor as new (length: number) => List)(length);
  made.set(list);
  return made;
}
