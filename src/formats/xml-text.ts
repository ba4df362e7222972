/**
 * Text as XML: escaped where it must be, cleaned of what XML cannot hold at all.
 */
import type { TextSanitiser } from './sanitise-text.ts';

/** Texts that stand in an attribute as they are. Whatever else there is, pairs of surrogates too, is looked at closely. */
const PLAIN = /^[ !#-%'-;=?-\uD7FF\uE000-\uFFFD]*$/;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Parsers make spaces of these in attributes, unless they are written so.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const entityOf = (character: string): string => entities[character] ?? character;

/** A text for an attribute in double quotes. */
export function xmlAttribute(text: string, sanitiser: TextSanitiser): string {
  return PLAIN.test(text) ? text : sanitiser.clean(text).replace(/[&<>"\t\n\r]/g, entityOf);
}

/** A text between tags. Quotes stay: one reader keeps only what follows the last entity. */
export function xmlContent(text: string, sanitiser: TextSanitiser): string {
  return PLAIN.test(text) ? text : sanitiser.clean(text).replace(/[&<>\r]/g, entityOf);
}
