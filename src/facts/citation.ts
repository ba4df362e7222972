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
  // By hand, since a pattern that looks for the first such colon takes the square of the blanks before it.
  const isQuoted = text.endsWith('"') || text.endsWith('”');
  for (let colon = text.indexOf(':'); colon !== -1 && isQuoted; colon = text.indexOf(':', colon + 1)) {
    let start = colon + 1;
    while (text[start]?.trim() === '') start++;
    const isQuote = (text[start] === '"' || text[start] === '“') && start < text.length - 1;
    if (isQuote) return { place: text.slice(0, colon).trimEnd(), quotation: text.slice(start + 1, -1) };
  }
  return { place: text };
}
