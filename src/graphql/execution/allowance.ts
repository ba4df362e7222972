/**
 * The bytes that everything worked out by one engine may take together: compiled operations, and the texts they keep.
 *
 * What is worked out can be worked out again. When there is no more room, all of it is forgotten and begins anew: what is
 * asked often is soon back, and nothing has to be counted at each use.
 */

/** Something that was worked out and can be forgotten. */
export interface Forgetful {
  forget(): void;
}

export class Allowance {
  readonly #budget: number;
  readonly #owners = new Set<Forgetful>();
  #left: number;

  constructor(budget: number) {
    this.#budget = budget;
    this.#left = budget;
  }

  /** What is left before all is forgotten. */
  get left(): number {
    return this.#left;
  }

  /** Takes note of so many bytes more that `owner` is about to keep. */
  spend(owner: Forgetful, bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) {
      for (const it of this.#owners) it.forget();
      this.#owners.clear();
      this.#left = this.#budget;
    }
    this.#owners.add(owner);
  }
}
