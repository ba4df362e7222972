/**
 * A dossier: a title, a default source, and lists of sources, nodes and edges.
 */
import type { DefaultSource, FactSet } from './fact-set.ts';
import { describe, findEntry, type Located, type LocatedMap } from './located.ts';
import { notADossier, notAList, notAnEntry, unknownKey } from './problems.ts';
import { readEdge } from './read-edge.ts';
import { readNode } from './read-node.ts';
import { readId } from './read-text.ts';

const dossierKeys = ['title', 'description', 'source', 'sources', 'nodes', 'edges'];

/** Reads a dossier, or a record of the same form, into the set. */
export function readDossier(dossier: Located, set: FactSet): void {
  if (dossier.kind !== 'map') {
    set.problems.error(notADossier, dossier.at, describe(dossier));
    return;
  }
  for (const [key, { keyAt }] of dossier.entries) {
    if (!dossierKeys.includes(key)) set.problems.error(unknownKey, keyAt, key, 'dossier', dossierKeys);
  }
  const defaultSource = readDefaultSource(dossier, set);
  readList(dossier, 'sources', set, (entry) => readNode(entry, set, undefined, 'Source'));
  readList(dossier, 'nodes', set, (entry) => readNode(entry, set, defaultSource));
  readList(dossier, 'edges', set, (entry) => readEdge(entry, set, defaultSource));
}

/** Reads `sources.yaml`, a list of Source nodes, into the set. */
export function readSources(list: Located, set: FactSet): void {
  readItems(list, 'sources', set, (entry) => readNode(entry, set, undefined, 'Source'));
}

/** The source that a dossier or a mapping names for all its entries. */
export function readDefaultSource(map: LocatedMap, set: FactSet): DefaultSource | undefined {
  const named = findEntry(map, 'source');
  const id = named && readId(named, 'source', set);
  return id === undefined ? undefined : { id, at: named?.at };
}

function readList(dossier: LocatedMap, key: string, set: FactSet, read: (entry: LocatedMap) => void): void {
  const list = findEntry(dossier, key);
  // A heading with nothing below it is a dossier in the making.
  if (list && !(list.kind === 'scalar' && list.value === null)) readItems(list, key, set, read);
}

function readItems(list: Located, key: string, set: FactSet, read: (entry: LocatedMap) => void): void {
  if (list.kind !== 'list') {
    set.problems.error(notAList, list.at, key, describe(list));
    return;
  }
  for (const item of list.items) {
    if (item.kind === 'map') read(item);
    else set.problems.error(notAnEntry, item.at, key, describe(item));
  }
}
