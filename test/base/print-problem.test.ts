import { expect, test } from 'vitest';
import { inReadingOrder, problem, warning } from '../../src/base/problem.ts';
import { printProblem } from '../../src/base/problem-list.ts';
import { SourceFile } from '../../src/base/source-file.ts';

function printed(text: string, word: string): string[] {
  const file = new SourceFile('data.csv', text);
  const at = file.positionAt(text.indexOf(word), word.length);
  return printProblem(problem('unknown-node', at, 'There is no such node.'), new Map([[file.name, file]])).split('\n');
}

test('a problem is place, code, sentence, then the line with the place marked', () => {
  expect(printed('id\nnato,frn,1949\n', 'frn')).toEqual([
    'data.csv:2:6  unknown-node  There is no such node.',
    '  2 | nato,frn,1949',
    '    |      ^^^',
  ]);
});

test('the frame of a very long line is a window with the place in it', () => {
  const [, line = '', marks = ''] = printed(`${'x'.repeat(5_000_000)}frn${'y'.repeat(1000)}`, 'frn');
  expect(line.length).toBeLessThan(120);
  expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('frn');
});

test('a place that runs over the window or the line is marked to its end', () => {
  const [, line = '', marks = ''] = printed(`ab ${'c'.repeat(500)}`, 'c'.repeat(500));
  expect(marks.length).toBe(line.length);
  expect(printed('ab\ncd', 'b\ncd').slice(1)).toEqual(['  1 | ab', '    |  ^']);
});

test('tabs do not shift the marks', () => {
  expect(printed('\t\tfrn', 'frn').slice(1)).toEqual(['  1 |   frn', '    |   ^^^']);
});

test('a place behind the end of the line is marked once', () => {
  const file = new SourceFile('f', 'ab');
  const at = file.positionAt(2, 4);
  expect(printProblem(problem('c', at, 'S.'), new Map([['f', file]]))).toBe('f:1:3  c  S.\n  1 | ab\n    |   ^');
});

test('a warning says so; without the file there is no frame; without a place only code and sentence', () => {
  const at = { file: 'f', line: 3, column: 7 };
  expect(printProblem(warning('odd', at, 'Look here.'))).toBe('f:3:7  odd (warning)  Look here.');
  expect(printProblem(problem('no-nodes', undefined, 'It is empty.'))).toBe('no-nodes  It is empty.');
});

test('reading order is by file, line and column, and what has no place comes first', () => {
  const at = (file: string, line: number, column: number) =>
    problem(`${file}${line}${column}`, { file, line, column }, '');
  const problems = [at('b', 1, 1), at('a', 2, 1), at('a', 1, 9), at('a', 1, 2), problem('none', undefined, '')];
  expect(inReadingOrder(problems).map((it) => it.code)).toEqual(['none', 'a12', 'a19', 'a21', 'b11']);
});

test('a name of 5 MB does not fill the screen', () => {
  expect(
    printProblem(problem('unknown-node', undefined, `No node is "${'x'.repeat(5_000_000)}".`)).length,
  ).toBeLessThan(1100);
});
