/**
 * The names that are worth comparing with a question word by word: those with the weightiest words of it.
 *
 * Counting is cheap and comparing is dear, so a rough score is added up along the lists of names, and the best few are
 * kept in a heap. A common word opens no candidates unless it is all there is; it only adds to open ones.
 */
import { type AskedWord, beginningLikeness } from './asked-words.ts';
import type { NameIndex } from './name-index.ts';

/** A word that reaches more names than this is common. */
const COMMON = 4096;

interface Scratch {
  readonly score: Float32Array;
  readonly met: Uint32Array;
  /** 1 + the asked word that last added to a name's score. */
  readonly lastBy: Uint8Array;
}
const scratches = new WeakMap<NameIndex, Scratch>();

/** Up to `count` names for the question, by number, the roughly best first; only those that `accept` lets through. */
export function candidateNames(
  index: NameIndex,
  asked: readonly AskedWord[],
  count: number,
  accept: (name: number) => boolean,
): number[] {
  const { firstPosting, nameOf } = index;
  const { score, met, lastBy } = scratchOf(index);
  const rarestFirst = asked.filter((it) => it.reach > 0).sort((a, b) => a.reach - b.reach);
  let open = 0;
  function addHolders(word: number, more: number, by: number, opens: boolean): void {
    for (let p = firstPosting[word]!, end = firstPosting[word + 1]!; p < end; p++) {
      const name = nameOf[p]!;
      if (score[name] === 0) {
        if (!opens || !accept(name)) continue;
        met[open++] = name;
      } else if (lastBy[name] === by) continue;
      lastBy[name] = by;
      score[name]! += more;
    }
  }
  rarestFirst.forEach((word, i) => {
    const opens = i === 0 || word.reach <= COMMON;
    // The likest come first: an asked word counts once for a name, however many of its words are like it.
    for (const [number, near] of word.near) addHolders(number, word.weight * near.likeness, i + 1, opens);
    for (let number = word.longer.start; number < word.longer.end; number++) {
      addHolders(number, word.weight * beginningLikeness(index, word, number), i + 1, opens);
    }
    for (const name of word.acronymOf) {
      if (score[name] === 0) {
        if (!accept(name)) continue;
        met[open++] = name;
      }
      score[name]! += word.weight;
    }
  });
  const best = new BestNames(count, score, index.firstWord);
  for (let i = 0; i < open; i++) best.offer(met[i]!);
  const names = best.inOrder();
  for (let i = 0; i < open; i++) {
    score[met[i]!] = 0;
    lastBy[met[i]!] = 0;
  }
  return names;
}

function scratchOf(index: NameIndex): Scratch {
  let scratch = scratches.get(index);
  if (!scratch) {
    const { length } = index.written;
    scratch = { score: new Float32Array(length), met: new Uint32Array(length), lastBy: new Uint8Array(length) };
    scratches.set(index, scratch);
  }
  return scratch;
}

/** A heap of the best names seen, the worst of them on top: most offers are turned away by one comparison. */
class BestNames {
  readonly #limit: number;
  readonly #score: Float32Array;
  readonly #firstWord: Uint32Array;
  readonly #heap: number[] = [];

  constructor(limit: number, score: Float32Array, firstWord: Uint32Array) {
    this.#limit = limit;
    this.#score = score;
    this.#firstWord = firstWord;
  }

  offer(name: number): void {
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push(name);
      this.#rise(heap.length - 1);
    } else if (this.#isBetter(name, heap[0]!)) {
      heap[0] = name;
      this.#sink();
    }
  }

  inOrder(): number[] {
    return [...this.#heap].sort((a, b) => (this.#isBetter(a, b) ? -1 : 1));
  }

  /** A higher score; then fewer words, as less of the name is left over; then the lower number. */
  #isBetter(a: number, b: number): boolean {
    const by = this.#score[a]! - this.#score[b]!;
    if (by !== 0) return by > 0;
    const words = this.#length(a) - this.#length(b);
    return words === 0 ? a < b : words < 0;
  }

  #length(name: number): number {
    return this.#firstWord[name + 1]! - this.#firstWord[name]!;
  }

  #rise(at: number): void {
    const heap = this.#heap;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBetter(heap[parent]!, heap[at]!)) return;
      [heap[parent], heap[at]] = [heap[at]!, heap[parent]!];
      at = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && this.#isBetter(heap[worst]!, heap[child]!)) worst = child;
      }
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
      at = worst;
    }
  }
}
