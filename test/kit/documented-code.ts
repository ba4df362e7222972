/**
 * The TypeScript of a page as one program, whose `// →` comments are checked when it runs.
 *
 * Blocks of a page share one scope, as a reader takes them: what one declares the next may use. Behind an expression, on
 * its line or below it, `// → …` says what it gives, as Node prints it; behind a `console.log`, what is printed. An
 * ellipsis stands for anything.
 */
import { inspect } from 'node:util';
import { parseAst } from 'vite';
import { expect } from 'vitest';

interface Block {
  readonly text: string;
  /** The line of the page on which the block's first line stands, counted from 1. */
  readonly line: number;
}

/** Code blocks in a language, without those that are files. */
export function blocksOf(page: string, language: string): Block[] {
  const found = page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'));
  return Array.from(found, (match) => ({
    text: match[1] ?? '',
    line: page.slice(0, match.index).split('\n').length + 1,
  }));
}

/** Blocks that say `file=path`, by their path. */
export function filesOf(page: string): Map<string, string> {
  const found = page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```/gm);
  return new Map(Array.from(found, (match) => [match[1] ?? '', match[2] ?? '']));
}

/** The program of the blocks: imports first, then every statement, each with what it is to give. */
export function programOf(blocks: readonly Block[], importsOf: Readonly<Record<string, string>>): string {
  const imports = new Set<string>();
  const statements = blocks.flatMap((block) => statementsOf(block, imports));
  const rewritten = [...imports].map((line) =>
    line.replace(/'([^']+)'/, (whole, name: string) => (importsOf[name] ? `'${importsOf[name]}'` : whole)),
  );
  return [
    ...rewritten,
    "import { printing, shows } from 'kit';".replace('kit', importsOf.kit ?? 'kit'),
    ...statements,
    '',
  ].join('\n');
}

function statementsOf({ text, line }: Block, imports: Set<string>): string[] {
  const { body } = parseAst(text, { lang: 'ts' });
  return body.flatMap((statement, i) => {
    const code = text.slice(statement.start, statement.end);
    if (statement.type === 'ImportDeclaration') {
      imports.add(code.replace(/\s+/g, ' '));
      return [];
    }
    const behind = text.slice(statement.end, body[i + 1]?.start ?? text.length);
    const expected = expectedIn(behind);
    if (expected === undefined) return [code];
    const place = line + text.slice(0, statement.start).split('\n').length - 1;
    const told = `${JSON.stringify(expected)}, ${place}`;
    if (statement.type === 'VariableDeclaration') {
      const [declared] = statement.declarations;
      const name = declared?.id.type === 'Identifier' ? declared.id.name : 'undefined';
      return [code, `shows(${name}, ${told});`];
    }
    const expression = code.replace(/;$/, '');
    if (expression.startsWith('console.log(')) return [`await printing(async () => { ${code} }, ${told});`];
    return [`shows((${expression}), ${told});`];
  });
}

/** What the comment behind a statement says it gives; undefined when there is none. */
function expectedIn(behind: string): string | undefined {
  const [, first = '', more = ''] = /^[ \t]*;?[ \t]*\n?\/\/ → (.*)\n?((?:\/\/ {2,}.*\n?)*)/.exec(behind) ?? [];
  return first === ''
    ? undefined
    : [first, ...more.split('\n').map((it) => it.replace(/^\/\/\s*/, ''))].join(' ').trim();
}

/** Expects a value to be what the page says at that line. */
export function shows(value: unknown, expected: string, line: number): void {
  expectWords(inspect(value, { breakLength: Number.POSITIVE_INFINITY, depth: null }), expected, line);
}

/** Expects what is printed to be what the page says at that line. */
export async function printing(run: () => Promise<void>, expected: string, line: number): Promise<void> {
  const printed: string[] = [];
  const { log } = console;
  console.log = (...things: unknown[]) =>
    void printed.push(things.map((it) => (typeof it === 'string' ? it : inspect(it, { depth: null }))).join(' '));
  try {
    await run();
  } finally {
    console.log = log;
  }
  expectWords(printed.join('\n'), expected, line);
}

function expectWords(actual: string, expected: string, line: number): void {
  const plain = actual.replace(/\s+/g, ' ');
  const pattern = expected
    .replace(/\s+/g, ' ')
    .split('…')
    .map((it) => it.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  expect(plain, `line ${line} of the page`).toMatch(new RegExp(`^${pattern}$`));
}
