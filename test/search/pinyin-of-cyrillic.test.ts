import { expect, test } from 'vitest';
import { pinyinOfCyrillic } from '../../src/search/pinyin-of-cyrillic.ts';

test.each([
  ['Ван И', 'wang yi'],
  ['Си Цзиньпин', 'xi jinping'],
  ['Ли Кэцян', 'li keqiang'],
  ['Ян Цзечи', 'yang jiechi'],
  ['Вэнь Цзябао', 'wen jiabao'],
  ['Чжан Цзюнь', 'zhang jun'],
  ['Цинь Ган', 'qin gang'],
  ['Дэн Сяопин', 'deng xiaoping'],
  ['Чжоу Эньлай', 'zhou enlai'],
  ['Ху Яобан', 'hu yaobang'],
  ['Тан Цзясюань', 'tang jiaxuan'],
  ['Юй Дунфэн', 'yu dongfeng'],
  ['Мо Янь', 'mo yan'],
  ['Ли Цзинань', 'li jinan'],
])('%s is %s', (cyrillic, pinyin) => {
  expect(pinyinOfCyrillic(cyrillic)).toBe(pinyin);
});

test.each(['Сергей Лавров', 'Токаев', 'Wang Yi', 'Ван', '', 'а'.repeat(60)])('%s is no Chinese name', (text) => {
  expect(pinyinOfCyrillic(text)).toBeUndefined();
});
