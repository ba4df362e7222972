/**
 * The part of the `edtf` package that tests compare with; it ships no types.
 */
declare module 'edtf' {
  /** What a text was read as. */
  export interface Parsed {
    readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'List' | 'Set';
  }

  /** Throws when the text is not EDTF within the constraints. */
  export function parse(text: string, constraints?: { level?: 0 | 1 | 2; types?: Parsed['type'][] }): Parsed;

  /** A date of some precision; `min` and `max` are milliseconds since 1970, both inside it. */
  // biome-ignore lint/suspicious/noShadowRestrictedNames: the package calls it so.
  export class Date {
    constructor(parsed: Parsed);
    readonly min: number;
    readonly max: number;
  }
}
