/**
 * Three-valued logic, as Cypher has it: a comparison with a missing value is neither true nor false.
 *
 * With no < unknown < yes, "and" is the least, "or" the greatest and "not" the mirror; a row is kept on yes alone.
 * `AND`, `OR` and `NOT` of any filter are read here; what its other fields mean is the caller's to say.
 */
export type Verdict = 0 | 1 | 2;

export const NO: Verdict = 0;
export const UNKNOWN: Verdict = 1;
export const YES: Verdict = 2;

/** A condition on a node, or on an edge and the node at its other end. Numbers in, verdict out. */
export type Test = (node: number, edge: number) => Verdict;

export const verdictOf = (holds: boolean): Verdict => (holds ? YES : NO);

/** All of them; undefined when there are none. */
export function allOf(tests: readonly Test[]): Test | undefined {
  if (tests.length <= 1) return tests[0];
  return (node, edge) => {
    let least: Verdict = YES;
    for (const test of tests) {
      const next = test(node, edge);
      if (next === NO) return NO;
      if (next === UNKNOWN) least = UNKNOWN;
    }
    return least;
  };
}

/** At least one of them; undefined when there are none. */
export function anyOf(tests: readonly Test[]): Test | undefined {
  if (tests.length <= 1) return tests[0];
  return (node, edge) => {
    let greatest: Verdict = NO;
    for (const test of tests) {
      const next = test(node, edge);
      if (next === YES) return YES;
      if (next === UNKNOWN) greatest = UNKNOWN;
    }
    return greatest;
  };
}

export function not(test: Test): Test {
  return (node, edge) => (YES - test(node, edge)) as Verdict;
}

/** What is judged once for each number below `count`, when it is first met. */
export function remembered(count: number, judge: (key: number) => Verdict): (key: number) => Verdict {
  // 0: not judged yet; otherwise the verdict and one.
  const verdicts = new Uint8Array(count);
  return (key) => ((verdicts[key] || (verdicts[key] = judge(key) + 1)) - 1) as Verdict;
}

/** A filter as an object: fields, and the three words that join filters. */
export type Where = Readonly<Record<string, unknown>>;

/** Whether nothing is said: a variable that is not set leaves out the field that it stands in. */
export const isEmpty = (filter: Where): boolean => Object.keys(filter).length === 0;

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
