import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellMemo } from '../../src/base/cell-memo.ts';

const codesOf = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

test('a memo finds what a map of texts finds, whatever stands around them', () => {
  const cells = fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: 'grapheme', maxLength: 40 })), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(cells, (texts) => {
      const memo = new CellMemo<number>();
      const twin = new Map<string, number>();
      for (const [i, cell] of texts.entries()) {
        const row = codesOf(`${texts[i - 1] ?? ''},${cell},x`);
        const start = (texts[i - 1] ?? '').length + 1;
        const found = memo.find(row, start, start + cell.length);
        expect(found).toBe(twin.get(cell));
        if (found !== undefined) continue;
        memo.add(row, start, start + cell.length, i);
        twin.set(cell, i);
      }
      expect([memo.size, memo.found]).toEqual([twin.size, texts.length - twin.size]);
      for (const [cell, i] of twin) expect(memo.find(codesOf(cell), 0, cell.length)).toBe(i);
    }),
  );
});
