import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/base/fold-text.ts';

describe('folding', () => {
  test.each([
    ['Mirjana Špoljarić Egger', 'mirjana spoljaric egger'],
    ['Ерлан Әлімбаев', 'erlan alimbaev'],
    ['Côte d’Ivoire', 'cote divoire'],
    ['  34th   International  Conference ', '34th international conference'],
    ['S/RES/1440 (2002)', 's res 1440 2002'],
    ['Straße', 'strasse'],
    ['МККК', 'mkkk'],
    ['…', ''],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  test('leaves small Latin letters, digits and single spaces only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(text)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
      }),
    );
  });
});
