/**
 * Values on their way to Neo4j and back.
 *
 * Whole numbers are integers there, days are dates, all else is what it is here. Moments, times and durations stay the
 * texts they are, and their comparable form stands beside them, so that they compare as in memory and come back to the
 * letter.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import { readPartialDate } from '../facts/partial-date.ts';
import { comparableOf } from '../filters/comparable.ts';
import type { Property } from '../ontology/ontology.ts';

/** A date of the driver, as far as it is looked at; its own type is not there for whoever has no Neo4j. */
interface Neo4jDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A value as the driver takes it. */
export type Neo4jValue = string | number | bigint | boolean | Neo4jDate | readonly Neo4jValue[] | undefined;

type Kind = Pick<Property, 'kind'> & Partial<Pick<Property, 'name'>>;
/** Makes the driver's date; handed in, since the driver is loaded when it is used. */
export type MakeDate = (year: number, month: number, day: number) => Neo4jDate;

const scalarOf = ({ kind }: Kind): string => ('enum' in kind ? 'String' : kind.scalar);

const KEYED: ReadonlySet<string> = new Set(['DateTime', 'LocalDateTime', 'Time', 'LocalTime', 'Duration']);

const isWhole = (property: Kind): boolean => ['Int', 'BigInt'].includes(scalarOf(property));

/** Whether a property is compared by a form of its own: moments and times, and ids that are numbers, for ids stay texts. */
export const isKeyed = (property: Kind): boolean =>
  KEYED.has(scalarOf(property)) || (property.name === 'id' && isWhole(property));

/** The property that is kept under a name. */
export function propertyKeptAs(
  declared: ReadonlyMap<string, Property> | undefined,
  name: string,
): Property | undefined {
  const found = declared?.get(name);
  if (found && (found.storedAs ?? name) === name) return found;
  return declared && [...declared.values()].find((it) => it.storedAs === name);
}

/** The four bounds of a vague date, as they are stored; undefined where a text is none. */
export function boundsOfDate(value: PropertyValue): readonly bigint[] | undefined {
  const date = typeof value === 'string' ? readPartialDate(value) : undefined;
  if (!date || 'reason' in date) return undefined;
  const { earliestStart, latestStart, earliestEnd, latestEnd } = date.validity;
  return [earliestStart, latestStart, earliestEnd, latestEnd].map(BigInt);
}

/** A value of a property as it is stored. */
export function toStored(property: Kind | undefined, value: PropertyValue, date: MakeDate): Neo4jValue {
  if (typeof value === 'object') return value.map((it) => scalarToStored(property, it, date));
  return scalarToStored(property, value, date);
}

function scalarToStored(property: Kind | undefined, value: ScalarValue, date: MakeDate): Neo4jValue {
  const scalar = property && scalarOf(property);
  if ((scalar === 'Int' || scalar === 'BigInt') && typeof value !== 'boolean') return BigInt(value);
  const day = scalar === 'Date' && /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value));
  return day ? date(Number(day[1]), Number(day[2]), Number(day[3])) : value;
}

/** The form of a value by which it is compared. A value that is none of its kind has none. */
export function toKey(property: Kind, value: PropertyValue, date: MakeDate): Neo4jValue {
  const one = (it: ScalarValue): Neo4jValue =>
    isKeyed(property) ? comparableOf(property)(it) : scalarToStored(property, it, date);
  return typeof value === 'object' ? value.map(one) : one(value as ScalarValue);
}

/** A stored value as it is here. */
export function fromStored(property: Kind | undefined, value: unknown): PropertyValue {
  if (Array.isArray(value)) return value.map((it) => fromStored(property, it) as ScalarValue);
  if (typeof value === 'bigint') return property && scalarOf(property) === 'BigInt' ? value : Number(value);
  if (typeof value === 'object') return String(value);
  return value as ScalarValue;
}
