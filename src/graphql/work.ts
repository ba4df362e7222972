/**
 * The work that one operation may still do: nodes and edges that it may look at.
 *
 * Resolvers are synchronous, so a clock could not stop them; a count does, at the same place every time.
 */
import { tooMuchWork } from './problems.ts';

export class Work {
  readonly #allowed: number;
  #left: number;

  constructor(allowed: number) {
    this.#allowed = allowed;
    this.#left = allowed;
  }

  get left(): number {
    return this.#left;
  }

  /** Takes note of rows looked at; throws when they are too many. */
  spend(rows: number): void {
    this.#left -= rows;
    if (this.#left < 0) throw tooMuchWork(this.#allowed);
  }
}
