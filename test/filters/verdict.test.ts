import { describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  isEmpty,
  logicalTest,
  NO,
  not,
  type Test,
  UNKNOWN,
  type Verdict,
  YES,
} from '../../src/filters/verdict.ts';

const verdicts: readonly Verdict[] = [NO, UNKNOWN, YES];
const pairs = verdicts.flatMap((a) => verdicts.map((b) => [a, b] as const));
const says =
  (verdict: Verdict): Test =>
  () =>
    verdict;
const ask = (test: Test | undefined): Verdict | undefined => test?.(0, 0);

describe('three-valued logic', () => {
  test.each(pairs)('%i and %i is the lesser, or is the greater', (a, b) => {
    expect(ask(allOf([says(a), says(b)]))).toBe(Math.min(a, b));
    expect(ask(anyOf([says(a), says(b)]))).toBe(Math.max(a, b));
  });

  test('what is unknown stays so when it is denied', () => {
    expect(verdicts.map((it) => ask(not(says(it))))).toEqual([YES, UNKNOWN, NO]);
  });

  test('nothing said is no test', () => {
    expect([allOf([]), anyOf([])]).toEqual([undefined, undefined]);
  });
});

describe('filters joined by words', () => {
  const compile = (where: Record<string, unknown>): Test | undefined =>
    logicalTest(where, {
      branchTest: (branch) => compile(branch),
      fieldTest: (_, verdict) => (verdict === undefined ? undefined : says(verdict as Verdict)),
      emptyBranch: (word) => new Error(`${word} is empty`),
    });

  test.each([
    [{ a: YES, b: UNKNOWN }, UNKNOWN],
    [{ OR: [{ a: NO }, { a: YES, b: YES }] }, YES],
    [{ AND: [{ a: YES }, { NOT: { a: NO } }] }, YES],
    [{ NOT: { a: YES, b: UNKNOWN } }, UNKNOWN],
    [{ OR: [{ a: NO }, { a: UNKNOWN }] }, UNKNOWN],
    [{ AND: [], a: NO }, NO],
    [{ AND: [{}, { a: YES }, { b: UNKNOWN }] }, UNKNOWN],
    [{ OR: null, a: YES }, YES],
    [{}, undefined],
  ])('%o is %s', (where, verdict) => expect(ask(compile(where))).toBe(verdict));

  test('a filter without a field says nothing, one whose field is null says something', () => {
    expect([isEmpty({}), isEmpty({ a: null })]).toEqual([true, false]);
  });

  test('a word without a condition is thrown', () => {
    expect(() => compile({ NOT: {} })).toThrow('NOT is empty');
    expect(() => compile({ OR: [{ a: YES }, {}] })).toThrow('OR is empty');
    expect(() => compile({ OR: [] })).toThrow('OR is empty');
  });
});
