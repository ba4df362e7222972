/**
 * All distinct words of all names: found exactly, by their beginning, or by their letters when they are misspelt.
 *
 * A word is looked up in a sorted list. A misspelt one is looked for among the words that share enough *trigrams*
 * (pieces of three letters) with it, and only those are compared letter by letter.
 */
import { addTo } from '../base/group-by.ts';
import { lowerBound } from '../base/lower-bound.ts';
import { EditDistance, LONGEST_ASKED } from './edit-distance.ts';
import { isSpelt, soundOf } from './name-words.ts';

/** What a word may be to an asked one, and how like it: 1 for the word itself. */
export interface NearWord {
  readonly likeness: number;
  readonly how: 'SAME' | 'PREFIX' | 'INITIAL' | 'FUZZY';
}

/** Words by number, `end` excluded. */
export interface WordSpan {
  readonly start: number;
  readonly end: number;
}

export const NO_WORDS: WordSpan = { start: 0, end: 0 };

const LETTERS = 27; // space, a–z
const GRAMS = LETTERS ** 3;

export class WordIndex {
  /** Sorted; a word's number is its place. */
  readonly words: readonly string[];
  /** Gram g is in the words gramWord[firstOfGram[g]] … up to firstOfGram[g + 1], excluded, the shortest first. */
  readonly #firstOfGram = new Uint32Array(GRAMS + 1);
  readonly #gramWord: Uint32Array;
  readonly #lengths: Uint8Array;
  /** Words by their sound, but those that are alone with it and spelt so. */
  readonly #bySound: ReadonlyMap<string, readonly number[]>;
  // Scratch of one look-up; all zeros between two.
  readonly #shared: Uint8Array;
  readonly #met: Uint32Array;

  /** The index of some words, made in steps between which others may have a turn. */
  static *of(words: Iterable<string>): Generator<unknown, WordIndex> {
    const sorted = [...new Set(words)].sort();
    yield;
    const bySound = new Map<string, number[]>();
    for (const [word, text] of sorted.entries()) {
      if (word % 256 === 0) yield;
      addTo(bySound, soundOf(text), word);
    }
    yield;
    for (const [sound, alike] of bySound) if (alike.length === 1 && sorted[alike[0]!] === sound) bySound.delete(sound);
    return new WordIndex(sorted, bySound);
  }

