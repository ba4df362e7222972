/**
 * Texts that are only found whole, with what they stand for: a sorted list, which takes a third of a Map's memory.
 */
export interface Key {
  readonly key: string;
  readonly value: number;
}

export class KeyIndex {
  readonly #keys: readonly string[];
  readonly #values: Uint32Array;

  constructor(keys: readonly Key[]) {
    const sorted = [...keys].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.value - b.value));
    this.#keys = sorted.map((it) => it.key);
    this.#values = Uint32Array.from(sorted, (it) => it.value);
  }

  /** Everything that `key` stands for, rising; often nothing. */
  find(key: string): readonly number[] {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#keys[middle]! < key) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let i = low; this.#keys[i] === key; i++) found.push(this.#values[i]!);
    return found;
  }
}
