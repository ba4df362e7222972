/**
 * Numbers about the values of one property: least, greatest, mean, sum; of texts the longest, the shortest and their
 * lengths. What an answer shows (`aggregate { node { … } }`) and what a filter compares come from the same functions.
 *
 * Missing values are left out, as in Cypher.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import { type Comparable, comparableOf, comparableValue, compareKeys } from '../../filters/comparable.ts';
import type { Property, ScalarName } from '../../ontology/ontology.ts';

export type AggregateName =
  | 'min'
  | 'max'
  | 'average'
  | 'sum'
  | 'longest'
  | 'shortest'
  | 'longestLength'
  | 'shortestLength'
  | 'averageLength';

type Values = readonly Comparable[];

/** What is said of some values; undefined where there is nothing to say it of. */
export const aggregates: Readonly<Record<AggregateName, (values: Values) => Comparable | undefined>> = {
  min: (values) => best(values, 1),
  max: (values) => best(values, -1),
  average: (values) => mean(values, Number(sum(values))),
  sum,
  longest: (values) => byLength(values, -1),
  shortest: (values) => byLength(values, 1),
  longestLength: (values) => lengthOf(byLength(values, -1)),
  shortestLength: (values) => lengthOf(byLength(values, 1)),
  averageLength: (values) =>
    mean(
      values,
      values.reduce<number>((total, it) => total + (lengthOf(it) ?? 0), 0),
    ),
};

function best(values: Values, sign: 1 | -1): Comparable | undefined {
  let found: Comparable | undefined;
  for (const it of values) if (found === undefined || sign * compareKeys(it, found) < 0) found = it;
  return found;
}

/** Large whole numbers are bigints, and stay exact. */
function sum(values: Values): number | bigint {
  let total = 0;
  let whole: bigint | undefined;
  for (const it of values) {
    if (typeof it === 'bigint') whole = (whole ?? 0n) + it;
    else total += Number(it);
  }
  return whole === undefined ? total : whole + BigInt(total);
}

const mean = (values: Values, total: number): number | undefined =>
  values.length === 0 ? undefined : total / values.length;

/** Among texts of equal length the first in the alphabet, so that the answer does not depend on the order of rows. */
function byLength(values: Values, sign: 1 | -1): Comparable | undefined {
  let found: Comparable | undefined;
  for (const it of values) {
    const longer = sign * ((lengthOf(it) ?? 0) - (lengthOf(found) ?? 0));
    if (found === undefined || longer < 0 || (longer === 0 && compareKeys(it, found) < 0)) found = it;
  }
  return found;
}

/** Length in characters, as Cypher's `size` counts them. */
function lengthOf(text: Comparable | undefined): number | undefined {
  if (text === undefined) return undefined;
  let length = 0;
  for (const _ of String(text)) length++;
  return length;
}

type ReadValue = (row: number) => PropertyValue | undefined;

/** A reader of the values of `property` that rows have, in comparable form, missing ones left out. */
export function valuesReader(property: Property, read: ReadValue): (rows: Iterable<number>) => Comparable[] {
  const toComparable = comparableOf(property);
  return (rows) => {
    const values: Comparable[] = [];
    for (const row of rows) {
      const value = comparableValue(read(row), toComparable);
      if (value !== undefined) values.push(value);
    }
    return values;
  };
}

/** The aggregate of `property` over these rows, as an answer shows it. Values are read when the first number is asked for. */
export function aggregateOf(
  property: Property,
  rows: readonly number[],
  read: ReadValue,
): (name: AggregateName) => Comparable | null {
  let known: Comparable[] | undefined;
  return (name) => {
    known ??= valuesReader(property, read)(rows);
    const value = aggregates[name](known);
    if (value === undefined) return null;
    // DateTime is compared as a moment and shown as text.
    const isMoment = 'scalar' in property.kind && property.kind.scalar === 'DateTime';
    return isMoment ? new Date(Number(value)).toISOString() : value;
  };
}

/** The aggregates that filters compare with, by the scalar of the property; each with the scalar compared with. */
export const aggregateFilters: Readonly<Partial<Record<ScalarName, Partial<Record<AggregateName, ScalarName>>>>> = {
  Int: { average: 'Float', max: 'Int', min: 'Int', sum: 'Int' },
  Float: { average: 'Float', max: 'Float', min: 'Float', sum: 'Float' },
  BigInt: { average: 'BigInt', max: 'BigInt', min: 'BigInt', sum: 'BigInt' },
  DateTime: { max: 'DateTime', min: 'DateTime' },
  LocalDateTime: { max: 'LocalDateTime', min: 'LocalDateTime' },
  LocalTime: { max: 'LocalTime', min: 'LocalTime' },
  Time: { max: 'Time', min: 'Time' },
  String: { averageLength: 'Float', longestLength: 'Int', shortestLength: 'Int' },
};
