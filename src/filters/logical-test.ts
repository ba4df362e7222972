/**
 * `AND`, `OR` and `NOT` of any filter; what its other fields mean is the caller's to say.
 */
import { allOf, anyOf, not, type Test } from './verdict.ts';

/** A filter as an object: fields, and the three words that join filters. */
export type Where = Readonly<Record<string, unknown>>;

/** How the fields of a filter are understood, and what is thrown for an `OR` or `NOT` that says nothing. */
export interface FilterReader {
  branchTest(branch: Where): Test | undefined;
  fieldTest(field: string, value: unknown): Test | undefined;
  emptyBranch(operator: 'OR' | 'NOT'): Error;
}

/**
 * The test of a whole filter, its fields joined by "and"; undefined when it has no condition.
 *
 * A null filter, `AND`, `OR` or `NOT` is one that was left out, as with the Neo4j library.
 */
export function logicalTest(where: Where | null | undefined, reader: FilterReader): Test | undefined {
  const tests: (Test | undefined)[] = [];
  for (const [field, value] of Object.entries(where ?? {})) {
    if (field === 'AND' || field === 'OR' || field === 'NOT') {
      if (value !== null) tests.push(operatorTest(field, value, reader));
    } else tests.push(reader.fieldTest(field, value));
  }
  return allOf(tests.filter((it) => it !== undefined));
}

function operatorTest(operator: 'AND' | 'OR' | 'NOT', value: unknown, reader: FilterReader): Test | undefined {
  const branches = (Array.isArray(value) ? value : [value]).map((it: Where) => reader.branchTest(it));
  if (operator === 'AND') return allOf(branches.filter((it) => it !== undefined));
  const said = branches.map((test) => {
    if (!test) throw reader.emptyBranch(operator);
    return test;
  });
  if (said.length === 0) throw reader.emptyBranch(operator);
  return operator === 'OR' ? anyOf(said) : not(said[0] as Test);
}
