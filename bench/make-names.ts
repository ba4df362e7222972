/**
 * Seeded names as alike as real ones, and the slips that people make in them.
 *
 * Names are put together from 3,000 first and 30,000 last words of few syllables, so that many share a word and many
 * differ by a letter: what a search has to tell apart.
 */
import { seededRandom } from '../src/base/seeded-random.ts';
import type { NodeFact } from '../src/facts/fact.ts';

const SYLLABLES = (
  'an ber cho da el fi gor ha is jo ka lu mo ne or pa qui ra so ti ur va wen xi yo ze bra cle dro fre gla hro kri ' +
  'lan mar nor pre ros sta tri vel'
).split(' ');
const TAILS = ['Council', 'Initiative', 'Ministry', 'Organisation', 'Forum', 'Agency', 'Treaty', 'Committee'];

/** Nodes with a name and up to two aliases: another name, and initials. */
export function makeNames(count: number, seed = 5): NodeFact[] {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const pickEarly = <T>(items: readonly T[]): T => items[Math.floor(random() ** 2 * items.length)]!;
  const word = (): string => {
    const letters = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join('');
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  const first = Array.from({ length: 3000 }, word);
  const last = Array.from({ length: 30_000 }, word);
  return Array.from({ length: count }, (_, i) => {
    const isPerson = random() < 0.7;
    const name = isPerson
      ? `${pickEarly(first)} ${pick(last)}`
      : `${pick(last)} ${pickEarly(first)} ${pickEarly(TAILS)}`;
    const other = `${name.split(' ').at(-1)} ${pickEarly(first)}`;
    const initials = `${name.replace(/(\S)\S*\s*/g, '$1')}${i}`;
    const aliases = [other, initials].slice(0, Math.floor(random() * 3));
    return { id: `node:${i}`, type: 'Thing', properties: { name, aliases } };
  });
}

/** A name with one or two slips: a letter dropped, doubled, swapped or replaced; never a word's first one. */
export function misspell(name: string, slips: number, random: () => number): string {
  let text = name;
  for (let slip = 0; slip < slips; slip++) {
    const places = Array.from(text, (_, i) => i).filter(
      (i) => i > 0 && i < text.length - 1 && text[i] !== ' ' && text[i - 1] !== ' ',
    );
    const i = places[Math.floor(random() * places.length)]!;
    const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)]!;
    const [before, here, next, after] = [text.slice(0, i), text[i]!, text[i + 1]!, text.slice(i + 2)];
    const kind = Math.floor(random() * 4);
    if (kind === 0) text = before + next + after;
    else if (kind === 1) text = before + here + here + next + after;
    else if (kind === 2 && next !== ' ') text = before + next + here + after;
    else text = before + letter + next + after;
  }
  return text;
}
