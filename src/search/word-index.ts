/**
 * All distinct words of all names: found exactly, by their beginning, or by their letters when they are misspelt.
 *
 * A word is looked up in a sorted list. A misspelt one is looked for among the words that share enough *trigrams*
 * (pieces of three letters) with it, and only those are compared letter by letter.
 */
import { editDistance, slipsAllowed } from './edit-distance.ts';
import { hasDigit } from './name-words.ts';

/** A word that may be meant, and how like the asked one it is: 1 for the word itself. */
export interface NearWord {
  readonly word: number;
  readonly likeness: number;
  readonly how: 'SAME' | 'PREFIX' | 'SLIP';
}

const LETTERS = 37; // space, a–z, 0–9
const GRAMS = LETTERS ** 3;

const letterCode = (code: number): number => (code >= 97 ? code - 96 : code >= 48 ? code - 21 : 0);

export class WordIndex {
  /** Sorted; a word's number is its place. */
  readonly words: readonly string[];
  /** Gram g is in the words gramWord[firstOfGram[g]] … up to firstOfGram[g + 1], excluded. */
  readonly #firstOfGram = new Uint32Array(GRAMS + 1);
  readonly #gramWord: Uint32Array;
  // Scratch of one look-up; all zeros between two.
  readonly #shared: Uint8Array;
  readonly #met: Uint32Array;

  constructor(words: Iterable<string>) {
    this.words = [...new Set(words)].sort();
    for (const word of this.words) for (const gram of gramsOf(word)) this.#firstOfGram[gram + 1]!++;
    for (let gram = 0; gram < GRAMS; gram++) this.#firstOfGram[gram + 1]! += this.#firstOfGram[gram]!;
    const next = this.#firstOfGram.slice();
    this.#gramWord = new Uint32Array(this.#firstOfGram[GRAMS]!);
    this.words.forEach((word, number) => {
      for (const gram of gramsOf(word)) this.#gramWord[next[gram]!++] = number;
    });
    this.#shared = new Uint8Array(this.words.length);
    this.#met = new Uint32Array(this.words.length);
  }

  /** The number of a word, or -1. */
  find(word: string): number {
    const place = this.#firstNotBefore(word);
    return this.words[place] === word ? place : -1;
  }

  /** The span of words that begin with `beginning`, `end` excluded. */
  span(beginning: string): { start: number; end: number } {
    // No word holds a character above 'z', so this ends the span.
    return { start: this.#firstNotBefore(beginning), end: this.#firstNotBefore(`${beginning}{`) };
  }

  /** Words within the slips that `asked` may have, in no special order; never those with digits. */
  near(asked: string): NearWord[] {
    const limit = slipsAllowed(asked.length);
    if (limit === 0 || hasDigit(asked)) return [];
    const grams = gramsOf(asked);
    const met = this.#countShared(grams);
    // A slip breaks three grams, so a word within the limit shares the rest; a swap breaks four, hence the floor of 1.
    const needed = Math.max(1, grams.length - 3 * limit);
    const found: NearWord[] = [];
    for (let i = 0; i < met; i++) {
      const word = this.#met[i]!;
      const shared = this.#shared[word]!;
      this.#shared[word] = 0;
      if (shared < needed) continue;
      const text = this.words[word]!;
      const slips = editDistance(asked, text, limit);
      if (slips > limit || slips === 0) continue;
      found.push({ word, likeness: likenessOf(slips, asked, text), how: 'SLIP' });
    }
    return found;
  }

  /** Counts, for each word, the grams it shares; answers how many words share any. */
  #countShared(grams: readonly number[]): number {
    const shared = this.#shared;
    let met = 0;
    for (const gram of grams) {
      for (let place = this.#firstOfGram[gram]!, end = this.#firstOfGram[gram + 1]!; place < end; place++) {
        const word = this.#gramWord[place]!;
        if (shared[word]!++ === 0) this.#met[met++] = word;
      }
    }
    return met;
  }

  #firstNotBefore(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.words[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** How alike two words are that are `slips` apart, from 0 to 1. */
export function likenessOf(slips: number, a: string, b: string): number {
  return 1 - slips / Math.max(a.length, b.length);
}

/** Distinct trigrams of a word between spaces, two before it: its beginning counts most. None for words with digits. */
function gramsOf(word: string): number[] {
  if (hasDigit(word)) return [];
  const grams: number[] = [];
  let gram = 0;
  for (let i = 0; i <= word.length; i++) {
    gram = ((gram * LETTERS) % GRAMS) + (i < word.length ? letterCode(word.charCodeAt(i)) : 0);
    if (!grams.includes(gram)) grams.push(gram);
  }
  return grams;
}
