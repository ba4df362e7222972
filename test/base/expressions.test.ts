/**
 * Every regular expression of the parts that see foreign text, found in their sources: none takes more than linear time, but
 * those that are listed here with what bounds the text before them. A new one cannot be forgotten.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '..', '..', 'src');
const parts = [
  'base',
  'facts',
  'loading',
  'importing',
  'formats',
  'ontology',
  'graphql',
  'server',
  'rules',
  'search',
  'agents',
  'reading',
  'graph',
  'opening',
  'traversal',
  'views',
  'answers',
  'cli',
];

/** Expressions that are slow on long texts, and why they never see one. */
const bounded: Readonly<Record<string, string>> = {
  'reading/accept-claims.ts \\s+\\S*$': 'the first letters of a quotation, one blank at a time',
  'cli/counted.ts \\B(?=(?:\\d{3})+$)': 'the digits of a number',
  'facts/guess-date.ts \\s*(?:–|—|-|\\bto\\b|\\buntil\\b|\\bbis\\b|\\bau\\b)\\s*':
    'dates of more than 64 letters are not looked at',
};

interface Found {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

function expressionsIn(file: string): Found[] {
  const found: Found[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { regex } = node as { readonly regex?: { readonly pattern: string; readonly flags: string } | null };
    if (regex) found.push({ file: relative(src, file), pattern: regex.pattern, flags: regex.flags });
    for (const it of Object.values(node)) visit(it);
  };
  visit(parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }, file));
  return found;
}

const all = parts
  .flatMap((part) =>
    readdirSync(join(src, part), { recursive: true, encoding: 'utf8' }).map((it) => join(src, part, it)),
  )
  .filter((it) => it.endsWith('.ts'))
  .flatMap(expressionsIn);

/** Texts of a length that make an expression go back over what it has read: what it names, again and again, and an end that does not fit. */
function* textsFor(pattern: string, length: number): Generator<string> {
  const named = pattern.replace(/\\[a-zA-Z](?:\{[^}]*\})?|[\\^$.*+?()[\]{}|]/g, '');
  const pieces = new Set(['a', ' ', '1', '.', '"', '\\', ...named].slice(0, 12));
  for (const piece of pieces) yield `${named.slice(0, 1)}${piece.repeat(length)}!\n`;
}

/**
 * Whether some text takes it long: a linear expression reads eight thousand letters in less than a millisecond and a megabyte
 * in some, a quadratic one sixty thousand in seconds.
 */
const isSlow = ({ pattern, flags }: Found): boolean => {
  const expression = new RegExp(pattern, flags);
  const takesLong = (text: string): boolean => {
    const start = performance.now();
    text.replace(expression, '');
    return performance.now() - start > (text.length > 100_000 ? 200 : 40);
  };
  // Five looks, for the machine may have been busy at some of them: one that is quick acquits.
  const looks = [1, 2, 3, 4, 5];
  return [1000, 8000, 64_000, 1_000_000].some((length) =>
    [...textsFor(pattern, length)].some((it) => looks.every(() => takesLong(it))),
  );
};

describe('expressions that see foreign text', () => {
  test('are found', () => {
    expect(all.length).toBeGreaterThan(100);
  });

  test('take time that grows with the text, or are listed with what bounds it', () => {
    const nameOf = ({ file, pattern }: Found): string => `${file} ${pattern}`;
    expect(Object.keys(bounded).filter((it) => !all.some((found) => nameOf(found) === it))).toEqual([]);
    const others = all.filter((it) => !Object.hasOwn(bounded, nameOf(it)));
    expect(others.filter(isSlow).map(nameOf)).toEqual([]);
  });
});
