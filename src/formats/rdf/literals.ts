/**
 * Values as RDF literals: in the one form that every reader compares by, and with a datatype only where they fit it.
 */
import type { ScalarValue } from '../../facts/fact.ts';
import { dayOf, readPartialDate } from '../../facts/partial-date.ts';
import { wellKnown } from './namespaces.ts';
import type { RdfObject } from './thing.ts';

const { xsd, edtf } = wellKnown;

/** The literal of a value that should have a datatype; a plain text where it does not fit, or where none is given. */
export function literalOf(value: ScalarValue, datatype: string | undefined): RdfObject {
  if (datatype === undefined) return typeof value === 'string' ? { text: value } : literalOf(value, usualType(value));
  const text = datatype === `${xsd}double` ? doubleText(Number(value)) : String(value);
  return fits(text, datatype) ? { text, datatype } : { text: String(value) };
}

function usualType(value: ScalarValue): string {
  if (typeof value === 'boolean') return `${xsd}boolean`;
  return typeof value === 'bigint' || Number.isInteger(value) ? `${xsd}integer` : `${xsd}double`;
}

function fits(text: string, datatype: string): boolean {
  if (datatype === `${edtf}EDTF`) return 'validity' in readPartialDate(text);
  if (datatype === `${xsd}date`) return dayOf(text) !== undefined;
  if (datatype === `${xsd}integer`) return /^-?\d+$/.test(text);
  if (datatype === `${xsd}double`) return text !== 'NaN';
  return true;
}

/** The canonical text of an `xsd:double`: `8.0E-1`. */
function doubleText(number: number): string {
  const [mantissa = '', exponent = ''] = number.toExponential().split('e');
  if (exponent === '') return 'NaN';
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}
