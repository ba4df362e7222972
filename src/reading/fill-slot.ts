/**
 * Where the ends of a trigger stand that is no plain verb with subject and object: before 's, behind a colon, beside a
 * copula.
 */
import type { Accepts, Clauses } from './clauses.ts';
import { asPhrase, markOf, type PhraseItem, posOf, wordOf } from './phrase.ts';

/** Whose it is: the phrase before 's that ends at item `i`. */
export function owner(clauses: Clauses, i: number, accepts: Accepts): PhraseItem | undefined {
  for (let at = i - 1; at >= 0 && at > i - 5; at--) {
    const phrase = asPhrase(clauses.items[at]!);
    if (phrase)
      return (phrase.phrase.isPossessive || phrase.phrase.kind === 'adjective') &&
        accepts({ ...phrase.phrase, kind: 'name' })
        ? phrase
        : undefined;
    if (
      !['ADJ', 'NOUN', 'PART', 'PUNCT'].includes(posOf(clauses.items[at])) &&
      !/^[’']s?$/.test(markOf(clauses.items[at]))
    )
      return undefined;
  }
  return undefined;
}

/** "among the panelists were A and B", "the following are members: A and B". */
export function enumerated(clauses: Clauses, after: number, accepts: Accepts): PhraseItem | undefined {
  const { items } = clauses;
  for (let i = after; i < items.length; i++) {
    const opens =
      markOf(items[i]) === ':' ||
      ['were', 'are', 'was', 'is', 'include', 'included', 'including'].includes(wordOf(items[i]));
    const found = opens ? clauses.object(i + 1, accepts) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** "A and B are the guarantors of": the subject of the copula before the noun. */
export function copula(clauses: Clauses, at: number, accepts: Accepts): PhraseItem | undefined {
  for (let i = at - 1; i >= 0 && i > at - 5; i--) {
    if (['is', 'are', 'was', 'were', 'became', 'become'].includes(wordOf(clauses.items[i])))
      return clauses.subject(i, accepts);
  }
  return undefined;
}

/** What is done to: before "was …", or what a participle describes. */
export function passiveSubject(clauses: Clauses, at: number, accepts: Accepts): PhraseItem | undefined {
  const group = clauses.groupStart(at);
  const hasBe = clauses.items
    .slice(group, at)
    .some((it) => ['is', 'are', 'was', 'were', 'be', 'been', 'being'].includes(wordOf(it)));
  return hasBe ? clauses.subject(at, accepts) : (clauses.described(at, accepts) ?? clauses.subject(at, accepts));
}

/** "It resulted in the adoption of": the subject of the verb before the noun. */
export function subjectOfNoun(clauses: Clauses, at: number, accepts: Accepts): PhraseItem | undefined {
  for (let i = at - 1; i >= clauses.start(at); i--) {
    if (clauses.isFinite(i)) return clauses.subject(i, accepts);
  }
  for (let i = at + 1; i < clauses.items.length; i++) {
    if (clauses.isFinite(i) && posOf(clauses.items[i]) === 'VERB') return clauses.subject(i, accepts);
  }
  return undefined;
}
