/**
 * Text folded for comparison: any script to plain Latin letters, lower case, single spaces, no punctuation.
 */
import anyAscii from 'any-ascii';

/**
 * The folded form of a name. Digits stay: ordinals and years tell names apart.
 * @example
 * foldText('Mirjana Špoljarić Egger') // 'mirjana spoljaric egger'
 * foldText('Ерлан Әлімбаев') // 'erlan alimbaev'
 */
export function foldText(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/['’`"]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
