/**
 * One name against a question, word by word: which asked word finds which word of the name, and how well.
 *
 * The score is what of the question is found. What the name has beyond it only breaks near-ties: asked for "Kazakhstan",
 * the state comes before its delegation, but a long official name is no worse match for a part of it.
 */
import { type AskedWord, nearWord } from './asked-words.ts';
import { EditDistance, LONGEST_ASKED } from './edit-distance.ts';
import type { NameIndex } from './name-index.ts';
import { isSpelt } from './name-words.ts';
import { likenessOf, type NearWord } from './word-index.ts';

/** How one asked word was found. */
export type WordMatch = NearWord['how'] | 'ACRONYM';

export interface NameScore {
  readonly name: number;
  /** From 0 to 1: how much of the question is in the name. */
  readonly found: number;
  /** From 0 to 1: the share of the name's weight that was asked for. */
  readonly covered: number;
  /** How each asked word was found; undefined where it was not. */
  readonly matches: readonly (WordMatch | undefined)[];
  /** Where in the name each asked word was found; -1 where it was not, or is an acronym. */
  readonly places: readonly number[];
  /** Whether every word is found, titles and initials aside. */
  readonly isComplete: boolean;
  readonly inOrder: boolean;
}

/** An acronym that no source lists is a guess: a good one alone, a bad one among other words. */
const ACRONYM_ALONE = 0.85;
const ACRONYM_AMONG_WORDS = 0.6;

/** `distances`: the asked words once more, when words may differ by more than one word alone may. */
export function scoreName(
  index: NameIndex,
  asked: readonly AskedWord[],
  name: number,
  distances?: readonly (EditDistance | undefined)[],
): NameScore {
  const start = index.firstWord[name]!;
  const end = index.firstWord[name + 1]!;
  const lenient = end - start <= MOST_LENIENT_WORDS ? distances : undefined;
  const used: number[] = [];
  const matches: (WordMatch | undefined)[] = [];
  const places: number[] = [];
  let weights = 0;
  let letters = 0;
  for (const word of asked) {
    weights += word.weight;
    letters += word.text.length;
  }
  let found = 1;
  let isAcronym = false;
  for (let i = 0; i < asked.length; i++) {
    const word = asked[i]!;
    let best = 0;
    let bestPlace = -1;
    let how: WordMatch | undefined;
    if (word.acronymOf.has(name)) {
      isAcronym = true;
      how = 'ACRONYM';
      best = asked.length === 1 ? ACRONYM_ALONE : ACRONYM_AMONG_WORDS;
    } else {
      for (let place = start; place < end; place++) {
        const number = index.wordOf[place]!;
        const near = nearWord(index, word, number);
        const likeness = near?.likeness ?? lenientLikeness(lenient?.[i], index.words.words[number]!);
        if (likeness <= best || used.includes(place)) continue;
        if (near?.how === 'INITIAL' && !word.isOptional && !isAnchored(index, asked, start, end)) continue;
        best = likeness;
        bestPlace = place;
        how = near?.how ?? 'FUZZY';
      }
      if (how !== undefined) used.push(bestPlace);
    }
    matches.push(how);
    places.push(bestPlace);
    // A missing word costs its weight. A misspelt one costs by its letters, as slips of the hand do not ask how rare a word is; yet
    // never more than if it were missing.
    const weight = word.weight / weights;
    found -= how === undefined ? weight : (1 - best) * Math.min(weight, word.text.length / letters);
  }
  return {
    name,
    found,
    covered: isAcronym ? 1 : coveredOf(index, start, end, used),
    matches,
    places,
    isComplete: asked.every((it, i) => it.isOptional || matches[i] !== undefined),
    inOrder: used.every((place, i) => i === 0 || used[i - 1]! < place),
  };
}

/**
 * Whether a whole word of the question is in the name: beside it, an initial of the name may stand for another word, as in
 * "Abdul Koroma" and "A. K. Koroma".
 */
function isAnchored({ words, wordOf }: NameIndex, asked: readonly AskedWord[], start: number, end: number): boolean {
  return asked.some(({ text }) => {
    const number = text.length < SHORTEST || !isSpelt(text) ? -1 : words.find(text);
    return number !== -1 && wordOf.subarray(start, end).includes(number);
  });
}

/** Letters by which the misspelt words of a question differ from those of the name. */
export function editsIn(index: NameIndex, asked: readonly AskedWord[], { matches, places }: NameScore): number {
  return asked.reduce((sum, { text }, i) => {
    if (matches[i] !== 'FUZZY' || text.length > LONGEST_ASKED) return sum;
    return sum + new EditDistance(text).to(index.words.words[index.wordOf[places[i]!]!]!);
  }, 0);
}

/** Words that differ by more are different words, however well the rest of the name fits. */
const LEAST_LIKENESS = 0.4;
const MOST_EDITS = 3;
/** Only short names are compared leniently; in long ones something always looks alike. */
const MOST_LENIENT_WORDS = 8;
/** In shorter words, half is one letter. */
const SHORTEST = 3;

/** The words of a question to be compared leniently; undefined for those that never are. */
export const lenientDistances = (asked: readonly AskedWord[]): (EditDistance | undefined)[] =>
  asked.map(({ text }) =>
    text.length < SHORTEST || text.length > LONGEST_ASKED || !isSpelt(text) ? undefined : new EditDistance(text),
  );

function lenientLikeness(distance: EditDistance | undefined, word: string): number {
  if (distance === undefined || word.length <= SHORTEST || !isSpelt(word)) return 0;
  const { asked } = distance;
  const limit = Math.min(MOST_EDITS, Math.max(asked.length, word.length) / 2);
  if (Math.abs(asked.length - word.length) > limit) return 0;
  const away = distance.to(word);
  const likeness = away > limit ? 0 : likenessOf(away, asked, word);
  return likeness < LEAST_LIKENESS ? 0 : likeness;
}

function coveredOf(index: NameIndex, start: number, end: number, used: readonly number[]): number {
  if (used.length === end - start) return 1;
  let all = 0;
  let asked = 0;
  for (let place = start; place < end; place++) {
    const weight = index.weight[index.wordOf[place]!]!;
    all += weight;
    if (used.includes(place)) asked += weight;
  }
  return asked / all;
}
