/**
 * Filters by what is related: some, none, all and single of the nodes or the edges of a relation, and their number.
 *
 * A quantifier is never unknown: like Cypher's EXISTS it asks whether there is a match, and an unknown match is none.
 * `all` asks for at least one match, and that none is known to fail.
 */
import type { Comparable } from '../filters/comparable.ts';
import { logicalTest, type Where } from '../filters/logical-test.ts';
import { type OperatorName, operators } from '../filters/operators.ts';
import { allOf, NO, type Test, verdictOf, YES } from '../filters/verdict.ts';
import { connectionField } from './names.ts';
import { emptyBranch, emptyQuantifier, interfaceQuantifier, nullOperand, nullRelation } from './problems.ts';
import type { RelationRows } from './relation-rows.ts';

type Quantifier = 'some' | 'none' | 'all' | 'single';

const quantifierTests: Readonly<Record<Quantifier, (rows: RelationRows, test: Test) => Test>> = {
  some: (rows, test) => (node) => verdictOf(rows.walk(node, (edge, other) => test(other, edge) === YES)),
  none: (rows, test) => (node) => verdictOf(!rows.walk(node, (edge, other) => test(other, edge) === YES)),
  single: (rows, test) => (node) => {
    let matches = 0;
    rows.walk(node, (edge, other) => test(other, edge) === YES && ++matches > 1);
    return verdictOf(matches === 1);
  },
  all: (rows, test) => (node) => {
    let matches = 0;
    const refuted = rows.walk(node, (edge, other) => {
      const verdict = test(other, edge);
      if (verdict === YES) matches++;
      return verdict === NO;
    });
    return verdictOf(!refuted && matches > 0);
  },
};

type CompileInner = (where: Where | null) => Test | undefined;

/** The test of `field: { some: … }`: quantifies over the nodes at the other end. */
export function relationTest(
  rows: RelationRows,
  toInterface: boolean,
  filter: Where | null,
  compileInner: CompileInner,
): Test | undefined {
  const { field } = rows.relation;
  const connection = connectionField(field);
  if (filter === null) throw nullRelation(field, connection);
  const tests = Object.entries(filter).map(([quantifier, where]) => {
    if (toInterface && (quantifier === 'all' || quantifier === 'single')) {
      throw interfaceQuantifier(field, quantifier, connection);
    }
    const test = compileInner(where as Where | null);
    if (!test) throw emptyQuantifier(field, quantifier, connection);
    return quantifierTests[quantifier as Quantifier](rows, test);
  });
  return allOf(tests);
}

/** The test of `fieldConnection: { some: { node, edge }, aggregate }`: quantifies over edges, or counts them. */
export function connectionTest(rows: RelationRows, filter: Where | null, compileInner: CompileInner): Test | undefined {
  const connection = connectionField(rows.relation.field);
  if (filter === null) throw nullRelation(connection, connection);
  const tests = Object.entries(filter).map(([name, where]) => {
    if (name === 'aggregate') return aggregateTest(rows, where as Where | null);
    const test = compileInner(where as Where | null);
    if (!test) throw emptyQuantifier(connection, name, connection);
    return quantifierTests[name as Quantifier](rows, test);
  });
  return allOf(tests.filter((it) => it !== undefined));
}

function aggregateTest(rows: RelationRows, where: Where | null): Test | undefined {
  if (where === null) throw nullRelation('aggregate', connectionField(rows.relation.field));
  return logicalTest(where, {
    branchTest: (branch) => aggregateTest(rows, branch),
    fieldTest: (field, value) => {
      if (value === null) throw nullRelation(field, connectionField(rows.relation.field));
      const tests = Object.entries(value as Where).map(([what, filter]) =>
        countTest(rows, what, filter as Where | null),
      );
      return allOf(tests.filter((it) => it !== undefined));
    },
    emptyBranch,
  });
}

function countTest(rows: RelationRows, what: string, filter: Where | null): Test | undefined {
  if (filter === null) throw nullRelation(what, connectionField(rows.relation.field));
  const count = what === 'edges' ? (node: number) => rows.count(node) : (node: number) => countNodes(rows, node);
  const tests = Object.entries(filter).map(([operator, operand]): Test => {
    if (operand === null) throw nullOperand(what, operator);
    const { holds } = operators[operator as OperatorName];
    const asked: readonly Comparable[] = Array.isArray(operand) ? operand : [operand as number];
    return (node) => {
      const found = count(node);
      return verdictOf(asked.some((it) => holds(found, it)));
    };
  });
  return allOf(tests);
}

/** The number of distinct nodes at the other end. */
function countNodes(rows: RelationRows, node: number): number {
  const seen = new Set<number>();
  rows.walk(node, (_, other) => {
    seen.add(other);
    return undefined;
  });
  return seen.size;
}
