/**
 * Values in a form that `<` and `===` put in the order people mean: dates as days, times as moments.
 *
 * Filters, sorts and aggregates all compare through here, so that they cannot disagree about what is earlier. In a sort
 * missing values come last, first when descending; ties are broken by the id of the node, then by the edge's number.
 */

import { type ClockScalar, clockReaders } from '../facts/clock-times.ts';
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
    // Ids are kept as texts, also where they are numbers.
    case 'Int':
    case 'BigInt':
      return (value) => (typeof value === 'string' ? Number(value) : value);
    case 'LocalDateTime':
    case 'Time':
    case 'LocalTime':
    case 'Duration':
      return (value) => clockReaders[kind.scalar as ClockScalar](String(value));
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

export type SortDirection = 'ASC' | 'DESC';

export interface SortKey {
  /** The key in words, for what is remembered by it. */
  readonly name: string;
  readonly descending: boolean;
  readonly read: (node: number, edge: number) => Comparable | undefined;
}

/** Places of the rows in the order of `keys`, each of which is read once. Row i is node `nodes[i]`, reached by `edges[i]` where there are edges. */
export function sortedPlaces(
  ids: readonly string[],
  nodes: readonly number[],
  edges: readonly number[],
  keys: readonly SortKey[],
): number[] {
  const columns = keys.map(({ read }) => nodes.map((node, i) => read(node, edges[i] ?? -1)));
  return nodes
    .map((_, i) => i)
    .sort((a, b) => {
      for (let k = 0; k < keys.length; k++) {
        const difference = compareKeys(columns[k]![a], columns[k]![b]);
        if (difference !== 0) return keys[k]!.descending ? -difference : difference;
      }
      return compareKeys(ids[nodes[a]!], ids[nodes[b]!]) || (edges[a] ?? 0) - (edges[b] ?? 0);
    });
}
