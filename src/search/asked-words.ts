/**
 * The words of a question, each with the words of the graph that it may mean and how much it says.
 */
import { type NameIndex, rarity } from './name-index.ts';
import { hasDigit, nameWords } from './name-words.ts';
import { type NearWord, NO_WORDS, type WordSpan } from './word-index.ts';

/** More words say nothing more; a pasted page must not take the server down. */
const MOST_WORDS = 16;
/** Fewer letters begin too many words, unless they are being typed. */
const SHORTEST_BEGINNING = 3;

export interface AskedWord {
  readonly text: string;
  readonly weight: number;
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

export function askWords(index: NameIndex, text: string, leniency: Leniency): AskedWord[] {
  const words = nameWords(text).slice(0, MOST_WORDS);
  const asked = words.flatMap((word, i): AskedWord[] => {
    const near = sameWord(index, word);
    const maybeUnfinished = i === words.length - 1 || (near.size === 0 && word.length >= SHORTEST_BEGINNING);
    const longer = maybeUnfinished && !hasDigit(word) ? index.words.longerThan(word) : NO_WORDS;
    if (leniency === 'FUZZY') for (const it of index.words.near(word)) near.set(it.word, it);
    const halves = near.size + longer.end - longer.start === 0 ? splitJoined(index, word) : undefined;
    return halves
      ? halves.map((half) => askedWord(index, half, sameWord(index, half)))
      : [askedWord(index, word, near, longer)];
  });
  // A word that is like none of the graph's says nothing of its own; it weighs as much as the others do on average.
  const known = asked.filter((it) => it.reach > 0);
  const average = known.reduce((sum, it) => sum + it.weight, 0) / known.length;
  return asked.map((it) => (it.reach > 0 ? it : { ...it, weight: average }));
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
  return { text, weight: weightOf(index, near, longer), near, longer, acronymOf, reach };
}

const sameWord = (index: NameIndex, word: string): Map<number, NearWord> => {
  const same = index.words.find(word);
  return new Map(same === -1 ? [] : [[same, { likeness: 1, how: 'SAME' }]]);
};

/** What a word of the graph may be to an asked one, if it may be anything. */
export function nearWord(index: NameIndex, asked: AskedWord, word: number): NearWord | undefined {
  const near = asked.near.get(word);
  if (word < asked.longer.start || word >= asked.longer.end) return near;
  const likeness = beginningLikeness(index, asked, word);
  return near && near.likeness >= likeness ? near : { likeness, how: 'PREFIX' };
}

/** The more of a word is typed, the likelier it is meant. */
export function beginningLikeness(index: NameIndex, asked: AskedWord, word: number): number {
  return 0.6 + 0.4 * (asked.text.length / index.words.words[word]!.length);
}

/** "redcross" as "red" and "cross", when both are words. */
function splitJoined(index: NameIndex, word: string): [string, string] | undefined {
  if (word.length > 40 || hasDigit(word)) return undefined;
  for (let i = 3; i <= word.length - 3; i++) {
    const [left, right] = [word.slice(0, i), word.slice(i)];
    if (index.words.find(left) !== -1 && index.words.find(right) !== -1) return [left, right];
  }
  return undefined;
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
