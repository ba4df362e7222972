/**
 * Expressions of filters: what fits, held to JavaScript's own on random expressions and texts; what is refused; and that
 * none runs away.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCaselessExpression, compileExpression } from '../../src/filters/expression.ts';

const fits = (expression: string, text: string): boolean => compileExpression(expression).fits(text);

/** Expressions that Java, RE2 and JavaScript read the same. */
const { expression } = fc.letrec<{ expression: string; atom: string; repeated: string }>((tie) => ({
  atom: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\W', '\\.', '[a-c0-9]', '\\x62', '^', '$'),
    },
    { weight: 1, arbitrary: tie('expression').map((it) => `(${it})`) },
    { weight: 1, arbitrary: tie('expression').map((it) => `(?:${it})`) },
  ),
  repeated: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '{0,}', '*?'))
    .map(([atom, times]) => (atom === '^' || atom === '$' ? atom : atom + times)),
  expression: fc.oneof(
    { depthSize: 'small' },
    fc.array(tie('repeated'), { minLength: 1, maxLength: 4 }).map((it) => it.join('')),
    fc.tuple(tie('repeated'), tie('expression')).map((it) => it.join('|')),
  ),
}));
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '.', 'é', '\r', '\n'), maxLength: 6 });

test('an expression has to fit the whole text, as in JavaScript when it is bound to both ends', () => {
  fc.assert(
    fc.property(
      expression.filter((it) => it.length <= 60),
      text,
      (asked, given) => {
        expect([asked, given, fits(asked, given)]).toEqual([
          asked,
          given,
          new RegExp(`^(?:${asked})$`, 'u').test(given),
        ]);
      },
    ),
    { numRuns: 3000 },
  );
});

test.each([
  ['(?i)JAVIER .*', 'javier x', true],
  ['(?is)a.b', 'A\nB', true],
  ['(?<first>a)b', 'ab', true],
  ['\\Qa.b\\E+', 'a.bbb', true],
  ['\\p{Lu}\\pL*', 'Émile', true],
  ['\\x{1F600}', '😀', true],
  ['.', '😀', true],
  ['a&&b', 'a&&b', true],
  ['[.]', 'a', false],
])('%s of %j: %s', (asked, given, expected) => expect(fits(asked, given)).toBe(expected));

test('where capitals do not count, text and expression are put in small letters', () => {
  expect(compileCaselessExpression('JAV[A-Z]+').fits('javier')).toBe(true);
  expect(() => compileCaselessExpression('\\D+')).toThrow(/small letters/);
});

describe('an expression is refused', () => {
  test.each([
    ['(a'],
    ['a**'],
    ['a*+'],
    ['(?=a)'],
    ['(?<!a)b'],
    ['(a)\\1'],
    ['\\12'],
    ['[a[bc]]'],
    ['[a-z&&[^b]]'],
    ['[]a]'],
    ['\\R'],
    ['\\v'],
    ['\\p{IsGreek}'],
    ['(?U)\\w'],
    ['(?x)a b'],
    ['(?P<n>a)'],
    ['a{,3}'],
    ['(?i)é'],
    ['a'.repeat(201)],
    [`(?:${'a'.repeat(150)}){1000}`],
    ['(?:(?:a{1,30}){1,30}){1,30}'],
    ['(?:a{999}){2}'],
  ])('%s', (asked) => {
    expect(() => compileExpression(asked)).toThrow(expect.objectContaining({ code: 'bad-expression' }));
  });
});

test.each(['(a*)*b', '(a|aa)+b', '(.*a){20}b', '(?:a?a?a?a?){9}a{9}b', '(?:(?:a{0,30})+)+b'])(
  '%s takes time in proportion to the text',
  (asked) => {
    const { fits: isFitting, size } = compileExpression(asked);
    expect(size).toBeLessThan(2000);
    const from = performance.now();
    expect(isFitting('a'.repeat(20_000))).toBe(false);
    expect(performance.now() - from).toBeLessThan(2000);
  },
);
