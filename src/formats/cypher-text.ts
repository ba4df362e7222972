/**
 * Values as Cypher literals. A script has no parameters, so what stands in it is escaped here and nowhere else.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import { type Field, type ValueKind, valuesOf } from './field.ts';
import type { TextSanitiser } from './sanitise-text.ts';

export interface PrintLiteral {
  readonly text: (text: string) => string;
  readonly value: (field: Field, value: PropertyValue) => string;
}

export function printLiteral(sanitiser: TextSanitiser): PrintLiteral {
  const text = (it: string): string => cypherString(it, sanitiser);
  const scalar = (kind: ValueKind, value: ScalarValue): string => {
    if (typeof value === 'string') {
      if (kind === 'day') return `date(${text(value)})`;
      return kind === 'moment' ? `datetime(${text(value)})` : text(value);
    }
    // A whole number would be stored as an integer; one beyond 2^53 is printed with an exponent.
    return kind === 'number' && Number.isSafeInteger(value) ? `${value}.0` : String(value).replace('e+', 'e');
  };
  return {
    text,
    value: ({ kind, list }, value) => {
      if (!list && typeof value !== 'object') return scalar(kind, value);
      return `[${valuesOf(value)
        .map((it) => scalar(kind, it))
        .join(', ')}]`;
    },
  };
}

const PLAIN = /^[ -&(-[\]-\uD7FF\uE000-\uFFFD]*$/;
const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function cypherString(text: string, sanitiser: TextSanitiser): string {
  if (PLAIN.test(text)) return `'${text}'`;
  return `'${sanitiser.clean(text).replace(/['\\\n\r\t]/g, (it) => escapes[it] ?? `\\${it}`)}'`;
}

/** A label, a relationship type or a property: between backticks where it is no plain word. */
export const cypherName = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
