/**
 * Texts of answers, kept for whoever asks the same again: least recently used go first, and all together stay bounded.
 *
 * The graph behind them never changes; a reload makes a new engine with an empty cache, so nothing stale is served.
 */
export class AnswerCache {
  readonly #most: number;
  readonly #texts = new Map<string, string>();
  #size = 0;

  /** `most` characters are kept in all, keys included; an answer longer than a quarter of that is not. 0 keeps none. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): string | undefined {
    const text = this.#texts.get(key);
    if (text === undefined) return undefined;
    // A map keeps the order of insertion: what was asked for moves to its end.
    this.#texts.delete(key);
    this.#texts.set(key, text);
    return text;
  }

  set(key: string, text: string): void {
    const size = key.length + text.length;
    if (size > this.#most / 4 || this.#texts.has(key)) return;
    this.#texts.set(key, text);
    this.#size += size;
    for (const [oldest, itsText] of this.#texts) {
      if (this.#size <= this.#most) break;
      this.#texts.delete(oldest);
      this.#size -= oldest.length + itsText.length;
    }
  }
}
