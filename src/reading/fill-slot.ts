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
  return hasBe ? clauses.subject(at, accepts) : (described(clauses, at, accepts) ?? clauses.subject(at, accepts));
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

/** What a participle describes: "a resolution penned by", "Created by the Assembly, the Council …". */
function described(clauses: Clauses, verb: number, accepts: Accepts): PhraseItem | undefined {
  let left = clauses.groupStart(verb) - 1;
  if (left < 0) {
    for (let at = verb + 1; at < clauses.items.length - 1; at++) {
      if (markOf(clauses.items[at]) !== ',') continue;
      const next = clauses.items[at + 1 + Number(posOf(clauses.items[at + 1]) === 'DET')];
      const phrase = next && asPhrase(next);
      if (phrase && accepts(phrase.phrase)) return phrase;
    }
    return undefined;
  }
  if (markOf(clauses.items[left]) === ',') left--;
  for (let at = left; at >= 0 && at > left - 4; at--) {
    const phrase = asPhrase(clauses.items[at]!);
    if (phrase && accepts(phrase.phrase) && !phrase.phrase.isPossessive) return phrase;
    // "negotiations in Muscat brokered by": where it was is jumped over.
    if (phrase && posOf(clauses.items[at - 1]) !== 'ADP') return undefined;
    if (phrase) {
      at--;
      continue;
    }
    if (/^[“”"’»]$/.test(markOf(clauses.items[at]))) return beyondQuote(clauses, at, accepts);
    if (['VERB', 'AUX', 'ADP'].includes(posOf(clauses.items[at]))) return undefined;
  }
  return undefined;
}

/** "the 34th Conference “Overcoming Uncertainty”, held in": a title in quotation marks is jumped over. */
function beyondQuote(clauses: Clauses, closing: number, accepts: Accepts): PhraseItem | undefined {
  for (let at = closing - 1; at > 0 && at > closing - 30; at--) {
    if (!/^[“"‘«]$/.test(markOf(clauses.items[at]))) continue;
    const phrase = asPhrase(clauses.items[at - 1]!);
    return phrase && accepts(phrase.phrase) ? phrase : undefined;
  }
  return undefined;
}

/** "together with Kenya" behind a verb: who does it as well. */
export function comitative(clauses: Clauses, from: number, accepts: Accepts): PhraseItem | undefined {
  for (let at = from; at < clauses.items.length && !clauses.isBoundary(at); at++) {
    if (clauses.isFinite(at)) return undefined;
    const isWith =
      wordOf(clauses.items[at + 1]) === 'with' && ['together', 'along', 'jointly'].includes(wordOf(clauses.items[at]));
    if (isWith || wordOf(clauses.items[at]) === 'alongside') return clauses.object(at + 1 + Number(isWith), accepts);
  }
  return undefined;
}

/** The object that stands among the words of a trigger: "elected P as its chair". */
export function objectWithin(clauses: Clauses, from: number, to: number, accepts: Accepts): PhraseItem | undefined {
  for (let at = from + 1; at < to; at++) {
    const phrase = asPhrase(clauses.items[at]!);
    if (phrase && accepts(phrase.phrase)) return phrase;
  }
  return undefined;
}
