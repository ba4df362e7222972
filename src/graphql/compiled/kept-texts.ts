/**
 * Pieces of answers that are the same wherever they appear: what is asked of a node's own properties, or of an edge's.
 *
 * A frozen graph never changes, so `{"id":"state:kaz","name":"Kazakhstan"}` is written once for a selection and found
 * again by the number of the node. All pieces of an engine share one allowance; when it is used up, all begin anew.
 */
export class TextAllowance {
  readonly #most: number;
  #left: number;
  /** Grows when pieces are to be forgotten. */
  generation = 0;

  /** `most` characters are kept in all. */
  constructor(most: number) {
    this.#most = most;
    this.#left = most;
  }

  spend(characters: number): void {
    this.#left -= characters;
    if (this.#left >= 0) return;
    this.generation++;
    this.#left = this.#most;
  }
}

/** The pieces of one selection, by the number of a node or an edge. */
export class KeptTexts {
  readonly #allowance: TextAllowance;
  #generation: number;
  #texts = new Map<number, string>();

  constructor(allowance: TextAllowance) {
    this.#allowance = allowance;
    this.#generation = allowance.generation;
  }

  get(key: number): string | undefined {
    if (this.#generation !== this.#allowance.generation) {
      this.#texts = new Map();
      this.#generation = this.#allowance.generation;
    }
    return this.#texts.get(key);
  }

  set(key: number, text: string): void {
    this.#texts.set(key, text);
    this.#allowance.spend(text.length);
  }
}
