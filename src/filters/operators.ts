/**
 * The operators of filters: one table, read by the schema (which filter has which) and by the compiler (what it means).
 */
import type { Property, ScalarName } from '../ontology/ontology.ts';
import type { Comparable } from './comparable.ts';
import { compileExpression } from './expression.ts';

export type OperatorName =
  | 'eq'
  | 'in'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'contains'
  | 'startsWith'
  | 'endsWith'
  | 'includes'
  | 'matches';

/** An operator compares a stored value, or every element of a stored list, with what was asked. */
export interface FilterOperator {
  readonly takes: 'one' | 'many';
  readonly description: string;
  readonly holds: (value: Comparable, asked: Comparable) => boolean;
}

export const operators: Readonly<Record<OperatorName, FilterOperator>> = {
  eq: { takes: 'one', description: 'Equal to this; `null` finds missing values.', holds: (a, b) => same(a, b) },
  in: { takes: 'many', description: 'Equal to one of these.', holds: (a, b) => same(a, b) },
  gt: { takes: 'one', description: 'Greater (later) than this.', holds: (a, b) => a > b },
  gte: { takes: 'one', description: 'Greater (later) than or equal to this.', holds: (a, b) => a >= b },
  lt: { takes: 'one', description: 'Less (earlier) than this.', holds: (a, b) => a < b },
  lte: { takes: 'one', description: 'Less (earlier) than or equal to this.', holds: (a, b) => a <= b },
  contains: {
    takes: 'one',
    description: 'Has this text in it, letter by letter.',
    holds: (a, b) => String(a).includes(String(b)),
  },
  startsWith: {
    takes: 'one',
    description: 'Begins with this text.',
    holds: (a, b) => String(a).startsWith(String(b)),
  },
  endsWith: { takes: 'one', description: 'Ends with this text.', holds: (a, b) => String(a).endsWith(String(b)) },
  includes: { takes: 'one', description: 'Has this among its elements.', holds: (a, b) => same(a, b) },
  matches: {
    takes: 'one',
    description: 'All of it fits this regular expression: `.*[Cc]ross.*`.',
    holds: (a, b) => compileExpression(String(b)).fits(String(a)),
  },
};

// A bigint and a number are never identical, but can be equal.
const same = (a: Comparable, b: Comparable): boolean => a === b || (typeof a !== typeof b && a >= b && a <= b);

const order: readonly OperatorName[] = ['eq', 'in', 'gt', 'gte', 'lt', 'lte'];
const text: readonly OperatorName[] = ['eq', 'in', 'contains', 'startsWith', 'endsWith', 'matches'];
const orderedText: readonly OperatorName[] = [...text, 'gt', 'gte', 'lt', 'lte'];
const identity: readonly OperatorName[] = ['eq', 'in'];
const list: readonly OperatorName[] = ['eq', 'includes'];

const operatorsOfScalar: Readonly<Record<ScalarName, readonly OperatorName[]>> = {
  ID: text,
  String: orderedText,
  Int: order,
  Float: order,
  BigInt: order,
  Date: order,
  DateTime: order,
  LocalDateTime: order,
  Time: order,
  LocalTime: order,
  // Which of two durations is longer depends on the day that they are counted from.
  Duration: identity,
  Point: identity,
  CartesianPoint: identity,
  Custom: identity,
  Boolean: ['eq'],
  PartialDate: order,
};

/** What a filter of texts takes beside operators: a filter by the same operators in which capitals do not count. */
export const CASELESS = 'caseInsensitive';

/** Whether a filter of the property takes `caseInsensitive`. */
export const takesCaseless = ({ kind, list }: Pick<Property, 'kind' | 'list'>): boolean =>
  !list && 'scalar' in kind && kind.scalar === 'String';

/** What a filter of vague dates takes beside operators: whether what is possible holds, or only what is certain. */
export const POSSIBLE = 'possible';

/** Whether a filter of the property takes `possible`. */
export const takesPossible = ({ kind, list }: Pick<Property, 'kind' | 'list'>): boolean =>
  !list && 'scalar' in kind && kind.scalar === 'PartialDate';

/** The operators that a property's filter has, as the library gives them; those of vague dates it gives are `eq` and `in`. */
export function operatorsOf({ kind, list: isList }: Pick<Property, 'kind' | 'list'>): readonly OperatorName[] {
  const isBoolean = 'scalar' in kind && kind.scalar === 'Boolean';
  if (isList) return isBoolean ? ['eq'] : list;
  return 'enum' in kind ? identity : operatorsOfScalar[kind.scalar];
}
