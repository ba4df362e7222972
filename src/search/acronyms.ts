/**
 * The acronyms that a name may go by although no source lists them: ICRC of "International Committee of the Red Cross".
 *
 * Small words in lower case ("of the", "и", "de la") are left out, as they are in real acronyms. A name may use them in
 * another script too: МККК is read from its Russian name, then folded like everything else.
 */
import { foldText } from '../base/fold-text.ts';

/** Fewer initials would match by chance. */
const SHORTEST = 3;
/** Lower-case words up to this length are small words; "für", "des", "las". */
const SMALL = 3;

/**
 * The folded acronyms of a name: of its capitalised words, and of all but its small words where that differs.
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
