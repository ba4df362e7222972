/**
 * Sixteen hexadecimal digits that stand for a list of texts: the same list, the same digits, on every machine.
 *
 * They are the first 64 bits of SHA-256. Among ten million facts a clash is one chance in 370,000, and loading would
 * report it as a duplicate rather than lose a fact.
 */
import { hash } from 'node:crypto';

/**
 * `prefix`, a colon and the digits of a list. The parts are joined by U+0000, which no id and no text of a fact may hold,
 * so no two lists are written alike.
 * @example
 * stableHash('edge', ['heads', 'official:a', 'org:b']) // 'edge:' and sixteen digits
 */
export function stableHash(prefix: string, parts: readonly string[]): string {
  const bytes = hash('sha256', parts.join('\0'), 'binary');
  // Digits are put into bytes first: a string grown digit by digit is a tree of strings, and a million ids are kept.
  for (let i = 0; i < 8; i++) {
    const byte = bytes.charCodeAt(i);
    digits[2 * i] = HEX.charCodeAt(byte >> 4);
    digits[2 * i + 1] = HEX.charCodeAt(byte & 15);
  }
  return `${prefix}:${digits.toString('latin1')}`;
}

const HEX = '0123456789abcdef';
const digits = Buffer.alloc(16);
