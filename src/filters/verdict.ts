/**
 * Three-valued logic, as Cypher has it: a comparison with a missing value is neither true nor false.
 *
 * With no < unknown < yes, "and" is the least, "or" the greatest and "not" the mirror; a row is kept on yes alone.
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
  const [first, ...rest] = tests as readonly [Test, ...Test[]];
  return (node, edge) => {
    let least = first(node, edge);
    for (let i = 0; i < rest.length && least !== NO; i++) {
      const next = rest[i]?.(node, edge) ?? YES;
      if (next < least) least = next;
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
      if (next > greatest) greatest = next;
      if (greatest === YES) break;
    }
    return greatest;
  };
}

export function not(test: Test): Test {
  return (node, edge) => (YES - test(node, edge)) as Verdict;
}
