/**
 * A cache with a budget in bytes: what was least recently used goes first, and no one value may take a good part of it.
 *
 * A budget in entries is none where others choose how large an entry is.
 */
export class ByteCache<Key, Value> {
  readonly #budget: number;
  readonly #bytesOf: (value: Value, key: Key) => number;
  readonly #entries = new Map<Key, { readonly value: Value; readonly bytes: number }>();
  #bytes = 0;

  /** A budget of 0 keeps nothing; a value of more than a quarter of it is not kept. */
  constructor(budget: number, bytesOf: (value: Value, key: Key) => number) {
    this.#budget = budget;
    this.#bytesOf = bytesOf;
  }

  /** What all entries take together, as `bytesOf` tells it. */
  get bytes(): number {
    return this.#bytes;
  }

  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    // A map keeps the order of insertion: what was asked for moves to its end.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** The value of a key, made where it is not there. */
  getOrMake(key: Key, make: () => Value): Value {
    let value = this.get(key);
    if (value === undefined) this.set(key, (value = make()));
    return value;
  }

  set(key: Key, value: Value): void {
    const bytes = this.#bytesOf(value, key);
    if (bytes > this.#budget / 4 || this.#entries.has(key)) return;
    this.#entries.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#budget) break;
      this.#entries.delete(oldest);
      this.#bytes -= entry.bytes;
    }
  }
}
