/**
 * Texts as XML and JSON have them: escaped where they must be, and cleaned of what XML and most readers of text cannot hold.
 *
 * JSON can escape every character, so nothing is lost there. It is made piece by piece: a file of a gigabyte is never one
 * value in memory.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import type { Field } from './fields/fields.ts';

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

/** Control characters, half surrogate pairs and two noncharacters: a single one makes a whole XML file unreadable. */
const UNREADABLE = /[^\t\n\r -\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Replaces characters that a format cannot hold by U+FFFD, and counts them. */
export class TextSanitiser {
  /** How many characters were replaced so far; those of a value that many edges share count once. */
  replaced = 0;

  /** The text with every unfit character as U+FFFD; nearly always the text itself. */
  clean(text: string): string {
    return text.search(UNREADABLE) === -1 ? text : this.replace(text, UNREADABLE, '\uFFFD');
  }

  /** Replaces what one format alone cannot hold, such as the separator of its lists inside a value. */
  replace(text: string, unfit: RegExp | string, by: string): string {
    return text.replaceAll(unfit, () => {
      this.replaced += 1;
      return by;
    });
  }

  /** Values as one text with `separator` between them; within a value it would part it, so `instead` stands there. */
  joinList(values: readonly unknown[], separator: string, instead: string): string {
    return values.map((it) => this.replace(String(it), separator, instead)).join(separator);
  }
}

/** Texts with none of these need quotes and nothing else; lone halves of surrogate pairs are escaped too. */
const PLAIN_IN_JSON = /^[ !#-[\]-\uD7FF\uE000-\uFFFF]*$/;

export const jsonString = (text: string): string => (PLAIN_IN_JSON.test(text) ? `"${text}"` : JSON.stringify(text));

/** A value as JSON. Whole numbers beyond 2^53 are texts, as in answers of the query API: most readers would round them. */
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
