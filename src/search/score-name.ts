/**
 * One name against a question, word by word: which asked word finds which word of the name, and how well.
 *
 * The score is the asked weight that was found. What the name has beyond the question only breaks near-ties: asked for
 * "Kazakhstan", the state comes before its delegation, but a long official name is no worse match for a part of it.
 */
import type { AskedWord } from './asked-words.ts';
import { editDistance } from './edit-distance.ts';
import type { NameIndex } from './name-index.ts';
import { likenessOf } from './word-index.ts';

/** How one asked word was found. */
export type WordMatch = 'SAME' | 'PREFIX' | 'SLIP' | 'ACRONYM';

export interface NameScore {
  /** From 0 to 1: the share of the asked weight that was found. */
  readonly found: number;
  /** From 0 to 1: the share of the name's weight that was asked for. */
  readonly covered: number;
  /** How each asked word was found; undefined where it was not. */
  readonly matches: readonly (WordMatch | undefined)[];
  readonly inOrder: boolean;
}

/** An acronym that no source lists is a guess, if a good one. */
const ACRONYM_LIKENESS = 0.85;
/** Words that differ more than this are different words, however well the rest of the name fits. */
const LEAST_LIKENESS = 0.5;
/** Only short names are compared leniently; in long ones something always looks alike. */
const MOST_LENIENT_WORDS = 8;

/** `leniently`: words may differ by more slips than a word alone may, since the rest of the name speaks for them. */
export function scoreName(index: NameIndex, asked: readonly AskedWord[], name: number, leniently: boolean): NameScore {
  const start = index.firstWord[name]!;
  const end = index.firstWord[name + 1]!;
  const lenient = leniently && end - start <= MOST_LENIENT_WORDS;
  const used = new Set<number>();
  const places: number[] = [];
  let askedWeight = 0;
  let foundWeight = 0;
  let isAcronym = false;
  const matches = asked.map((word): WordMatch | undefined => {
    askedWeight += word.weight;
    if (word.acronymOf.has(name)) {
      isAcronym = true;
      foundWeight += word.weight * ACRONYM_LIKENESS;
      return 'ACRONYM';
    }
    let best = 0;
    let bestPlace = -1;
    let how: WordMatch = 'SAME';
    for (let place = start; place < end; place++) {
      if (used.has(place)) continue;
      const near = word.near.get(index.wordOf[place]!);
      const likeness =
        near?.likeness ?? (lenient ? lenientLikeness(word.text, index.words.words[index.wordOf[place]!]!) : 0);
      if (likeness <= best) continue;
      best = likeness;
      bestPlace = place;
      how = near?.how ?? 'SLIP';
    }
    if (bestPlace === -1) return undefined;
    used.add(bestPlace);
    places.push(bestPlace);
    foundWeight += word.weight * best;
    return how;
  });
  return {
    found: foundWeight / askedWeight,
    covered: isAcronym ? 1 : coveredOf(index, start, end, used),
    matches,
    inOrder: places.every((place, i) => i === 0 || places[i - 1]! < place),
  };
}

function lenientLikeness(asked: string, word: string): number {
  // Below four letters half a word is one letter, and anything looks like anything.
  if (asked.length < 4 || word.length < 4 || /\d/.test(asked) || /\d/.test(word)) return 0;
  const limit = Math.floor(Math.max(asked.length, word.length) * (1 - LEAST_LIKENESS));
  const slips = editDistance(asked, word, limit);
  return slips > limit ? 0 : likenessOf(slips, asked, word);
}

function coveredOf(index: NameIndex, start: number, end: number, used: ReadonlySet<number>): number {
  let all = 0;
  let asked = 0;
  for (let place = start; place < end; place++) {
    const weight = index.weight[index.wordOf[place]!]!;
    all += weight;
    if (used.has(place)) asked += weight;
  }
  return all === 0 ? 0 : asked / all;
}
