/**
 * JSON of property values, piece by piece: a file of a gigabyte is never one value in memory.
 *
 * JSON can escape every character, so nothing is lost. Whole numbers beyond 2^53 become texts, as in the answers of the
 * query API: most readers of JSON would round them in silence.
 */
import type { PropertyValue, ScalarValue } from '../../facts/fact.ts';
import type { Field } from '../fields/fields.ts';

/** Texts with none of these need quotes and nothing else; lone halves of surrogate pairs are escaped too. */
const PLAIN = /^[ !#-[\]-\uD7FF\uE000-\uFFFF]*$/;

export const jsonString = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

export function jsonText(value: PropertyValue): string {
  return typeof value === 'object' ? `[${value.map(jsonScalar).join(',')}]` : jsonScalar(value);
}

function jsonScalar(value: ScalarValue): string {
  if (typeof value === 'string') return jsonString(value);
  return typeof value === 'bigint' ? `"${value}"` : JSON.stringify(value);
}

/** `,"name":value`, or nothing where there is no value. */
export const jsonMember = (name: string, value: PropertyValue | undefined): string =>
  value === undefined ? '' : `,${jsonString(name)}:${jsonText(value)}`;

/** Members that each begin with a comma, as an object. */
export const jsonObject = (members: string): string => `{${members.slice(1)}}`;

/** How formats of flat attributes write fields, types and places. */
export const jsonField = ({ name }: Field, value: PropertyValue): string => jsonMember(name, value);
export const jsonType = (name: string): string => jsonMember('type', name);
export const jsonPlace = (x: string, y: string): string => `,"x":${x},"y":${y}`;
