/**
 * The documentation, held true: its commands and queries run, its links lead somewhere, and every problem code, command
 * and option is explained.
 *
 * In README.md and docs/, a `console` block is typed by a stranger: each `$ npx diplograph …` line runs, and what stands
 * under it is what must be printed (`…` stands for what was left out). A `graphql` block with a `json` block
 * behind it is a question and its whole answer.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeProgram } from '../src/cli/run-program.ts';
import { Shell } from '../src/cli/shell.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { environmentName, optionFlags, settingKeys, settings } from '../src/server/settings.ts';
import { runLine } from './cli/run-line.ts';

const ROOT = resolve(import.meta.dirname, '..');
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`)
    .sort();

/** Without what `npm run docs:api` prints, copies of these pages among it. */
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'graph-data/README.md',
  'packs/README.md',
  ...filesBelow('docs', '.md'),
].filter((page) => !page.startsWith('docs/api/'));

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

function blocksOf(page: string): Block[] {
  const found = textOf(page).matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```/gm);
  return [...found].map(([, language = '', text = '']) => ({ page, language, text }));
}

const blocks = pages.flatMap(blocksOf);

test('every word of the glossary lives where it says', () => {
  const places = [...textOf('CONTRIBUTING.md').matchAll(/^\|.*\| `(src\/[^`]*)` \|$/gm)].map((match) => match[1] ?? '');
  expect(places.length).toBeGreaterThan(20);
  expect(places.filter((place) => !existsSync(join(ROOT, place)))).toEqual([]);
});

describe('problem codes', () => {
  const sources = filesBelow('src', '.ts').map(textOf).join('\n');
  const made = sources.matchAll(
    /(?:\bproblem|\bwarning|\brefusal|new KnowledgeError|new Misuse)\(\s*'([a-z][a-z-]*)'/g,
  );
  const codes = [...new Set([...made].map((match) => match[1] ?? ''))].sort();
  const explained = [...textOf('docs/errors.md').matchAll(/^### `?([a-z][a-z-]*)`?$/gm)].map((match) => match[1] ?? '');

  test('there are some', () => expect(codes.length).toBeGreaterThan(20));

  test.each(codes)('%s is explained in docs/errors.md', (code) => expect(explained).toContain(code));

  const told = sources.matchAll(/(?:\brefusal\(|\bwithCode\(\w+,|\bcode:|'code',)\s*'([A-Z][A-Z_]+)'/g);
  const answered = [...new Set([...told].map((match) => match[1] ?? ''))].sort();

  test('there are some in answers over HTTP', () => expect(answered.length).toBeGreaterThan(10));

  test.each(answered)('%s is explained in docs/errors.md', (code) => {
    expect(textOf('docs/errors.md')).toContain(`\n### \`${code}\`\n`);
  });

  test('docs/errors.md explains no code twice, and none that cannot occur', () => {
    expect(explained.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
    expect(explained).toEqual([...new Set(explained)]);
  });
});

describe('commands', () => {
  const program = makeProgram(new Shell(processTerminal));
  const page = textOf('docs/command-line.md');

  test.each(program.commands.map((it) => it.name()))('`diplograph %s` has a section with its options', (name) => {
    const command = program.commands.find((it) => it.name() === name);
    const sectionOf = (command: string): string => {
      const start = page.indexOf(`\n## ${command}\n`);
      expect(start, `docs/command-line.md has no section "${command}"`).toBeGreaterThan(-1);
      const end = page.indexOf('\n## ', start + 1);
      return page.slice(start, end === -1 ? undefined : end);
    };
    const own = sectionOf(name);
    // One that takes the options of the server leads to them.
    const section = own.includes('[options of `serve`](#serve)') ? own + sectionOf('serve') : own;
    const missing = command?.options.map((it) => it.long ?? '').filter((long) => !section.includes(long));
    expect(missing).toEqual([]);
  });

  test('the page has no section for a command that is not there', () => {
    const sections = [...page.matchAll(/^## (\w[\w-]*)$/gm)].map((match) => match[1]);
    expect(sections.sort()).toEqual(program.commands.map((it) => it.name()).sort());
  });
});

test('the table of settings is that of the program', () => {
  const rows = settingKeys.map((key) => {
    const { otherwise = '', help, alias } = settings[key];
    const variables = [environmentName(key), alias].filter((it) => it !== undefined).map((it) => `\`${it}\``);
    return `| \`${optionFlags(key)}\` | ${variables.join(', ')} | \`${key}\` | ${help} | ${otherwise} |`;
  });
  const table = ['| option | environment | file | | unless said |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
  const page = textOf('docs/command-line.md');
  const written = /^\| option \| environment(?:.*\n)*?(?=\n)/m.exec(page)?.[0] ?? '';
  if (process.env.UPDATE_GOLDEN === '1') {
    writeFileSync(join(ROOT, 'docs/command-line.md'), page.replace(written, `${table}\n`));
  } else expect(written.trimEnd()).toBe(table);
});

describe('links', () => {
  const links = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => [page, match[1] ?? ''] as const),
  );
  test.each(links)('%s leads to %s', (page, link) => {
    expect(existsSync(resolve(ROOT, dirname(page), link))).toBe(true);
  });
});

describe('console blocks', () => {
  const sessions = blocks.filter((it) => it.language === 'console').flatMap(sessionsOf);
  test.each(sessions)('$page: $command', async ({ command, expected }) => {
    const { stdout, stderr } = await runLine(wordsOf(command), { cwd: ROOT });
    expectShown(`${stdout}${stderr}`, expected);
  });
});

describe('questions with their answers', () => {
  const asked = blocks.flatMap((block, i) => {
    const answer = blocks[i + 1];
    return block.language === 'graphql' && answer?.language === 'json' && answer.page === block.page
      ? [{ page: block.page, question: block.text, answer: answer.text, title: block.text.split('\n')[0] ?? '' }]
      : [];
  });
  test.each(asked)('$page: $title', async ({ question, answer }) => {
    const { stdout, stderr } = await runLine(['query', '-', '--quiet'], { cwd: ROOT, stdin: question });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(JSON.parse(answer));
  });
});

/** The `$ npx diplograph` lines of a block, each with the lines under it. */
function sessionsOf({ page, text }: Block): { page: string; command: string; expected: string }[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((session) => ({
      page,
      command: session.split('\n')[0] ?? '',
      expected: session.split('\n').slice(1).join('\n'),
    }))
    .filter(({ command }) => command.startsWith('npx diplograph '));
}

/** The words behind `npx diplograph`, with shell quotes taken off. */
function wordsOf(command: string): string[] {
  const words = command.match(/'[^']*'|"[^"]*"|[^\s"']+/g) ?? [];
  return words.slice(2).map((word) => word.replace(/^(['"])(.*)\1$/, '$2'));
}

/** `…` stands for whatever was left out, within a line or several. */
function expectShown(shown: string, expected: string): void {
  const literal = (text: string): string => text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  expect(shown.trim()).toMatch(new RegExp(`^${expected.split('…').map(literal).join('[\\s\\S]*')}$`));
}
