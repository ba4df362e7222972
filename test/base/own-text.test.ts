import { expect, test } from 'vitest';
import { ownText } from '../../src/base/composed.ts';

test.each([
  '',
  'short',
  'node:00000001',
  'Côte d’Ivoire and others',
  '外交部发言人的声明以及其他许多内容',
  'half a \ud83c character, twice \udf0d',
  'a tab\tand a line\nwithin it',
])('%j says the same by itself', (text) => {
  expect(ownText(`before ${text} behind`.slice(7, 7 + text.length))).toBe(text);
});
