/**
 * A name as the words by which it is searched, the numbers in it, and its acronyms.
 *
 * Words are folded, so every script meets in plain Latin letters. Chinese writes no spaces: each of its characters is a
 * word. Ordinals lose their ending ("34th" is "34"), because numbers tell names apart and endings do not. A name of
 * several words may also go by its initials, although no source lists them.
 */
import { foldText } from '../base/fold-text.ts';

const HAN = /\p{Script=Han}/gu;
const ORDINAL = /^(\d+)(?:st|nd|rd|th|e|er|re|eme|o|a)$/;

/**
 * The searchable words of a text, in its order.
 * @example
 * nameWords('34th Conference of Špoljarić') // ['34', 'conference', 'of', 'spoljaric']
 */
export function nameWords(text: string): string[] {
  const folded = foldText(text.replace(HAN, ' $& '));
  return folded === '' ? [] : folded.split(' ').map((word) => ORDINAL.exec(word)?.[1] ?? word);
}

export const hasDigit = (word: string): boolean => /\d/.test(word);

/**
 * The numbers in a list of words: of "34ic", 34. Four digits are a year or a document; a 34 never speaks against a
 * 2024, only against another number of its kind.
 */
export interface Numbers {
  readonly short: ReadonlySet<string>;
  readonly long: ReadonlySet<string>;
}

export function numbersIn(words: readonly string[]): Numbers {
  const short = new Set<string>();
  const long = new Set<string>();
  for (const word of words) {
    if (!hasDigit(word)) continue;
    for (const [digits] of word.matchAll(/\d+/g))
      (digits.length < 4 ? short : long).add(digits.replace(/^0+(?=\d)/, ''));
  }
  return { short, long };
}

/** Whether each side has a number of one kind that the other lacks: the 34th conference is not the 33rd. */
export function numbersConflict(a: Numbers, b: Numbers): boolean {
  return conflict(a.short, b.short) || conflict(a.long, b.long);
}

function conflict(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !isWithin(a, b) && !isWithin(b, a);
}

const isWithin = (inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean =>
  [...inner].every((it) => outer.has(it));

/** Fewer initials would match by chance. */
const SHORTEST = 3;
/** Lower-case words up to this length are small words; "für", "des", "las". */
const SMALL = 3;

/**
 * The folded acronyms of a name: of its capitalised words, and of all but its small words where that differs. Small words
 * in lower case ("of the", "и", "de la") are left out, as they are in real acronyms; a name may use another script too.
 * @example
 * acronymsOf('International Committee of the Red Cross') // ['icrc']
 * acronymsOf('Международный комитет Красного Креста') // ['mkk', 'mkkk']
 */
export function acronymsOf(name: string): string[] {
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  if (words.length < SHORTEST) return [];
  const isCapital = (word: string): boolean => /^[\p{Lu}\p{N}]/u.test(word);
  const capitals = words.filter(isCapital);
  const long = words.filter((word) => isCapital(word) || word.length > SMALL);
  return [...new Set([capitals, long].filter((it) => it.length >= SHORTEST).map(initials))];
}

// A number stands in an acronym as it is: the 34th International Conference is the 34IC.
const initials = (words: readonly string[]): string =>
  words.map((word) => foldText(/^\d+/.exec(word)?.[0] ?? [...word][0]!)).join('');
