/**
 * A mapping, `states.map.yaml`: what the rows of `states.csv` mean. It is a dossier whose entries have holes.
 */
import type { DefaultSource, FactSet } from '../fact-set.ts';
import { describe, findEntry, type Located, type LocatedMap } from '../located.ts';
import { notADossier, notAList, notAnEntry, unknownKey, wrongValue } from '../problems.ts';
import { readDefaultSource } from '../read-dossier.ts';
import { compileEntry, type EntryTemplate } from './entry-template.ts';
import type { Lookups } from './filters.ts';

export interface Mapping {
  readonly defaultSource: DefaultSource | undefined;
  readonly templates: readonly EntryTemplate[];
}

const mappingKeys = ['title', 'description', 'source', 'separator', 'lookups', 'nodes', 'edges'];

/** The character between the cells of the table; a comma when the mapping does not say. */
export function readSeparator(mapping: Located, set: FactSet): string {
  const named = mapping.kind === 'map' ? findEntry(mapping, 'separator') : undefined;
  if (!named) return ',';
  if (named.kind === 'scalar' && named.text.length === 1 && !/["\n\r]/.test(named.text)) return named.text;
  set.problems.error(wrongValue, named.at, 'separator', 'takes one character, as in ";" or "\\t"');
  return ',';
}

/** The templates of a mapping for a table with these columns. */
export function readMapping(mapping: Located, columns: readonly string[], set: FactSet): Mapping {
  if (mapping.kind !== 'map') {
    set.problems.error(notADossier, mapping.at, describe(mapping));
    return { defaultSource: undefined, templates: [] };
  }
  for (const [key, { keyAt }] of mapping.entries) {
    if (!mappingKeys.includes(key)) set.problems.error(unknownKey, keyAt, key, 'mapping', mappingKeys);
  }
  const context = { columns, lookups: readLookups(mapping, set), problems: set.problems };
  const templates: EntryTemplate[] = [];
  for (const [key, kind] of [
    ['nodes', 'node'],
    ['edges', 'edge'],
  ] as const) {
    for (const entry of entriesOf(mapping, key, set)) {
      const template = compileEntry(entry, kind, context);
      if (template) templates.push(template);
    }
  }
  return { defaultSource: readDefaultSource(mapping, set), templates };
}

function entriesOf(mapping: LocatedMap, key: string, set: FactSet): LocatedMap[] {
  const list = findEntry(mapping, key);
  if (!list) return [];
  if (list.kind !== 'list') {
    set.problems.error(notAList, list.at, key, describe(list));
    return [];
  }
  return list.items.filter((item): item is LocatedMap => {
    if (item.kind !== 'map') set.problems.error(notAnEntry, item.at, key, describe(item));
    return item.kind === 'map';
  });
}

function readLookups(mapping: LocatedMap, set: FactSet): Lookups {
  const lookups = new Map<string, ReadonlyMap<string, string>>();
  const named = findEntry(mapping, 'lookups');
  const takes = 'takes lists of words and what they mean, as in { votes: { yes: Y, no: N } }';
  if (!named) return lookups;
  if (named.kind !== 'map') set.problems.error(wrongValue, named.at, 'lookups', takes);
  else {
    for (const [name, { value }] of named.entries) {
      const words = new Map<string, string>();
      const pairs = value.kind === 'map' ? [...value.entries] : [];
      if (value.kind !== 'map') set.problems.error(wrongValue, value.at, name, takes);
      for (const [word, { value: meaning }] of pairs) {
        if (meaning.kind === 'scalar' && meaning.value !== null) words.set(word, meaning.text);
        else set.problems.error(wrongValue, meaning.at, word, `takes a text, not ${describe(meaning)}`);
      }
      lookups.set(name, words);
    }
  }
  return lookups;
}
