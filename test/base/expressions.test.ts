/**
 * Every regular expression of the parts that see foreign text, found in their sources, and those that they put together,
 * recorded as they are made: none takes more than linear time, but those that are listed here with what bounds the text before
 * them. A new one cannot be forgotten.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAst } from 'vite';
import { afterEach, describe, expect, test, vi } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const src = join(root, 'src');
const parts = [
  'base',
  'facts',
  'filters',
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

/** Files that put expressions together of what they are given: called with something, they make one of each kind. */
const madeOfInput: Readonly<Record<string, (exported: Record<string, (given: unknown) => unknown>) => unknown>> = {
  'loading/tables/date-filters.ts': ({ datePattern }) => datePattern?.('(D.M+) of YYYY'),
  'search/scripts.ts': ({ scriptOfLanguage }) => scriptOfLanguage?.('ja'),
  '../explorer/address.ts': ({ readView }) => readView?.(new URLSearchParams({ names: 'Cyrl' })),
  '../explorer/ask.ts': ({ nameOf }) => nameOf?.({ __typename: 'State', id: 'state:kaz', name: 'x', namesInCyrl: [] }),
};

interface Found {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** The literals of a file, and how often it puts an expression together. */
interface FileExpressions {
  readonly file: string;
  readonly name: string;
  readonly literals: readonly Found[];
  readonly made: number;
}

interface Node {
  readonly type?: string;
  readonly regex?: { readonly pattern: string; readonly flags: string } | null;
  readonly callee?: { readonly name?: string };
}

function expressionsIn(file: string): FileExpressions {
  const literals: Found[] = [];
  let made = 0;
  const visit = (node: Node | null): void => {
    if (typeof node !== 'object' || node === null) return;
    if (node.regex) literals.push({ file: relative(src, file), pattern: node.regex.pattern, flags: node.regex.flags });
    if (node.callee?.name === 'RegExp') made++;
    for (const it of Object.values(node)) visit(it);
  };
  visit(parseAst(readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file) as Node);
  return { file, name: relative(src, file), literals, made };
}

const folders = [...parts.map((it) => join(src, it)), join(root, 'explorer')];
const files = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((it) => join(folder, it)))
  .filter((it) => /\.tsx?$/.test(it) && !/[\\/](?:dist|node_modules)[\\/]/.test(it))
  .map(expressionsIn);
const all = files.flatMap((it) => it.literals);

/** The expressions that a file puts together when it is loaded, and of what it is given here. */
async function expressionsMadeBy({ file, name }: FileExpressions): Promise<Found[]> {
  const found: Found[] = [];
  const Recorded = new Proxy(RegExp, {
    construct(target, args: [RegExp | string, string?]) {
      const expression = Reflect.construct(target, args) as RegExp;
      if (`${new Error().stack?.split('\n')[2]}`.includes(file)) {
        found.push({ file: name, pattern: expression.source, flags: expression.flags });
      }
      return expression;
    },
  });
  vi.resetModules();
  vi.stubGlobal('RegExp', Recorded);
  const module = await import(file);
  madeOfInput[name]?.(module);
  vi.unstubAllGlobals();
  return found;
}
afterEach(() => void vi.unstubAllGlobals());

/** Texts of a length that make an expression go back over what it has read: what it names, again and again, and an end that does not fit. */
function* textsFor(pattern: string, length: number): Generator<string> {
  const named = pattern.replace(/\\[a-zA-Z](?:\{[^}]*\})?|[\\^$.*+?()[\]{}|]/g, '');
  const pieces = new Set(['a', ' ', '1', '.', '"', '\\', ...named].slice(0, 12));
  for (const piece of pieces) yield `${named.slice(0, 1)}${piece.repeat(length)}!\n`;
}

/**
 * Whether some text takes it long: more than a blink, and, however busy the machine is, far more than its length explains. Of
 * a text eight times as long, a linear expression takes eight times as long, a quadratic one sixty-four times.
 */
const isSlow = ({ pattern, flags }: Found): boolean => {
  const expression = new RegExp(pattern, flags);
  const timeOf = (text: string): number => {
    const start = performance.now();
    text.replace(expression, '');
    return performance.now() - start;
  };
  // Five looks, for the machine may have been busy at some of them: one that is quick acquits.
  const looks = [1, 2, 3, 4, 5];
  const takesLong = (text: string, limit: number): boolean => looks.every(() => timeOf(text) > limit);
  const leastOf = (text: string): number => Math.min(...looks.map(() => timeOf(text)));
  const outgrows = (short: string, long: string, limit: number): boolean =>
    takesLong(long, limit) && takesLong(long, 3 * (long.length / short.length) * leastOf(short));
  const [tiny, small, large, whole] = [1000, 8000, 64_000, 1_000_000].map((it) => [...textsFor(pattern, it)]);
  for (const [short, long] of [[tiny, small] as const, [small, large] as const]) {
    if (long!.some((text, i) => outgrows(short![i]!, text, 40))) return true;
  }
  // At a megabyte, the text that took longest is enough.
  const times = large!.map(timeOf);
  const longest = times.indexOf(Math.max(...times));
  return outgrows(large![longest]!, whole![longest]!, 200);
};

const nameOf = ({ file, pattern }: Found): string => `${file} ${pattern}`;

describe('expressions that see foreign text', () => {
  test('are found', () => {
    expect(all.length).toBeGreaterThan(100);
  });

  test.each(files.filter((it) => it.made > 0))(
    'that $name puts together are made here, and take time that grows with the text',
    async (file) => {
      const found = await expressionsMadeBy(file);
      expect(new Set(found.map(nameOf)).size).toBeGreaterThanOrEqual(file.made);
      expect(found.filter(isSlow).map(nameOf)).toEqual([]);
    },
  );

  test('take time that grows with the text, or are listed with what bounds it', () => {
    expect(Object.keys(bounded).filter((it) => !all.some((found) => nameOf(found) === it))).toEqual([]);
    const others = all.filter((it) => !Object.hasOwn(bounded, nameOf(it)));
    expect(others.filter(isSlow).map(nameOf)).toEqual([]);
  });
});
