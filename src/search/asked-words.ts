/**
 * The words of a question, each with the words of the graph that it may mean and how much it says.
 */
import { type NameIndex, rarity } from './name-index.ts';
import { hasDigit, isHonorific, isSpelt, weightOfTitle } from './name-words.ts';
import { type NearWord, NO_WORDS, type WordSpan } from './word-index.ts';

/** More words say nothing more; a pasted page must not take the server down. */
const MOST_WORDS = 16;
/** Fewer letters begin too many words, unless they are being typed. */
const SHORTEST_BEGINNING = 3;

export interface AskedWord {
  readonly text: string;
  readonly weight: number;
  /** An initial or a title: who is meant is found without it. */
  readonly isOptional: boolean;
  /** Words of the graph that it may be, by number. */
  readonly near: ReadonlyMap<number, NearWord>;
  /** Words of the graph that it may be the beginning of: a span of numbers. */
  readonly longer: WordSpan;
  /** Names of which the word is the acronym. */
  readonly acronymOf: ReadonlySet<number>;
  /** How many names hold a word that may be meant, at most. */
  readonly reach: number;
}

/** Exactly as asked (the last word may be unfinished), or misspelt. */
export type Leniency = 'AS_WRITTEN' | 'FUZZY';

export function askWords(index: NameIndex, words: readonly string[], leniency: Leniency): AskedWord[] {
  const some = words.slice(0, MOST_WORDS);
  const asked = some.flatMap((word, i): AskedWord[] => {
    const near = likeWord(index, word);
    const maybeUnfinished = i === some.length - 1 || (near.size === 0 && word.length >= SHORTEST_BEGINNING);
    const longer = maybeUnfinished && isSpelt(word) ? index.words.longerThan(word) : NO_WORDS;
    if (leniency === 'FUZZY') for (const it of index.words.near(word)) if (!near.has(it.word)) near.set(it.word, it);
    const isKnown = near.size + longer.end - longer.start > 0;
    const pieces = isKnown ? undefined : piecesOf(index, word, SHORTEST_PIECE);
    return pieces
      ? pieces.map((piece) => askedWord(index, piece, likeWord(index, piece)))
      : [askedWord(index, word, near, longer)];
  });
  return weighed(asked.some((it) => it.text.length > 1 && it.reach > 0) ? asked.flatMap(initialsIn) : asked);
}

function askedWord(
  index: NameIndex,
  text: string,
  near: ReadonlyMap<number, NearWord>,
  longer: WordSpan = NO_WORDS,
): AskedWord {
  const acronymOf = new Set(index.acronyms.find(text));
  let reach = acronymOf.size + holders(index, longer);
  for (const word of near.keys()) reach += holders(index, { start: word, end: word + 1 });
  return { text, weight: weightOf(index, near, longer), isOptional: false, near, longer, acronymOf, reach };
}

/** A letter beside words, or two or three that are no word, as initials: "K. Forbes", "KJ Forbes". */
function initialsIn(word: AskedWord): AskedWord[] {
  const { text, reach } = word;
  if (!isSpelt(text) || text.length > 3 || (text.length > 1 && reach > 0)) return [word];
  return [...text].map((letter) => ({
    text: letter,
    weight: 0,
    isOptional: true,
    near: new Map(),
    longer: NO_WORDS,
    acronymOf: new Set(),
    reach: 0,
  }));
}

/** What an initial weighs beside an average word, and a number: others have the same one. */
const INITIAL = 0.08;
const NUMBER = 0.6;

/**
 * The words with their weights beside each other. A word that is like none of the graph's says nothing of its own: it
 * weighs as much as the others do on average.
 */
