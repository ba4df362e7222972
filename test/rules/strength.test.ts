import { expect, test } from 'vitest';
import { confidenceOf, isReported, stepsOf, strengthOf } from '../../src/rules/strength.ts';

test('a fact of no confidence at all is no report, a report of full confidence is one, and the fact is the stronger', () => {
  const [fact, report] = [strengthOf(false, 0, 3), strengthOf(true, 1, 0)];
  expect([isReported(fact), confidenceOf(fact), stepsOf(fact)]).toEqual([false, 0, 3]);
  expect([isReported(report), confidenceOf(report), stepsOf(report)]).toEqual([true, 1, 0]);
  expect(fact).toBeLessThan(report);
});

test('confidence comes before steps, and both are read back as they were given', () => {
  const [sure, doubtful] = [strengthOf(true, 0.9, 7), strengthOf(true, 0.899_999, 1)];
  expect(sure).toBeLessThan(doubtful);
  expect([confidenceOf(sure), stepsOf(sure)]).toEqual([0.9, 7]);
  expect(strengthOf(true, 0.9, 6)).toBeLessThan(sure);
});
