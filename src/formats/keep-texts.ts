/**
 * Texts of numbers, remembered: days repeat and the calendar is slow, hubs repeat and escaping is slow.
 *
 * Each slot keeps the text of the last number that fell into it, so memory stays the same however many there are.
 */
import { flat } from './coded-text.ts';

const SLOTS = 65_536;
const NOTHING = -2_147_483_648;

/** A function that gives what `make` gives for a number above -2^31, which is asked again only when it was forgotten. */
export function keepTexts(make: (number: number) => string): (number: number) => string {
  const numbers = new Int32Array(SLOTS).fill(NOTHING);
  const texts = new Array<string>(SLOTS).fill('');
  return (number) => {
    const slot = number & (SLOTS - 1);
    if (numbers[slot] === number) return texts[slot]!;
    numbers[slot] = number;
    return (texts[slot] = flat(make(number)));
  };
}
