/**
 * Values in a form that `<` and `===` put in the order people mean: dates as days, times as moments.
 *
 * Filters, sorts and aggregates all compare through here, so that they cannot disagree about what is earlier.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import { dayOf } from '../facts/partial-date.ts';
import type { Property } from '../ontology/ontology.ts';

export type Comparable = string | number | bigint | boolean;

/** How a property's single values are made comparable; undefined for a value that is none of its kind. */
export function comparableOf({ kind }: Pick<Property, 'kind'>): (value: ScalarValue) => Comparable | undefined {
  if ('enum' in kind) return asIs;
  switch (kind.scalar) {
    case 'Date':
      return (value) => dayOf(String(value));
    case 'DateTime':
      return momentOf;
    default:
      return asIs;
  }
}

const asIs = (value: ScalarValue): Comparable => value;

function momentOf(value: ScalarValue): number | undefined {
  const moment = Date.parse(String(value));
  return Number.isNaN(moment) ? undefined : moment;
}

/** The comparable form of a stored value that is no list; undefined when it is missing. */
export function comparableValue(
  value: PropertyValue | undefined,
  toComparable: (value: ScalarValue) => Comparable | undefined,
): Comparable | undefined {
  return value === undefined || typeof value === 'object' ? undefined : toComparable(value);
}

/** Order of two keys, missing ones last: the order of `ASC`. */
export function compareKeys(a: Comparable | undefined, b: Comparable | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a < b ? -1 : a > b ? 1 : 0;
}
