/**
 * "Did you mean …": the nearest known name to one that was not found.
 */
import { distance } from 'fastest-levenshtein';

/** Longest word that is compared: the cost grows with the square, and nobody misspells a name of pages. */
const LONGEST_WORD = 200;

/** The nearest of `known` to `word`, when it is near enough to be a mistake (a third of its letters at most). */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const away = editsBetween(wanted, candidate.toLowerCase());
    if (away < bestDistance || (away === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}

/** Letters to change, add or leave out; two neighbours in the wrong order, the commonest mistake, are one. */
function editsBetween(word: string, candidate: string): number {
  const away = distance(word, candidate);
  if (away !== 2 || word.length !== candidate.length) return away;
  let at = 0;
  while (word[at] === candidate[at]) at++;
  return word[at] === candidate[at + 1] && word[at + 1] === candidate[at] ? 1 : away;
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
