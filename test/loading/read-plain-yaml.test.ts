/**
 * The quick reader of plain YAML and its slow twin, the full parser: where the quick one answers, they agree.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../../src/base/shipped-files.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import type { Located } from '../../src/loading/located.ts';
import { ProblemList } from '../../src/loading/problem-list.ts';
import { readFullYaml } from '../../src/loading/read-full-yaml.ts';
import { readPlainYaml } from '../../src/loading/read-plain-yaml.ts';

const fileOf = (text: string): SourceFile => new SourceFile('test.yaml', text);

/** What a value says and where it begins; how far a whole map or list spans is not promised. */
function told(value: Located | undefined): unknown {
  if (!value || value.kind === 'scalar') return value;
  const at = value.at && { line: value.at.line, column: value.at.column };
  if (value.kind === 'list') return { at, items: value.items.map(told) };
  return { at, entries: [...value.entries].map(([key, it]) => [key, it.keyAt, told(it.value)]) };
}

/** Whether the quick reader read the text; fails where the full parser reads something else, or finds a fault. */
function readsAlike(file: SourceFile): boolean {
  const quick = readPlainYaml(file);
  if (!quick) return false;
  const problems = new ProblemList();
  const full = readFullYaml(file, problems);
  expect(problems.shown(), file.text).toEqual([]);
  expect(told(quick), file.text).toEqual(told(full));
  return true;
}

const shipped = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.yaml'));

test.each(shipped)('%s is plain, and read as the full parser reads it', (name) => {
  expect(readsAlike(new SourceFile(name, readFileSync(join(dataFolder, name), 'utf8')))).toBe(true);
});

describe('what is plain', () => {
  test.each([
    ['numbers, truth and dates', 'a: 2024\nb: 004\nc: -1.5\nd: true\ne: 2024-10-28/2024-10-31\nf: yes\n'],
    ['quotes', `a: 'it''s: so'\nb: "x # y"\nc: ''\n`],
    ['comments', '# first\na: 1 # one\n\n  # deep\nb:  # below\n  c: x#y\n'],
    ['a list as far left as its key', 'a:\n- x\n- y: 1\n  z: 2\nb: 3\n'],
    ['brackets over lines', 'a: [x, 1,\n  { id: source:y, locator: P3 },\n]\nb: {}\nc: []\n'],
    ['no end of line at the end', 'a:\n  - b: c'],
    ['an address with colons', 'url: http://example.org:80/a?b=c#d\n'],
  ])('%s', (_, text) => {
    expect(readsAlike(fileOf(text))).toBe(true);
  });
});

describe('what is left to the full parser', () => {
  test.each([
    ['nothing', ''],
    ['a comment alone', '# a\n'],
    ['an empty value', 'a:\nb: 1\n'],
    ['text over lines', 'a: >-\n  b\n'],
    ['text that goes on in the next line', 'a: b\n  c\n'],
    ['a quote that goes on in the next line', "a: 'b\n  c'\n"],
    ['escapes', 'a: "\\n"\n'],
    ['anchors and aliases', 'a: &x 1\nb: *x\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a map in one line', 'a: b: c\n'],
    ['wrong indentation', 'a:\n    b: 1\n  c: 2\n'],
    ['tabs', 'a:\tb\n'],
    ['several documents', 'a: 1\n---\nb: 2\n'],
    ['brackets without end', 'a: [b\n'],
    ['odd numbers', 'a: 1e3\nb: 0x1f\n'],
    ['null', 'a: ~\n'],
  ])('%s', (_, text) => {
    expect(readPlainYaml(fileOf(text))).toBeUndefined();
  });
});

test('whatever it reads, the full parser reads alike', () => {
  const usual = [
    'a',
    'k: ',
    '- ',
    '1',
    '0.5',
    'true',
    ': ',
    ':',
    '-',
    '\n',
    '\n',
    '\n',
    '  ',
    ' ',
    '[',
    ']',
    '{',
    '}',
    ', ',
  ];
  const odd = [
    "'",
    '"',
    '#',
    ' #',
    '&',
    '*',
    '!',
    '?',
    '|',
    '>',
    '~',
    'é',
    'null',
    '.',
    '---',
    '<<: ',
    "'x'",
    '"y"',
    '012',
  ];
  const text = fc.array(fc.constantFrom(...usual, ...usual, ...odd), { maxLength: 22 }).map((it) => it.join(''));
  let read = 0;
  fc.assert(
    fc.property(text, (it) => {
      if (readsAlike(fileOf(it))) read++;
    }),
    { numRuns: 5000 },
  );
  expect(read).toBeGreaterThan(30);
});
