/**
 * A name as the words by which it is searched, the numbers in it, and its acronyms.
 *
 * Words are folded, so every script meets in plain Latin letters. Chinese writes no spaces and its signs sound alike: a run
 * of signs is searched by its pairs of neighbours as they are written, and apart from that by its sound. Ordinals and
 * Roman numerals are numbers ("34th" is "34", "III" is "3"), because numbers tell names apart and spellings do not. A name
 * of several words may also go by its initials, although no source lists them.
 */
import { foldText } from '../base/fold-text.ts';

const HAN = /(\p{Script=Han}+)/u;
const ORDINAL = /^(\d+)(?:st|nd|rd|th|e|er|re|eme|o|a)$/;
/** A capital or small I alone counts behind another word only, and not as an initial with a full stop. */
const ONE = /(?<=[\p{L}\p{N}] )[Ii](?![\p{L}\p{N}.'’])/gu;
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
/** Roman numerals up to 39; but "Xi" is a name, and so may "Vi" be. */
const ROMAN = /^(?!xi$|vi$)(?=..)(x{0,3})(ix|iv|v?i{0,3})$/;
const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** The number that a word stands for: `10` of "tenth", `22` of "xxii", `34` of "34th". */
function numeralOf(word: string): string | undefined {
  const ordinal = ordinals.indexOf(word);
  if (ordinal !== -1) return String(ordinal + 1);
  const [, tens = '', unit = ''] = ROMAN.exec(word) ?? [word];
  return tens + unit === word ? String(tens.length * 10 + units.indexOf(unit)) : ORDINAL.exec(word)?.[1];
}

export const hasHan = (text: string): boolean => HAN.test(text);

/**
 * The searchable words of a text, in its order.
 * @example
 * nameWords('34th Conference of Špoljarić') // ['34', 'conference', 'of', 'spoljaric']
 * nameWords('红十字') // ['红十', '十字']
 */
export const nameWords = (text: string): string[] =>
  hasHan(text)
    ? text.split(HAN).flatMap((part, i) => (i % 2 === 1 ? pairsOf(part) : plainWords(part)))
    : plainWords(text);

/** The words of a text as they sound, each sign of Chinese by itself: `['hong', 'shi', 'zi']`. */
export const soundWords = (text: string): string[] => plainWords(text.replace(/\p{Script=Han}/gu, ' $& '));

function plainWords(text: string): string[] {
  const folded = foldText(text.replace(ONE, '1'));
  return folded === '' ? [] : folded.split(' ').map((word) => numeralOf(word) ?? word);
}

function pairsOf(run: string): string[] {
  const signs = [...run];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
}

export const hasDigit = (word: string): boolean => /\d/.test(word);

/** Whether a word can be misspelt: numbers and signs are others then. */
export const isSpelt = (word: string): boolean => /^[a-z]+$/.test(word);

/** Spellings of one sound, in the order in which they are made one. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch/g, 'ch'],
  [/sch/g, 'sh'],
  [/dzh|zh|dj/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|[cq](?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/tz/g, 'ts'],
  [/y/g, 'i'],
  [/(?<=[aeou])i(?=[aeou])/g, ''],
  [/[ou]u|oo/g, 'u'],
  [/([aou])e/g, '$1'],
  [/(.)\1+/g, '$1'],
  [/(?<=[aeiou])h$/, ''],
  [/(?<=...)s$/, ''],
];

/**
 * What spellings of one sound have in common: Tokaev and Tokayev, Zhaparov and Japarov, Mueller and Müller, a word and its
 * plural.
 */
export function soundOf(word: string): string {
  // Acronyms and short words have spellings, and hardly a sound.
  if (word.length < SHORTEST_SOUND || !/^[a-z]+$/.test(word) || !/[aeiouy]/.test(word)) return word;
  const sound = sounds.reduce((text, [from, to]) => text.replace(from, to), word);
  return sound.length < SHORTEST_SOUND - 1 ? word : sound;
}
const SHORTEST_SOUND = 4;

/** Words before names that say nothing of who is meant. */
const honorifics = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady he hh hrh excellency hon honourable honorable rev amb gen col capt m mme mlle monsieur madame herr frau senor senora don dona sr sra'.split(
    ' ',
  ),
);
/** Posts that stand before names: they say little of who is meant. */
const posts = new Set(
  'president minister ambassador secretary general chancellor premier prime foreign director deputy vice chief head chair chairman chairwoman commissioner representative envoy king queen prince princess sheikh emir sultan'.split(
    ' ',
  ),
);

/** How much a word says beside a surname, from 0 to 1. */
export const weightOfTitle = (word: string): number => (honorifics.has(word) ? 0.02 : posts.has(word) ? 0.4 : 1);
export const isHonorific = (word: string): boolean => honorifics.has(word);

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
