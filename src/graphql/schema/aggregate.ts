/**
 * Numbers about the values of one property: least, greatest, mean, sum; of texts the longest and the shortest.
 *
 * Missing values are left out, as in Cypher. Values are read when the first number is asked for.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import { type Comparable, comparableOf, comparableValue, compareKeys } from '../../filters/comparable.ts';
import type { Property } from '../../ontology/ontology.ts';

export interface Aggregate {
  min(): Comparable | null;
  max(): Comparable | null;
  average(): number | null;
  sum(): number | bigint;
  longest(): string | null;
  shortest(): string | null;
}

/** The aggregate of `property` over these rows. */
export function aggregateOf(
  property: Property,
  rows: readonly number[],
  read: (row: number) => PropertyValue | undefined,
): Aggregate {
  const scalar = 'scalar' in property.kind ? property.kind.scalar : undefined;
  const toComparable = comparableOf(property);
  let known: Comparable[] | undefined;
  const values = (): Comparable[] =>
    (known ??= rows.map((row) => comparableValue(read(row), toComparable)).filter((it) => it !== undefined));
  // DateTime is compared as a moment and shown as text.
  const shown = (value: Comparable | undefined): Comparable | null => {
    if (value === undefined) return null;
    return scalar === 'DateTime' ? new Date(Number(value)).toISOString() : value;
  };
  const best = (sign: 1 | -1): Comparable | null =>
    shown(
      values().reduce<Comparable | undefined>(
        (a, b) => (a === undefined || sign * compareKeys(b, a) < 0 ? b : a),
        undefined,
      ),
    );
  const sum = (): number | bigint =>
    scalar === 'BigInt'
      ? values().reduce<bigint>((total, it) => total + BigInt(it as number | bigint), 0n)
      : values().reduce<number>((total, it) => total + Number(it), 0);
  // Among texts of equal length the first in the alphabet, so that the answer does not depend on the order of rows.
  const byLength = (sign: 1 | -1): string | null =>
    (values() as string[]).reduce<string | null>((a, b) => {
      if (a === null) return b;
      const difference = sign * (lengthOf(b) - lengthOf(a)) || compareKeys(b, a);
      return difference < 0 ? b : a;
    }, null);
  return {
    min: () => best(1),
    max: () => best(-1),
    average: () => (values().length === 0 ? null : Number(sum()) / values().length),
    sum,
    longest: () => byLength(-1),
    shortest: () => byLength(1),
  };
}

/** Length in characters, as Cypher's `size` counts them. */
const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length++;
  return length;
};
