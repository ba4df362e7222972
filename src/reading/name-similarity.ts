/**
 * How alike two names of persons are, whatever their order, spelling and transliteration.
 */
import { distance } from 'fastest-levenshtein';
import { foldText } from '../base/fold-text.ts';

/** Words that name nobody. */
const SMALL = new Set([
  'al',
  'el',
  'bin',
  'ibn',
  'von',
  'van',
  'de',
  'der',
  'mr',
  'mrs',
  'ms',
  'dr',
  'sir',
  'king',
  'the',
  'of',
]);

/** One spelling for what transliterations write in many ways: Yerlan and Erlan, Khaji and Haji, Lavrentyev and Lavrentiev. */
export const skeleton = (word: string): string =>
  word
    .replace(/^y(?=[eua])/, '')
    .replace(/kh|gh/g, 'h')
    .replace(/zh|dzh|dj/g, 'j')
    .replace(/sh|ch|cs|cz|sch/g, 's')
    .replace(/ou/g, 'u')
    .replace(/[ck]/g, 'q')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/(.)\1+/g, '$1');

/**
 * From 0 to 1; from 0.88 on the same person may be taken for granted, from 0.77 on it is worth asking.
 * @example
 * nameSimilarity('Alexander Lavrentyev', 'Aleksandr Lavrentiev') > 0.88 // true
 */
export function nameSimilarity(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1 && long.length > 1) return 0;
  const free = new Set(long);
  let sum = 0;
  let factor = 1;
  const [last, surname] = [short.at(-1)!, long.at(-1)!];
  for (const word of short) {
    let best = 0;
    let match: string | undefined;
    for (const candidate of free) {
      const alike = wordSimilarity(word, candidate);
      if (alike > best) [best, match] = [alike, candidate];
    }
    if (match !== undefined) free.delete(match);
    if (best < 0.6) factor *= 0.8;
    sum += best;
  }
  // "John Kerry" is not "Jerry John Rawlings": what one is called by last, the other has not.
  if (free.has(surname) && !long.some((it) => skeleton(it) === skeleton(last))) factor *= 0.8;
  return Math.max(0, (sum / short.length) * factor - 0.03 * free.size);
}

const wordsOf = (name: string): string[] => {
  const words = foldText(name)
    .split(' ')
    .filter((it) => it !== '');
  const named = words.filter((it) => !SMALL.has(it));
  return [...new Set(named.length > 0 ? named : words)];
};

function wordSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? 0.85 : 0;
  const written = Math.max(jaroWinkler(one, other), levenshtein(one, other));
  const [a, b] = [skeleton(one), skeleton(other)];
  return Math.max(written, a === b ? 0.98 : 0.97 * Math.max(jaroWinkler(a, b), levenshtein(a, b)));
}

const levenshtein = (a: string, b: string): number => 1 - distance(a, b) / Math.max(a.length, b.length);

function jaroWinkler(a: string, b: string): number {
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const matched: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - window); j < Math.min(b.length, i + window + 1); j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      matched.push(a[i]!);
      break;
    }
  }
  if (matched.length === 0) return 0;
  const inOther = [...b].filter((_, j) => taken[j]);
  const swapped = matched.filter((it, i) => it !== inOther[i]).length / 2;
  const m = matched.length;
  const jaro = (m / a.length + m / b.length + (m - swapped) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] === b[prefix] && prefix < a.length) prefix++;
  // Only likely pairs gain by a common beginning: "Mohammed" and "Mohan" do not.
  return jaro < 0.7 ? jaro : jaro + prefix * 0.1 * (1 - jaro);
}
