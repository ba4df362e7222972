/**
 * Lists as one text, for formats that have no lists or only in name.
 */
import type { ScalarValue } from '../facts/fact.ts';
import type { TextSanitiser } from './sanitise-text.ts';

type Values = readonly ScalarValue[];

/** GEXF 1.3: `["a", "b"]`, with backslashes before quotes and backslashes alone: Gephi reads `\n` as an n. */
export function gexfList(values: Values): string {
  const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
  return `[${values.map((it) => (typeof it === 'string' ? quoted(it) : String(it))).join(', ')}]`;
}

/** GEXF 1.2: `a|b`. A bar within a value would part it, and becomes a broken bar. */
export const pipedList = (values: Values, sanitiser: TextSanitiser): string => joined(values, '|', '¦', sanitiser);

/** Neo4j's importer: `a;b`. A semicolon within a value would part it, and becomes a comma. */
export const semicolonList = (values: Values, sanitiser: TextSanitiser): string => joined(values, ';', ',', sanitiser);

function joined(values: Values, separator: string, instead: string, sanitiser: TextSanitiser): string {
  const unfit = new RegExp(`[${separator}]`, 'g');
  return values.map((it) => sanitiser.replace(String(it), unfit, instead)).join(separator);
}
