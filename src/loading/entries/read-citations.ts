/**
 * What an entry cites: `sources` with a locator each, one `source` with a `locator`, or the dossier's source.
 */

import { findEntry, type Located, type LocatedMap } from '../../base/located.ts';
import type { ProblemList } from '../../base/problem-list.ts';
import { ambiguousLocator, locatorWithoutSource, unevenLocators, wrongValue } from '../reading/problems.ts';
import type { DefaultSource } from './fact-set.ts';
import { checkKeys, readId, readText } from './read-values.ts';

export interface Cited {
  readonly sources: readonly string[];
  /** Beside `sources`; undefined where no source has a locator. */
  readonly locators: readonly string[] | undefined;
}

const nothing: Cited = { sources: [], locators: undefined };

/** The sources and locators of a node, edge or claim. What is wrong is reported and left out. */
export function readCitations(entry: LocatedMap, problems: ProblemList, defaultSource?: DefaultSource): Cited {
  const listed = findEntry(entry, 'sources');
  const cited = listed ? readSeveral(entry, listed, problems) : readOne(entry, problems, defaultSource);
  const beside = findEntry(entry, 'locators');
  return beside ? withLocators(cited, beside, problems) : cited;
}

/** The source that a dossier, a mapping or a record names for all its entries. */
export function readDefaultSource(map: LocatedMap, problems: ProblemList): DefaultSource | undefined {
  const named = findEntry(map, 'source');
  const id = named && readId(named, 'source', problems);
  return id === undefined ? undefined : { id, at: named?.at };
}

/** The source that the entry names, or else the dossier's, with the entry's locator. */
function readOne(entry: LocatedMap, problems: ProblemList, defaultSource: DefaultSource | undefined): Cited {
  const single = findEntry(entry, 'source');
  const locator = findEntry(entry, 'locator');
  const source = single ? readId(single, 'source', problems) : defaultSource?.id;
  const text = locator && readText(locator, 'locator', problems);
  if (source !== undefined) return { sources: [source], locators: text === undefined ? undefined : [text] };
  if (locator && !single) problems.error(locatorWithoutSource, locator.at);
  return nothing;
}

function readSeveral(entry: LocatedMap, listed: Located, problems: ProblemList): Cited {
  const single = findEntry(entry, 'source');
  if (single) problems.error(wrongValue, single.at, 'source', 'stands beside "sources". Keep one of them');
  if (listed.kind !== 'list' && !(listed.kind === 'scalar' && listed.isCell)) {
    const form = 'takes a list, as in [source:a, { id: source:b, locator: P3 }]';
    problems.error(wrongValue, listed.at, 'sources', form);
    return nothing;
  }
  const sources: string[] = [];
  const locators: string[] = [];
  for (const item of listed.kind === 'list' ? listed.items : [listed]) {
    const source = item.kind === 'map' ? readSourceOf(item, problems) : readId(item, 'sources', problems);
    if (source === undefined) continue;
    const locator = item.kind === 'map' ? findEntry(item, 'locator') : undefined;
    sources.push(source);
    locators.push((locator && readText(locator, 'locator', problems)) ?? '');
  }
  // `locator` beside `sources` is clear while there is one source.
  const shared = findEntry(entry, 'locator');
  const text = shared && readText(shared, 'locator', problems);
  if (shared && sources.length > 1) problems.error(ambiguousLocator, shared.at);
  else if (text !== undefined && sources.length === 1) locators[0] = text;
  return { sources, locators: locators.some((it) => it !== '') ? locators : undefined };
}

function readSourceOf(item: LocatedMap, problems: ProblemList): string | undefined {
  checkKeys(item, 'citation', ['id', 'locator'], problems);
  const id = findEntry(item, 'id');
  if (!id) problems.error(wrongValue, item.at, 'sources', 'has a citation without "id"');
  return id && readId(id, 'id', problems);
}

/** `locators` as a list of its own, for whoever writes the two lists side by side. */
function withLocators(cited: Cited, listed: Located, problems: ProblemList): Cited {
  const items = listed.kind === 'list' ? listed.items : [];
  const texts = items.map((it) => (it.kind === 'scalar' ? it.text : undefined));
  if (texts.length === cited.sources.length && texts.every((it) => it !== undefined)) {
    return { ...cited, locators: texts };
  }
  problems.error(unevenLocators, listed.at, cited.sources.length);
  return cited;
}
