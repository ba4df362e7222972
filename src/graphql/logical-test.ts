/**
 * `AND`, `OR` and `NOT` of any `where` input; what the other fields mean is the caller's to say.
 */
import { emptyBranch } from './problems.ts';
import { allOf, anyOf, not, type Test } from './verdict.ts';

/** A coerced `where` input. */
export type Where = Readonly<Record<string, unknown>>;

/**
 * The test of a whole input, its fields joined by "and"; undefined when it has no condition.
 *
 * A null `where`, `AND`, `OR` or `NOT` is one that was left out, as with the library.
 */
export function logicalTest(
  where: Where | null | undefined,
  branchTest: (branch: Where) => Test | undefined,
  fieldTest: (field: string, value: unknown) => Test | undefined,
): Test | undefined {
  const tests: (Test | undefined)[] = [];
  for (const [field, value] of Object.entries(where ?? {})) {
    if (field === 'AND' || field === 'OR' || field === 'NOT') {
      if (value !== null) tests.push(operatorTest(field, value, branchTest));
    } else tests.push(fieldTest(field, value));
  }
  return allOf(tests.filter((it) => it !== undefined));
}

function operatorTest(
  operator: 'AND' | 'OR' | 'NOT',
  value: unknown,
  branchTest: (branch: Where) => Test | undefined,
): Test | undefined {
  const branches = (Array.isArray(value) ? value : [value]).map((it: Where) => branchTest(it));
  if (operator === 'AND') return allOf(branches.filter((it) => it !== undefined));
  const said = branches.map((test) => {
    if (!test) throw emptyBranch(operator);
    return test;
  });
  if (said.length === 0) throw emptyBranch(operator);
  return operator === 'OR' ? anyOf(said) : not(said[0] as Test);
}
