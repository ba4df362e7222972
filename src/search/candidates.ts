/**
 * The names that are worth comparing with a question word by word: those with the weightiest words of it.
 *
 * Counting is cheap and comparing is dear, so a rough score is added up along the lists of names, and the best few are
 * kept in a heap. A common word opens no candidates unless it is all there is; it only adds to open ones.
 */
import { MinHeap } from '../base/min-heap.ts';
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
  const names = bestOf(met.subarray(0, open), count, score, index.firstWord);
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

/** The best names, the best first: a higher score; then fewer words, as less of the name is left over; then the lower number. */
function bestOf(names: Uint32Array, count: number, score: Float32Array, firstWord: Uint32Array): number[] {
  const length = (name: number): number => firstWord[name + 1]! - firstWord[name]!;
  const worseFirst = (a: number, b: number): number => score[a]! - score[b]! || length(b) - length(a) || b - a;
  // The worst of the best is on top, so most names are turned away by one comparison.
  const best = new MinHeap<number>(worseFirst);
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    if (best.size < count) best.push(name);
    else if (worseFirst(name, best.peek()!) > 0) best.replace(name);
  }
  return Array.from({ length: best.size }, () => best.pop()!).reverse();
}
