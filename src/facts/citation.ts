/**
 * Citations: which source says so, and where in it.
 *
 * Facts keep two lists side by side, `sources` and `locators`, because that is what a property graph can store. A
 * locator is a place such as `P4` or `p. 12`, and may end in a short quotation: `P4: "words of the source"`.
 */

export interface Citation {
  /** The id of a Source node. */
  readonly source: string;
  /** Where in the source; absent when nobody wrote it down. */
  readonly locator?: string;
}

/** A locator taken apart. */
export interface Locator {
  readonly place: string;
  readonly quotation?: string;
}

/** The two lists of a fact as citations. A locator that is missing or empty is left out. */
export function citationsOf(sources: readonly string[], locators: readonly string[] = []): Citation[] {
  return sources.map((source, i) => (locators[i] ? { source, locator: locators[i] } : { source }));
}

/**
 * A locator taken apart into the place and the quotation.
 * @example
 * readLocator('P4: "peacekeeping contingent"') // { place: 'P4', quotation: 'peacekeeping contingent' }
 */
export function readLocator(text: string): Locator {
  const match = /^(.*?)\s*:\s*["“](.*)["”]$/s.exec(text);
  return match ? { place: match[1] ?? '', quotation: match[2] ?? '' } : { place: text };
}
