/**
 * What an entry cites: `sources` with a locator each, one `source` with a `locator`, or the dossier's source.
 */
import { type Citation, citationLists } from '../facts/citation.ts';
import type { DefaultSource, FactSet } from './fact-set.ts';
import { findEntry, type Located, type LocatedMap } from './located.ts';
import { ambiguousLocator, locatorWithoutSource, unevenLocators, unknownKey, wrongValue } from './problems.ts';
import { readId, readText } from './read-text.ts';

export interface Cited {
  readonly sources: readonly string[];
  /** Beside `sources`; undefined where no source has a locator. */
  readonly locators: readonly string[] | undefined;
}

/** The sources and locators of a node, edge or claim. What is wrong is reported and left out. */
export function readCitations(entry: LocatedMap, set: FactSet, defaultSource: DefaultSource | undefined): Cited {
  const listed = findEntry(entry, 'sources');
  const single = findEntry(entry, 'source');
  const locator = findEntry(entry, 'locator');
  const citations = listed ? readList(listed, set) : readSingle(single, set, defaultSource);
  if (single && listed)
    set.problems.error(() => wrongValue(single.at, 'source', 'stands beside "sources". Keep one of them'));
  if (locator) {
    const text = readText(locator, 'locator', set);
    if (citations.length === 1 && citations[0] && text !== undefined)
      citations[0] = { source: citations[0].source, locator: text };
    else if (citations.length > 1) set.problems.error(() => ambiguousLocator(locator.at));
    else if (text !== undefined && !single && !listed) set.problems.error(() => locatorWithoutSource(locator.at));
  }
  return withLocators(citationLists(citations), findEntry(entry, 'locators'), set);
}

function readSingle(single: Located | undefined, set: FactSet, defaultSource: DefaultSource | undefined): Citation[] {
  const source = single ? readId(single, 'source', set) : defaultSource?.id;
  return source === undefined ? [] : [{ source }];
}

function readList(listed: Located, set: FactSet): Citation[] {
  if (listed.kind !== 'list') {
    set.problems.error(() =>
      wrongValue(listed.at, 'sources', 'takes a list, as in [source:a, { id: source:b, locator: P3 }]'),
    );
    return [];
  }
  const citations: Citation[] = [];
  for (const item of listed.items) {
    const citation = item.kind === 'map' ? readCitation(item, set) : { source: readId(item, 'sources', set) };
    if (citation.source !== undefined) citations.push({ ...citation, source: citation.source });
  }
  return citations;
}

function readCitation(item: LocatedMap, set: FactSet): { source: string | undefined; locator?: string } {
  for (const [key, { keyAt }] of item.entries) {
    if (key !== 'id' && key !== 'locator')
      set.problems.error(() => unknownKey(keyAt, key, 'citation', ['id', 'locator']));
  }
  const id = findEntry(item, 'id');
  const locator = findEntry(item, 'locator');
  if (!id) set.problems.error(() => wrongValue(item.at, 'sources', 'has a citation without "id"'));
  const source = id && readId(id, 'id', set);
  const text = locator && readText(locator, 'locator', set);
  return text === undefined ? { source } : { source, locator: text };
}

/** `locators` as a list of its own, for whoever writes the two lists side by side. */
function withLocators(cited: Cited, listed: Located | undefined, set: FactSet): Cited {
  if (!listed) return cited;
  const texts = listed.kind === 'list' ? listed.items.map((it) => (it.kind === 'scalar' ? it.text : undefined)) : [];
  if (texts.length === cited.sources.length && texts.every((it) => it !== undefined))
    return { ...cited, locators: texts };
  set.problems.error(() => unevenLocators(listed.at, cited.sources.length));
  return cited;
}
