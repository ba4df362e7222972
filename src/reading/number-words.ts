/**
 * Counts as articles write them: "139", "1,200", "five", "twenty-seven", "ninety-nine".
 */
import type { Token } from './tokens.ts';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The count that begins at token `at`, and the token behind it. */
export function numberOf(tokens: readonly Token[], at: number): { value: number; end: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (/^\p{N}{1,3}(?:,?\p{N}{3})*$/u.test(token.text)) {
    const value = Number(token.text.replaceAll(',', ''));
    // A year counts nothing.
    return value >= 1900 && value < 2100 && !token.text.includes(',') ? undefined : { value, end: at + 1 };
  }
  const unit = UNITS.indexOf(token.key);
  if (unit !== -1) return { value: unit, end: at + 1 };
  const ten = TENS.indexOf(token.key);
  if (ten === -1) return token.key === 'dozen' ? { value: 12, end: at + 1 } : undefined;
  const tens = 20 + 10 * ten;
  const hyphen = /^[-‐‑]$/.test(tokens[at + 1]?.text ?? '');
  const more = UNITS.indexOf(tokens[at + (hyphen ? 2 : 1)]?.key ?? '');
  return more > 0 && more < 10 ? { value: tens + more, end: at + (hyphen ? 3 : 2) } : { value: tens, end: at + 1 };
}
