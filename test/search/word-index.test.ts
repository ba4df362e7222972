import { describe, expect, test } from 'vitest';
import { allAtOnce } from '../../src/base/once-for.ts';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { EditDistance } from '../../src/search/edit-distance.ts';
import { acronymsOf, nameWords, numbersConflict, numbersIn } from '../../src/search/name-words.ts';
import { WordIndex } from '../../src/search/word-index.ts';

describe('a word', () => {
  const words = ['forbes', 'forbs', 'force', 'fort', 'kate', '34', '34ic', 'a', 'ab', 'spoljaric', 'spoljarics'];
  const index = allAtOnce(WordIndex.of([...words, 'forbes']));
  const near = (word: string): string[] =>
    index
      .near(word)
      .map((it) => index.words[it.word]!)
      .sort();

  test('is found exactly', () => {
    for (const word of words) expect(index.words[index.find(word)]).toBe(word);
    expect(index.find('for')).toBe(-1);
    expect(index.find('')).toBe(-1);
  });

  test('is found by its beginning', () => {
    const { start, end } = index.longerThan('for');
    expect(index.words.slice(start, end)).toEqual(['forbes', 'forbs', 'force', 'fort']);
    expect(index.words.slice(index.longerThan('forbs').start, index.longerThan('forbs').end)).toEqual([]);
    const none = index.longerThan('x');
    expect(none.start).toBe(none.end);
  });

  test('is found by its letters, never by itself', () => {
    expect(near('frobes')).toEqual(['forbes', 'forbs']);
    expect(near('forbes')).toEqual(['forbs', 'force']);
    expect(near('kaet')).toEqual(['kate']);
    expect(near('xxxx')).toEqual([]);
  });

  test('is never found by its letters when it has digits, or only two of them', () => {
    expect(near('35ic')).toEqual([]);
    expect(near('ac')).toEqual([]);
  });
});

test('words within one slip are all found, those within two where they share a piece', () => {
  const random = seededRandom(2);
  const word = (): string =>
    Array.from({ length: 4 + Math.floor(random() * 6) }, () => 'abcd'[Math.floor(random() * 4)]).join('');
  const index = allAtOnce(WordIndex.of(Array.from({ length: 400 }, word)));
  let missed = 0;
  let wanted = 0;
  for (let i = 0; i < 200; i++) {
    const asked = word();
    const found = new Set(index.near(asked).map((it) => it.word));
    index.words.forEach((it, number) => {
      const slips = new EditDistance(asked).to(it);
      const limit = asked.length < 6 ? 1 : 2;
      if (found.has(number)) expect(slips).toBeLessThanOrEqual(3);
      if (slips === 0 || slips > limit) return;
      wanted++;
      if (!found.has(number)) missed++;
      if (slips === 1) expect([asked, it, found.has(number)]).toEqual([asked, it, true]);
    });
  }
  expect(missed / wanted).toBeLessThan(0.02);
});

describe('a name as words', () => {
  test.each([
    ['34th Conference of Špoljarić', ['34', 'conference', 'of', 'spoljaric']],
    ['Женева', ['zheneva']],
    ['红十字', ['红十', '十字']],
    ["Côte d'Ivoire", ['cote', 'divoire']],
    ['S/RES/1440 (2002)', ['s', 'res', '1440', '2002']],
    ['  ', []],
  ])('%s', (text, words) => {
    expect(nameWords(text)).toEqual(words);
  });
});

test.each([
  ['34ic', '33ic', true],
  ['34', '2024', false],
  ['34 2024', '34', false],
  ['34 1', '34 2', true],
  ['1440', '1441', true],
  ['034', '34', false],
  ['none', '34', false],
])('whether %s speaks against %s: %s', (a, b, conflict) => {
  expect(numbersConflict(numbersIn(a.split(' ')), numbersIn(b.split(' ')))).toBe(conflict);
  expect(numbersConflict(numbersIn(b.split(' ')), numbersIn(a.split(' ')))).toBe(conflict);
});

test.each([
  ['International Committee of the Red Cross', ['icrc']],
  ['Международный комитет Красного Креста', ['mkk', 'mkkk']],
  ['34th International Conference of the Red Cross', ['34icrc']],
  ['Kate Forbes', []],
  ['', []],
])('the acronyms of %s', (name, acronyms) => {
  expect(acronymsOf(name)).toEqual(acronyms);
});
