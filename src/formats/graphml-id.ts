/**
 * Ids as XML name tokens and back: what a token cannot hold is written as its code, `_x2F_` for a slash.
 */

/** Characters of a name token, those that all parsers agree on; an underscore before an `x` could be taken for a code. */
const UNFIT = /_(?=x)|[^\w.\-:\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u3001-\uD7FF]/u;
const EACH_UNFIT = new RegExp(UNFIT, 'gu');

/** @example graphmlId('org:a/b') // 'org:a_x2F_b' */
export function graphmlId(id: string): string {
  return UNFIT.test(id) ? id.replace(EACH_UNFIT, codeOf) : id;
}

const codeOf = (character: string): string => `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}_`;

/** The id that a name token stands for. */
export function idOfGraphml(token: string): string {
  return token.includes('_x')
    ? token.replace(/_x([\dA-F]{1,6})_/g, (whole, code: string) => {
        const point = Number.parseInt(code, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      })
    : token;
}
