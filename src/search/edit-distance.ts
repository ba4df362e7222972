/**
 * Edit distance: how many letters to drop, add or change, or neighbours to swap, make one word of another.
 *
 * A swap counts once, as people make it once (optimal string alignment). One asked word is compared with thousands, so
 * it is prepared first: its letters become bit masks, and a column of the usual table is then one row of bit operations
 * (Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003).
 */

/** Longest word that can be prepared, as a mask has 32 bits; longer words only equal themselves. */
export const LONGEST_ASKED = 31;

const LETTERS = 128;

export class EditDistance {
  readonly asked: string;
  /** Bit i of masks[c] says that letter i of the asked word is c. */
  readonly #masks = new Int32Array(LETTERS);

  /** `asked` is folded: its letters are a–z and 0–9. At most `LONGEST_ASKED` of them. */
  constructor(asked: string) {
    this.asked = asked;
    for (let i = 0; i < asked.length; i++) this.#masks[asked.charCodeAt(i)]! |= 1 << i;
  }

  /**
   * The edit distance to `word`.
   * @example
   * new EditDistance('fobres').to('forbes') // 1
   */
  to(word: string): number {
    const length = this.asked.length;
    if (length === 0) return word.length;
    const masks = this.#masks;
    const last = 1 << (length - 1);
    // Differences of the column in hand from row to row: rising, falling.
    let rising = -1;
    let falling = 0;
    let diagonal = 0;
    let before = 0;
    let edits = length;
    for (let i = 0; i < word.length; i++) {
      const mask = masks[word.charCodeAt(i)]!;
      const swapped = ((~diagonal & mask) << 1) & before;
      diagonal = ((((mask & rising) + rising) | 0) ^ rising) | mask | falling | swapped;
      let up = falling | ~(diagonal | rising);
      let down = diagonal & rising;
      if ((up & last) !== 0) edits++;
      if ((down & last) !== 0) edits--;
      up = (up << 1) | 1;
      down <<= 1;
      rising = down | ~(diagonal | up);
      falling = up & diagonal;
      before = mask;
    }
    return edits;
  }
}
