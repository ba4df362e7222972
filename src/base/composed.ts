/**
 * Texts in one spelling: `é` is one letter here, and not an `e` with an accent behind it (Unicode's form NFC).
 *
 * The two look alike and compare as different, so facts are kept composed, and whoever asks by a text composes it first.
 */

/** Letters below this one compose with nothing that stands before them. */
const DECOMPOSED = /[\u0300-\uffff]/;

/** The text composed; the very same text where it is so already. */
export function composed(text: string): string {
  return DECOMPOSED.test(text) ? text.normalize('NFC') : text;
}

/** Marks that turn the direction of what stands around them, so that a text reads otherwise than it is. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
/** What takes no room; joiners of letters are left alone, for some scripts need them. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;
/** What takes no room, joiners among it, and is no part of an id or of what a name looks like. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** What in a text nobody sees, in words; undefined where all can be seen. */
export function unseenIn(text: string): string | undefined {
  if (!DECOMPOSED.test(text) && !text.includes('\u00ad')) return undefined;
  if (TURNING.test(text)) return 'a mark that turns the direction of reading';
  return INVISIBLE.test(text) ? 'a character that takes no room' : undefined;
}

/** What an id or a name looks like: composed, in lower case, without what nobody sees. */
export function looksOf(text: string): string {
  return text.replace(UNSEEN, '').normalize('NFKC').toLowerCase();
}

/** Whether half of a character of two units stands without its other half: no file can hold it. */
export const isTorn = (text: string): boolean => DECOMPOSED.test(text) && /\p{Surrogate}/u.test(text);

/** Shorter pieces are copied by the engine anyway. */
const SHORTEST = 13;
const PRINTED = /^[ -~]*$/;

/** The text by itself: a piece that was cut out of another keeps that one in memory, however long it is. */
export function ownText(text: string): string {
  if (text.length < SHORTEST) return text;
  // Through bytes where a character is one; JSON keeps what is no whole character as it is.
  if (PRINTED.test(text)) return Buffer.from(text, 'latin1').toString('latin1');
  return JSON.parse(JSON.stringify(text)) as string;
}
