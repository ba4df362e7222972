/**
 * A text that stands by itself: a piece that was cut out of another keeps that one in memory, however long it is.
 */

/** Shorter pieces are copied by the engine anyway. */
const SHORTEST = 13;
const PRINTED = /^[ -~]*$/;

export function ownText(text: string): string {
  if (text.length < SHORTEST) return text;
  // Through bytes where a character is one; JSON keeps what is no whole character as it is.
  if (PRINTED.test(text)) return Buffer.from(text, 'latin1').toString('latin1');
  return JSON.parse(JSON.stringify(text)) as string;
}
