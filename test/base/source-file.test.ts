import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'ß', '\n', '\r\n', '€') });

test('a place is line and column from 1, found again in the text', () => {
  fc.assert(
    fc.property(texts, fc.nat(60), (text, offset) => {
      const before = text.slice(0, Math.min(offset, text.length)).split('\n');
      const at = new SourceFile('f', text).positionAt(offset);
      expect(at).toEqual({ file: 'f', line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length: 1 });
    }),
  );
});

test('offsets outside the text are its ends', () => {
  const file = new SourceFile('f', 'one\ntwo');
  expect(file.positionAt(-5)).toMatchObject({ line: 1, column: 1 });
  expect(file.positionAt(99)).toMatchObject({ line: 2, column: 4 });
});

test('a line comes without its end, whichever kind', () => {
  const file = new SourceFile('f', 'one\r\ntwo\n\nfour');
  expect([1, 2, 3, 4].map((line) => file.lineText(line))).toEqual(['one', 'two', '', 'four']);
});

test('a line that is not there is empty', () => {
  const file = new SourceFile('f', 'one\n');
  expect([0, 2, 3, -1].map((line) => file.lineText(line))).toEqual(['', '', '', '']);
});

test('the lines of a text joined are the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const file = new SourceFile('f', text);
      const lines = text.split(/\r?\n/);
      expect(lines.map((_, i) => file.lineText(i + 1))).toEqual(lines);
    }),
  );
});
