/**
 * The files of a folder of facts that are maps and lists of entries: dossiers, `sources.yaml`, and `dataset.yaml`.
 */

import { findEntry, type Located, type LocatedMap } from '../../base/located.ts';
import type { DatasetAbout } from '../../facts/dataset-about.ts';
import { wrongForm } from '../reading/problems.ts';
import type { FactSet } from './fact-set.ts';
import { readDefaultSource } from './read-citations.ts';
import { readEdge } from './read-edge.ts';
import { readNode } from './read-node.ts';
import { checkKeys, readEntryList, readText } from './read-values.ts';

const dossierKeys = ['title', 'description', 'source', 'sources', 'nodes', 'edges'];

/** The lists of entries that a dossier has. */
export type EntryList = 'sources' | 'nodes' | 'edges';

/** Reads a dossier into the set; its entries are those in it, unless `entries` gives others, one after the other. */
export function readDossier(dossier: Located, set: FactSet, entries?: (key: EntryList) => Iterable<LocatedMap>): void {
  if (dossier.kind !== 'map') {
    set.problems.error(wrongForm, dossier, 'dossier');
    return;
  }
  checkKeys(dossier, 'dossier', dossierKeys, set.problems);
  const defaultSource = readDefaultSource(dossier, set.problems);
  const given = entries ?? ((key: EntryList) => entriesOf(dossier, key, set));
  for (const entry of given('sources')) readNode(entry, set, undefined, 'Source');
  for (const entry of given('nodes')) readNode(entry, set, defaultSource);
  for (const entry of given('edges')) readEdge(entry, set, defaultSource);
}

/** Reads `sources.yaml`, a list of Source nodes, into the set. */
export function readSources(list: Located, set: FactSet): void {
  for (const entry of readEntryList(list, 'sources', set.problems)) readNode(entry, set, undefined, 'Source');
}

/** A heading with nothing below it is a dossier in the making. */
function entriesOf(dossier: LocatedMap, key: string, set: FactSet): readonly LocatedMap[] {
  const list = findEntry(dossier, key);
  return list && !(list.kind === 'scalar' && list.value === null) ? readEntryList(list, key, set.problems) : [];
}

const aboutKeys: readonly string[] = ['name', 'version', 'licence', 'coverage'] satisfies (keyof DatasetAbout)[];

/** Reads what `dataset.yaml` says: what the facts are called, under which licence they may be used, what they cover. */
export function readAbout(about: Located, set: FactSet): void {
  if (about.kind !== 'map') {
    set.problems.error(wrongForm, about, 'dataset');
    return;
  }
  checkKeys(about, 'dataset', aboutKeys, set.problems);
  const said = aboutKeys.flatMap((key) => {
    const value = findEntry(about, key);
    const text = value && readText(value, key, set.problems);
    return text === undefined ? [] : [[key, text]];
  });
  set.about = Object.fromEntries(said);
}
