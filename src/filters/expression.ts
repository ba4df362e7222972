/**
 * Regular expressions of filters (`matches`): those of Neo4j, which have to fit the whole text, without its backtracking.
 *
 * RE2 takes time in proportion to the text, whatever is asked. It reads nearly what Java reads; what the two read
 * differently, or Java alone, is refused, so that a Neo4j gives the same answer.
 */
import { createRequire } from 'node:module';
import * as problems from './problems.ts';

export interface Expression {
  readonly fits: (text: string) => boolean;
  /** Instructions of the expression, each of which is tried at each character at worst. */
  readonly size: number;
}

// It takes as long to load as a cached graph takes to open, and few filters have an expression.
const loadRe2 = (): typeof import('re2js') => createRequire(import.meta.url)('re2js');

/** Longest expression, in characters, and how many it may come to when its repetitions are written out. */
const LONGEST = 200;
const MOST_WRITTEN_OUT = 2000;

/** What is looked at: an escape, an end of a class, an opening of a group, a repetition, a dot. */
const token =
  /\\Q.*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\[pP].|\\x\{[^}]*\}|\\x..|\\.|\[\^?\]?|\]|&&|\(\?(?:<\w+>|[a-zA-Z]*[:)])?|\{(?:\d+(?:,\d*)?\})?|\./gsu;
/** What a repetition behind it repeats, what it counts, or an end of a group. */
const piece =
  /\\Q.*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\[pP].|\\x\{[^}]*\}|\\x..|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:<\w+>|[a-zA-Z]*[:)])|\{\d+(?:,\d*)?\}|./gsu;
const escapes =
  /^\\(?:[dDwWbBAztnrfa]|[pP](?:[A-Z]|\{[A-Z][a-z]?\})|x(?:[\da-fA-F]{2}|\{[\da-fA-F]{1,6}\})|Q.*\\E|[!-/:-@[-`{-~])$/su;
const openings = /^\(\?(?:<[a-zA-Z][a-zA-Z0-9]*>|[is]*[:)])$/;
const repeatedFlags = /\(\?[is]+\)[*+?{]/;
/** In Java `\s` has one more blank, and a dot stands for no end of a line, where RE2 knows one alone. */
const BLANKS = ' \\t-\\r';
const DOT = '[^\\n\\r\\x{85}\\x{2028}\\x{2029}]';

/** Throws `bad-expression`. */
export function compileExpression(given: string): Expression {
  if (given.length > LONGEST) throw problems.expressionTooLong(given.length, LONGEST);
  const translated = translate(given);
  const { RE2JS, RE2JSException } = loadRe2();
  try {
    const compiled = RE2JS.compile(translated);
    return { fits: (text) => compiled.testExact(text), size: compiled.programSize() };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw problems.badExpression(given, error.message.replace(/^error parsing regexp: /, ''));
  }
}

/** The same for RE2, which may not be much longer once it is written out. */
function translate(given: string): string {
  const refuse = (part: string): never => {
    throw problems.badExpression(given, `\`${part}\` is not read the same everywhere`);
  };
  const isFolded = /\(\?s?i/.test(given);
  if (isFolded && /[^\0-\x7f]/.test(given)) refuse('(?i)` beside letters other than a to z, where `caseInsensitive');
  const [repeated] = repeatedFlags.exec(given) ?? [];
  if (repeated) refuse(repeated);
  const hasLines = /\(\?i?s/.test(given);
  let isInClass = false;
  const translated = given.replace(token, (part) => {
    if (part === '\\s') return isInClass ? BLANKS : `[${BLANKS}]`;
    if (part === '\\S' && !isInClass) return `[^${BLANKS}]`;
    if (part.startsWith('\\')) return escapes.test(part) ? part : refuse(part);
    if (part.startsWith('[')) {
      if (isInClass || part.endsWith(']')) refuse(part);
      isInClass = true;
    } else if (part === ']') isInClass = false;
    else if (part === '&&') return isInClass ? refuse(part) : part;
    else if (isInClass) return part;
    else if (part.startsWith('(')) return openings.test(part) ? part : refuse(part);
    else if (part === '.') return hasLines ? part : DOT;
    else if (part === '{') refuse(part);
    return part;
  });
  if (writtenOut(given) > MOST_WRITTEN_OUT) throw problems.expressionTooLarge(given, MOST_WRITTEN_OUT);
  return translated;
}

/** The length with repetitions written out, as RE2 writes them: what stands side by side adds up, what is nested multiplies. */
function writtenOut(given: string): number {
  const sums = [0];
  let last = 0;
  const add = (size: number): void => void sums.push((sums.pop() ?? 0) + size);
  for (const [part] of given.matchAll(piece)) {
    if (/^\{\d/.test(part)) {
      const count = Math.max(1, ...part.slice(1, -1).split(',').map(Number));
      add(last * (count - 1));
      last *= count;
    } else if (/^[*+?]$/.test(part)) add(1);
    else if (part.startsWith('(') && !part.endsWith(')')) sums.push(0);
    else {
      // A group has its two ends; one that is never opened is refused by RE2.
      last = part === ')' && sums.length > 1 ? (sums.pop() ?? 0) + 2 : part.length;
      add(last);
    }
  }
  return sums.reduce((sum, it) => sum + it);
}

/** The same where capitals do not count; Neo4j puts the expression in small letters too. Throws `bad-expression`. */
export function compileCaselessExpression(given: string): Expression {
  if (/\\[A-Z]|\\[pP]/.test(given)) throw problems.capitalEscape(given);
  return compileExpression(given.toLowerCase());
}
