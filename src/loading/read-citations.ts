/**
 * What an entry cites: `sources` with a locator each, one `source` with a `locator`, or the dossier's source.
 */
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
  const cited = listed ? readSeveral(entry, listed, set) : readOne(entry, set, defaultSource);
  const beside = findEntry(entry, 'locators');
  return beside ? withLocators(cited, beside, set) : cited;
}

/** The source that the entry names, or else the dossier's, with the entry's locator. */
function readOne(entry: LocatedMap, set: FactSet, defaultSource: DefaultSource | undefined): Cited {
  const single = findEntry(entry, 'source');
  const locator = findEntry(entry, 'locator');
  const source = single ? readId(single, 'source', set) : defaultSource?.id;
  const text = locator && readText(locator, 'locator', set);
  if (source !== undefined) return { sources: [source], locators: text === undefined ? undefined : [text] };
  if (locator && !single) set.problems.error(locatorWithoutSource, locator.at);
  return nothing;
}

const nothing: Cited = { sources: [], locators: undefined };

function readSeveral(entry: LocatedMap, listed: Located, set: FactSet): Cited {
  const single = findEntry(entry, 'source');
  if (single) set.problems.error(wrongValue, single.at, 'source', 'stands beside "sources". Keep one of them');
  if (listed.kind !== 'list' && !(listed.kind === 'scalar' && listed.isCell)) {
    const form = 'takes a list, as in [source:a, { id: source:b, locator: P3 }]';
    set.problems.error(wrongValue, listed.at, 'sources', form);
    return nothing;
  }
  const sources: string[] = [];
  const locators: string[] = [];
  for (const item of listed.kind === 'list' ? listed.items : [listed]) {
    const source = item.kind === 'map' ? readSourceOf(item, set) : readId(item, 'sources', set);
    if (source === undefined) continue;
    const locator = item.kind === 'map' ? findEntry(item, 'locator') : undefined;
    sources.push(source);
    locators.push((locator && readText(locator, 'locator', set)) ?? '');
  }
  readSharedLocator(entry, sources, locators, set);
  return { sources, locators: locators.some((it) => it !== '') ? locators : undefined };
}

function readSourceOf(item: LocatedMap, set: FactSet): string | undefined {
  for (const [key, { keyAt }] of item.entries) {
    if (key !== 'id' && key !== 'locator') {
      set.problems.error(unknownKey, keyAt, key, 'citation', ['id', 'locator']);
    }
  }
  const id = findEntry(item, 'id');
  if (!id) set.problems.error(wrongValue, item.at, 'sources', 'has a citation without "id"');
  return id && readId(id, 'id', set);
}

/** `locator` beside `sources` is clear while there is one source. */
function readSharedLocator(entry: LocatedMap, sources: string[], locators: string[], set: FactSet): void {
  const locator = findEntry(entry, 'locator');
  if (!locator) return;
  const text = readText(locator, 'locator', set);
  if (sources.length > 1) set.problems.error(ambiguousLocator, locator.at);
  else if (sources.length === 1 && text !== undefined) locators[0] = text;
}

/** `locators` as a list of its own, for whoever writes the two lists side by side. */
function withLocators(cited: Cited, listed: Located, set: FactSet): Cited {
  const items = listed.kind === 'list' ? listed.items : [];
  const texts = items.map((it) => (it.kind === 'scalar' ? it.text : undefined));
  if (texts.length === cited.sources.length && texts.every((it) => it !== undefined)) {
    return { ...cited, locators: texts };
  }
  set.problems.error(unevenLocators, listed.at, cited.sources.length);
  return cited;
}
