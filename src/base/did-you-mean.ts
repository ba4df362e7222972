/**
 * "Did you mean …": the nearest known name to one that was not found.
 */
import { distance } from 'fastest-levenshtein';

/** Longest word that is compared: the cost grows with the square, and nobody slips in a name of pages. */
const LONGEST_WORD = 200;

/** The nearest of `known` to `word`, when it is near enough to be a slip (a third of its letters at most). */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const away = distance(wanted, candidate.toLowerCase());
    if (away < bestDistance || (away === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}

/**
 * A sentence to put behind an error, with a leading space; empty when nothing is near.
 * @example
 * didYouMean('frn', ['fra', 'kaz']) // ' Did you mean "fra"?'
 */
export function didYouMean(word: string, known: Iterable<string>): string {
  const found = nearest(word, known);
  return found === undefined ? '' : ` Did you mean "${found}"?`;
}