  /** `words` are sorted, each once. */
  private constructor(words: readonly string[], bySound: ReadonlyMap<string, readonly number[]>) {
    this.words = words;
    for (const word of this.words) for (const gram of gramsOf(word)) this.#firstOfGram[gram + 1]!++;
    for (let gram = 0; gram < GRAMS; gram++) this.#firstOfGram[gram + 1]! += this.#firstOfGram[gram]!;
    const next = this.#firstOfGram.slice();
    this.#gramWord = new Uint32Array(this.#firstOfGram[GRAMS]!);
    this.#lengths = Uint8Array.from(this.words, (word) => Math.min(word.length, 255));
    const shortestFirst = Uint32Array.from(this.words, (_, word) => word);
    shortestFirst.sort((a, b) => this.#lengths[a]! - this.#lengths[b]! || a - b);
    for (const word of shortestFirst) {
      for (const gram of gramsOf(this.words[word]!)) this.#gramWord[next[gram]!++] = word;
    }
    this.#bySound = bySound;
    this.#shared = new Uint8Array(this.words.length);
    this.#met = new Uint32Array(this.words.length);
  }

  /** The number of a word, or -1. */
  find(word: string): number {
    const place = this.#firstNotBefore(word);
    return this.words[place] === word ? place : -1;
  }

  /** Other spellings of the sound of `asked`. */
  soundingLike(asked: string): number[] {
    if (!isSpelt(asked)) return [];
    const sound = soundOf(asked);
    return (this.#bySound.get(sound) ?? [this.find(sound)]).filter((it) => it !== -1 && this.words[it] !== asked);
  }

  /** The words that begin with `beginning` and go on. */
  longerThan(beginning: string): WordSpan {
    const start = this.#firstNotBefore(beginning);
    // No word but one of signs holds a character above 'z', so this ends the span.
    const end = this.#firstNotBefore(`${beginning}{`);
    return { start: this.words[start] === beginning ? start + 1 : start, end };
  }

  /** Words within the edit distance that `asked` allows, the likest first; never numbers or signs. */
  near(asked: string): (NearWord & { readonly word: number })[] {
    const most = editsAllowed(asked.length);
    if (most === 0 || asked.length > LONGEST_ASKED || !isSpelt(asked)) return [];
    const grams = gramsOf(asked);
    const distance = new EditDistance(asked);
    const found: (NearWord & { readonly word: number })[] = [];
    // Three edits make so many words alike that they are only sought when fewer find none.
    for (let limit = Math.min(2, most); limit <= most && found.length === 0; limit++) {
      const met = this.#countShared(grams, asked.length - limit, asked.length + limit);
      for (let i = 0; i < met; i++) {
        const word = this.#met[i]!;
        const shared = this.#shared[word]!;
        this.#shared[word] = 0;
        // An edit breaks three grams at most, a swap four; one swap is allowed for. A word within the limit shares the rest.
        if (shared < Math.max(asked.length, this.#lengths[word]!) - 3 * limit) continue;
        const text = this.words[word]!;
        const away = distance.to(text);
        if (away > 0 && away <= limit) found.push({ word, likeness: likenessOf(away, asked, text), how: 'FUZZY' });
      }
    }
    return found.sort((a, b) => b.likeness - a.likeness || a.word - b.word);
  }

  /** Counts, for each word of `shortest` to `longest` letters, the grams it shares; answers how many words share any. */
  #countShared(grams: readonly number[], shortest: number, longest: number): number {
    const shared = this.#shared;
    const met = this.#met;
    const words = this.#gramWord;
    let count = 0;
    for (const gram of grams) {
      const end = this.#firstLonger(gram, longest);
      for (let place = this.#firstLonger(gram, shortest - 1); place < end; place++) {
        const word = words[place]!;
        if (shared[word] === 0) met[count++] = word;
        shared[word]!++;
      }
    }
    return count;
  }

  /** The first place among a gram's words with more letters than `length`. */
  #firstLonger(gram: number, length: number): number {
    let low = this.#firstOfGram[gram]!;
    let high = this.#firstOfGram[gram + 1]!;
    // Not `lowerBound`: a call for each comparison makes a misspelt word a quarter dearer.
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#lengths[this.#gramWord[middle]!]! <= length) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #firstNotBefore(word: string): number {
    return lowerBound(0, this.words.length, (it) => this.words[it]! < word);
  }
}

/** How many edits a word may need and still be meant: none in two letters, three in nine and more. */
const editsAllowed = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3);

/** Slips of the hand seldom hit the first letter of a word: one that does counts for more. */
const FIRST_LETTER = 0.08;

/**
 * How like a word is to the asked one that is `edits` away from it, from 0 to 1. The longer of the two counts: letters that the
 * hand left out make a word no other.
 */
export function likenessOf(edits: number, asked: string, word: string): number {
  const letters = Math.max(asked.length, word.length, 3);
  return Math.max(0, 1 - edits / letters - (asked[0] === word[0] ? 0 : FIRST_LETTER));
}

/** Distinct trigrams of a word between spaces, two before it: its beginning counts most. None for numbers and signs. */
function gramsOf(word: string): number[] {
  if (!isSpelt(word)) return [];
  const grams: number[] = [];
  let gram = 0;
  for (let i = 0; i <= word.length; i++) {
    gram = ((gram * LETTERS) % GRAMS) + (i < word.length ? word.charCodeAt(i) - 96 : 0);
    if (!grams.includes(gram)) grams.push(gram);
  }
  return grams;
}
