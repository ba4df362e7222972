import { describe, expect, test } from 'vitest';
import { printProblem } from '../../src/base/problem-list.ts';
import { checkExamples } from '../../src/rules/check-examples.ts';
import { checkRules } from '../../src/rules/check-rules.ts';
import { shippedOntology, shippedRules } from './shipped-rules.ts';

describe('graph-data/rules.yaml', () => {
  test('can be read, and says nothing that the ontology does not know', () => {
    expect(shippedRules.problems).toEqual([]);
    expect(checkRules(shippedOntology, shippedRules.rules)).toEqual([]);
  });

  test.each(shippedRules.rules.map((rule) => [`${rule.id}: ${rule.name}`, rule] as const))(
    '%s: its examples come out as they say',
    (_, rule) => {
      expect(checkExamples(shippedOntology, [rule]).map((it) => printProblem(it))).toEqual([]);
    },
  );
});
