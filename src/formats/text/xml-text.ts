/**
 * Text as XML: escaped where it must be, cleaned of what XML cannot hold at all; and ids as XML name tokens and back.
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

/** Characters of a name token, those that all parsers agree on; an underscore before an `x` could be taken for a code. */
const UNFIT = /_(?=x)|[^\w.\-:\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u3001-\uD7FF]/gu;

/**
 * An id as a name token: what that cannot hold is written as its code. `readXmlToken` is the inverse.
 * @example
 * xmlToken('org:a/b') // 'org:a_x2F_b'
 */
export const xmlToken = (id: string): string => id.replace(UNFIT, codeOf);

const codeOf = (character: string): string => `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}_`;

/** The id that a name token stands for. */
export function readXmlToken(token: string): string {
  return token.replace(/_x([\dA-F]{1,6})_/g, (whole, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
