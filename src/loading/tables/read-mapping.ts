/**
 * A mapping, `states.map.yaml`: what the rows of `states.csv` mean. It is a dossier whose entries have holes.
 */

import { composed } from '../../base/composed.ts';
import { describeValue, findEntry, type Located, type LocatedMap } from '../../base/located.ts';
import type { DefaultSource, FactSet } from '../entries/fact-set.ts';
import { readDefaultSource } from '../entries/read-citations.ts';
import { checkKeys, readEntryList } from '../entries/read-values.ts';
import { wrongForm, wrongValue } from '../reading/problems.ts';
import { compileEntry, type EntryTemplate } from './entry-template.ts';
import type { Lookups, TableContext } from './template.ts';

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
    set.problems.error(wrongForm, mapping, 'dossier');
    return { defaultSource: undefined, templates: [] };
  }
  checkKeys(mapping, 'mapping', mappingKeys, set.problems);
  const numbered = new Map(columns.map((name, i) => [composed(name), i]));
  const context: TableContext = { columns: numbered, lookups: readLookups(mapping, set), problems: set.problems };
  const templates = [
    ...entriesOf(mapping, 'nodes', set).map((it) => compileEntry(it, 'node', context)),
    ...entriesOf(mapping, 'edges', set).map((it) => compileEntry(it, 'edge', context)),
  ];
  return {
    defaultSource: readDefaultSource(mapping, set.problems),
    templates: templates.filter((it) => it !== undefined),
  };
}

function entriesOf(mapping: LocatedMap, key: string, set: FactSet): readonly LocatedMap[] {
  const list = findEntry(mapping, key);
  return list ? readEntryList(list, key, set.problems) : [];
}

function readLookups(mapping: LocatedMap, { problems }: FactSet): Lookups {
  const lookups = new Map<string, ReadonlyMap<string, string>>();
  const named = findEntry(mapping, 'lookups');
  const takes = 'takes lists of words and what they mean, as in { votes: { yes: Y, no: N } }';
  if (named && named.kind !== 'map') problems.error(wrongValue, named.at, 'lookups', takes);
  for (const [name, { value }] of named?.kind === 'map' ? named.entries : []) {
    const words = new Map<string, string>();
    if (value.kind !== 'map') problems.error(wrongValue, value.at, name, takes);
    for (const [word, { value: meaning }] of value.kind === 'map' ? value.entries : []) {
      if (meaning.kind === 'scalar' && meaning.value !== null) words.set(composed(word), meaning.text);
      else problems.error(wrongValue, meaning.at, word, `takes a text, not ${describeValue(meaning)}`);
    }
    lookups.set(name, words);
  }
  return lookups;
}
