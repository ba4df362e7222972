/**
 * Filters by numbers about what is related: `actorsConnection: { aggregate: { count, node: { born: { max: … } }, edge } }`.
 *
 * As in Cypher, numbers about nodes count each node once and numbers about edges every edge; missing values are left out,
 * a sum of nothing is 0, and any other number about nothing is unknown, so that neither a comparison with it nor its
 * negation holds. A relation is walked once for each property that is asked about.
 */
import { type Comparable, comparableOf } from '../../filters/comparable.ts';
import { type OperatorName, operators } from '../../filters/operators.ts';
import {
  allOf,
  isEmpty,
  logicalTest,
  type Test,
  UNKNOWN,
  type Verdict,
  verdictOf,
  type Where,
  YES,
} from '../../filters/verdict.ts';
import { type Property, type ScalarName, typeNamed } from '../../ontology/ontology.ts';
import { connectionField } from '../names.ts';
import * as problems from '../problems.ts';
import { type AggregateName, aggregateFilters, aggregates, valuesReader } from './aggregate.ts';
import type { RelationRows } from './relation-rows.ts';

/** The test of `aggregate: { … }`; undefined when it has no condition. */
export function aggregateTest(rows: RelationRows, where: Where | null): Test | undefined {
  const connection = connectionField(rows.relation.field);
  said('aggregate', connection, where);
  return logicalTest(where, {
    branchTest: (branch) => aggregateTest(rows, branch),
    fieldTest(field, value) {
      const filter = said(field, connection, value);
      if (field === 'count') return countTest(rows, filter);
      return field === 'node' ? nodeValuesTest(rows, filter) : edgeValuesTest(rows, filter);
    },
    emptyBranch: problems.emptyOperand,
  });
}

/** A filter that says something. */
function said(field: string, connection: string, filter: unknown): Where {
  if (filter === null) throw problems.nullRelation(field, connection);
  if (isEmpty(filter as Where)) throw problems.emptyRelationFilter(field, connection);
  return filter as Where;
}

function countTest(rows: RelationRows, filter: Where): Test | undefined {
  const connection = connectionField(rows.relation.field);
  const tests = Object.entries(filter).map(([what, given]): Test => {
    const holds = comparison(what, 'Int', said(what, connection, given));
    if (what === 'edges') return (node) => holds(rows.count(node));
    return (node) => holds(distinctNodes(rows, node).size);
  });
  return allOf(tests);
}

/** The nodes at the other end, each once. */
export function distinctNodes(rows: RelationRows, node: number): Set<number> {
  const seen = new Set<number>();
  rows.walk(node, (_, other) => {
    seen.add(other);
    return undefined;
  });
  return seen;
}

function nodeValuesTest(rows: RelationRows, where: Where): Test | undefined {
  const { view, relation } = rows;
  const { nodes } = view.graph;
  const target = typeNamed(view.ontology, relation.target);
  return valuesTest(rows, target.properties, where, (property) => {
    const valuesAt = valuesReader(property, (node) => nodes.property(node, property.name));
    return (node) => valuesAt(distinctNodes(rows, node));
  });
}

function edgeValuesTest(rows: RelationRows, where: Where): Test | undefined {
  const { view, relation } = rows;
  const { edges } = view.graph;
  const carried = view.ontology.edgePropertyTypes.get(relation.properties ?? '')?.properties ?? new Map();
  return valuesTest(rows, carried, where, (property) => {
    const valuesAt = valuesReader(property, (edge) => edges.property(edge, property.storedAs ?? property.name));
    return (node) => {
      const found: number[] = [];
      rows.walk(node, (edge) => {
        found.push(edge);
        return undefined;
      });
      return valuesAt(found);
    };
  });
}

type ValuesAt = (node: number) => readonly Comparable[];

/** The test of `{ born: { max: { gt: 1950 } } }` for what is related, whose values `readerOf` collects. */
function valuesTest(
  rows: RelationRows,
  properties: ReadonlyMap<string, Property>,
  where: Where,
  readerOf: (property: Property) => ValuesAt,
): Test | undefined {
  const connection = connectionField(rows.relation.field);
  return logicalTest(where, {
    branchTest: (branch) => valuesTest(rows, properties, branch, readerOf),
    fieldTest(field, value) {
      const property = properties.get(field);
      const scalars = property && 'scalar' in property.kind ? aggregateFilters[property.kind.scalar] : undefined;
      if (!property || !scalars) throw new RangeError(`"${field}" has no aggregates.`);
      const comparisons = Object.entries(said(field, connection, value)).map(([name, filter]) => {
        const given = said(name, connection, filter);
        // Where the library has the operator in its schema, it fails on it.
        if ('in' in given) throw problems.aggregateIn(field, name);
        const aggregate = aggregates[name as AggregateName];
        const holds = comparison(name, scalars[name as AggregateName] ?? 'Int', given);
        return (values: readonly Comparable[]): Verdict => holds(aggregate(values));
      });
      const valuesAt = readerOf(property);
      return (node) => {
        const values = valuesAt(node);
        return comparisons.reduce<Verdict>((least, it) => Math.min(least, it(values)) as Verdict, YES);
      };
    },
    emptyBranch: problems.emptyOperand,
  });
}

/** Compares a number about values; a number about nothing is unknown. */
function comparison(name: string, scalar: ScalarName, filter: Where): (value: Comparable | undefined) => Verdict {
  const toComparable = comparableOf({ kind: { scalar } });
  const tests = Object.entries(filter).map(([operator, operand]) => {
    if (operand === null) throw problems.nullOperand(name, operator);
    const { holds } = operators[operator as OperatorName];
    const asked = (Array.isArray(operand) ? operand : [operand]).map(toComparable);
    return (value: Comparable): boolean => asked.some((it) => it !== undefined && holds(value, it));
  });
  return (value) => (value === undefined ? UNKNOWN : verdictOf(tests.every((holds) => holds(value))));
}
