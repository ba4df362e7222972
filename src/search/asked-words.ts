/**
 * The words of a question, each with the words of the graph that it may mean and how much it says.
 */

import type { NameIndex } from './name-index.ts';
import { hasDigit, nameWords } from './name-words.ts';
import type { NearWord } from './word-index.ts';

/** More words say nothing more; a pasted page must not take the server down. */
const MOST_WORDS = 16;
/** Of words that merely begin as asked, the shortest are taken. */
const MOST_COMPLETIONS = 256;
/** Fewer letters begin too many words, unless they are being typed. */
const SHORTEST_BEGINNING = 3;

export interface AskedWord {
  readonly text: string;
  readonly weight: number;
  /** Words of the graph by number. */
  readonly near: ReadonlyMap<number, NearWord>;
  /** Names of which the word is the acronym. */
  readonly acronymOf: ReadonlySet<number>;
  /** How many names hold a near word, at most. */
  readonly reach: number;
}

/** Exactly as asked (the last word may be unfinished), or with slips allowed. */
export type Leniency = 'AS_WRITTEN' | 'WITH_SLIPS';

export function askWords(index: NameIndex, text: string, leniency: Leniency): AskedWord[] {
  const words = nameWords(text).slice(0, MOST_WORDS);
  const asked = words.flatMap((word, i): AskedWord[] => {
    const near = nearWords(index, word, i === words.length - 1, leniency);
    const halves = near.size === 0 && leniency === 'WITH_SLIPS' ? splitJoined(index, word) : undefined;
    return halves
      ? halves.map((half) => askedWord(index, half, sameWord(index, half)))
      : [askedWord(index, word, near)];
  });
  // A word that is like none of the graph's says nothing of its own; it weighs as much as the others do on average.
  const known = asked.filter((it) => it.reach > 0);
  const average = known.reduce((sum, it) => sum + it.weight, 0) / known.length;
  return asked.map((it) => (it.reach > 0 ? it : { ...it, weight: average }));
}

function askedWord(index: NameIndex, text: string, near: ReadonlyMap<number, NearWord>): AskedWord {
  const acronymOf = new Set(index.acronyms.find(text));
  return { text, weight: weightOf(index, near), near, acronymOf, reach: reachOf(index, near, acronymOf) };
}

const sameWord = (index: NameIndex, word: string): Map<number, NearWord> => {
  const same = index.words.find(word);
  return new Map(same === -1 ? [] : [[same, { word: same, likeness: 1, how: 'SAME' }]]);
};

function nearWords(index: NameIndex, word: string, isLast: boolean, leniency: Leniency): Map<number, NearWord> {
  const near = sameWord(index, word);
  const isKnown = near.size > 0;
  const add = (it: NearWord): void => {
    if ((near.get(it.word)?.likeness ?? 0) < it.likeness) near.set(it.word, it);
  };
  const maybeUnfinished = isLast || (!isKnown && word.length >= SHORTEST_BEGINNING);
  if (maybeUnfinished && !hasDigit(word)) for (const it of completions(index, word)) add(it);
  if (leniency === 'WITH_SLIPS') for (const it of index.words.near(word)) add(it);
  return near;
}

function completions(index: NameIndex, word: string): NearWord[] {
  const { words } = index.words;
  const { start, end } = index.words.span(word);
  const longer: number[] = [];
  for (let i = start; i < end; i++) if (words[i]!.length > word.length) longer.push(i);
  if (longer.length > MOST_COMPLETIONS) longer.sort((a, b) => words[a]!.length - words[b]!.length || a - b);
  return longer.slice(0, MOST_COMPLETIONS).map((it) => {
    const likeness = 0.6 + 0.4 * (word.length / words[it]!.length);
    return { word: it, likeness, how: 'PREFIX' };
  });
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

const holders = (index: NameIndex, word: number): number => index.firstPosting[word + 1]! - index.firstPosting[word]!;

function reachOf(index: NameIndex, near: ReadonlyMap<number, NearWord>, acronymOf: ReadonlySet<number>): number {
  let reach = acronymOf.size;
  for (const word of near.keys()) reach += holders(index, word);
  return reach;
}

/** The weight of the word that is most likely meant. */
function weightOf(index: NameIndex, near: ReadonlyMap<number, NearWord>): number {
  let best: NearWord | undefined;
  for (const it of near.values()) if (!best || it.likeness > best.likeness) best = it;
  return index.weight[best?.word ?? index.words.words.length]!;
}