function weighed(asked: readonly AskedWord[]): AskedWord[] {
  const known = asked.filter((it) => it.reach > 0 && weightOfTitle(it.text) === 1);
  const weights = (known.length > 0 ? known : asked).map((it) => it.weight);
  const average = weights.reduce((sum, it) => sum + it, 0) / weights.length;
  const hasOthers = asked.some((it) => !it.isOptional && weightOfTitle(it.text) === 1);
  return asked.map((it) => {
    if (it.isOptional) return { ...it, weight: average * INITIAL };
    const factor = hasOthers ? weightOfTitle(it.text) : 1;
    const own = it.reach > 0 ? it.weight : average;
    if (factor < 1) return { ...it, weight: Math.min(own, average) * factor, isOptional: isHonorific(it.text) };
    return { ...it, weight: /^\d+$/.test(it.text) ? Math.min(own, average * NUMBER) : own };
  });
}

/** An asked word by itself or by another spelling of its sound. */
const SOUND = 0.95;
function likeWord(index: NameIndex, word: string): Map<number, NearWord> {
  const same = index.words.find(word);
  const like = new Map<number, NearWord>(same === -1 ? [] : [[same, { likeness: 1, how: 'SAME' }]]);
  for (const it of index.words.soundingLike(word)) like.set(it, { likeness: SOUND, how: 'FUZZY' });
  return like;
}

/** What a word of the graph may be to an asked one, if it may be anything. */
export function nearWord(index: NameIndex, asked: AskedWord, word: number): NearWord | undefined {
  const near = asked.near.get(word);
  const text = index.words.words[word]!;
  if (text.length === 1 || (asked.isOptional && asked.text.length === 1)) return near ?? initialOf(asked.text, text);
  if (word < asked.longer.start || word >= asked.longer.end) return near;
  const likeness = beginningLikeness(index, asked, word);
  return near && near.likeness >= likeness ? near : { likeness, how: 'PREFIX' };
}

/** An initial and a word that begins with it, whichever of the two was asked for. */
function initialOf(asked: string, text: string): NearWord | undefined {
  if (asked[0] !== text[0] || !isSpelt(asked)) return undefined;
  return { likeness: asked === text ? 1 : asked.length === 1 ? 0.9 : 0.7, how: 'INITIAL' };
}

/** The more of a word is typed, the likelier it is meant. */
export function beginningLikeness(index: NameIndex, asked: AskedWord, word: number): number {
  return 0.6 + 0.4 * (asked.text.length / index.words.words[word]!.length);
}

const SHORTEST_PIECE = 3;
const MOST_PIECES = 6;
/** Longer texts are no words that lost their blanks. */
const LONGEST_JOINED = 60;

/**
 * A text without blanks as the fewest words of the graph, of `shortest` letters or more: "redcross" as "red" and "cross".
 * Undefined when it is not made of words, or is one.
 */
export function piecesOf({ words }: NameIndex, joined: string, shortest: number): string[] | undefined {
  if (joined.length > LONGEST_JOINED || hasDigit(joined)) return undefined;
  // best[i]: the fewest words that make the first i letters.
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= joined.length; end++) {
    for (let start = 0; start <= end - shortest; start++) {
      const before = best[start];
      const isBetter = before && before.length < Math.min(best[end]?.length ?? MOST_PIECES + 1, MOST_PIECES + 1) - 1;
      if (isBetter && words.find(joined.slice(start, end)) !== -1) best[end] = [...before, joined.slice(start, end)];
    }
  }
  const pieces = best[joined.length];
  return pieces && pieces.length > 0 ? [...pieces] : undefined;
}

/** How many names hold words of a span. */
const holders = ({ firstPosting }: NameIndex, { start, end }: WordSpan): number =>
  firstPosting[end]! - firstPosting[start]!;

/** The weight of the word that is most likely meant; of a beginning, that of all it may become taken together. */
function weightOf(index: NameIndex, near: ReadonlyMap<number, NearWord>, longer: WordSpan): number {
  let best = -1;
  let likeness = 0;
  for (const [word, it] of near) if (it.likeness > likeness) [best, likeness] = [word, it.likeness];
  if (best === -1 && longer.end > longer.start) return rarity(index.written.length, holders(index, longer));
  return index.weight[best === -1 ? index.words.words.length : best]!;
}
