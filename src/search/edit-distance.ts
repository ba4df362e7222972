/**
 * How many slips of the hand part two words: letters dropped, added, changed, or two neighbours swapped.
 *
 * A swap counts once (optimal string alignment), as people make it once; plain Levenshtein counts it twice. Work stops
 * as soon as the limit is out of reach, because nearly all pairs asked about are too far apart.
 */

/** Longest word that is measured; longer ones only equal themselves. */
const LONGEST = 63;
const WIDTH = LONGEST + 1;
// Three rows are enough: the one being filled, the one above it, and the one above that, for swaps.
const rows = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)] as const;

/**
 * The distance of two words when it is at most `limit`, otherwise `limit + 1`.
 * @example
 * editDistance('forbes', 'fobres', 2) // 1
 * editDistance('spoljaric', 'sokolova', 3) // 4, which says: more than 3
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  const over = limit + 1;
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST || b.length > LONGEST) return over;
  let [above2, above, row] = rows as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= b.length; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = above[j - 1]! + (letter === other ? 0 : 1);
      if (above[j]! + 1 < cost) cost = above[j]! + 1;
      if (row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1;
      if (
        i > 1 &&
        j > 1 &&
        letter === b.charCodeAt(j - 2) &&
        other === a.charCodeAt(i - 2) &&
        above2[j - 2]! + 1 < cost
      ) {
        cost = above2[j - 2]! + 1;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // A swap can step over one row, so it takes two rows beyond the limit to be sure; one is kept for simplicity's sake.
    if (least > over) return over;
    [above2, above, row] = [above, row, above2];
  }
  return Math.min(above[b.length]!, over);
}

/** How many slips a word may have in it and still be meant: none in two letters, three in nine and more. */
export function slipsAllowed(length: number): number {
  return length < 3 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3;
}
