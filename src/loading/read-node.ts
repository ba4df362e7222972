/**
 * A node entry: a new node with its type and properties, or `extend` with what to add to one.
 */
import type { NodeFact, PropertyValue } from '../facts/fact.ts';
import type { NodeType } from '../ontology/ontology.ts';
import { nodeProperty } from './entry-keys.ts';
import type { DefaultSource, FactSet } from './fact-set.ts';
import { findEntry, type LocatedMap } from './located.ts';
import { derivedProperty, missingKey, unfitValue, unknownKey, unknownNodeType } from './problems.ts';
import { isRefusal, valueOfLocated } from './property-value.ts';
import { type Cited, readCitations } from './read-citations.ts';
import { readClaims } from './read-claims.ts';
import { readId, readText } from './read-text.ts';

/** Reads a node entry into the set. `impliedType` is the type of entries that say none. */
export function readNode(entry: LocatedMap, set: FactSet, defaultSource?: DefaultSource, impliedType?: string): void {
  if (entry.entries.has('extend')) readExtension(entry, set, defaultSource);
  else readNewNode(entry, set, defaultSource, impliedType);
}

function readNewNode(
  entry: LocatedMap,
  set: FactSet,
  defaultSource: DefaultSource | undefined,
  impliedType: string | undefined,
): void {
  const { problems } = set;
  const before = problems.errorCount;
  const idEntry = findEntry(entry, 'id');
  if (!idEntry) problems.error(missingKey, entry.at, 'node', 'id');
  const id = idEntry && readId(idEntry, 'id', set);
  const type = readType(entry, set, impliedType);
  if (id === undefined || !type) {
    if (id !== undefined) set.faultyIds.add(id);
    return;
  }
  const properties = {
    ...readNodeProperties(entry, type, set),
    ...citedProperties(readNodeCitations(entry, type, set, defaultSource)),
  };
  const fact: NodeFact = { id, type: type.name, properties, ...(entry.at ? { at: entry.at } : {}) };
  set.nodes.push(fact);
  set.places.remember(fact, { entry, defaultSourceAt: defaultSource?.at });
  if (problems.errorCount > before) set.faultyIds.add(id);
  readReplaced(entry, id, set);
  readClaims(entry, id, type, set, defaultSource);
}

function readExtension(entry: LocatedMap, set: FactSet, defaultSource: DefaultSource | undefined): void {
  const named = findEntry(entry, 'extend');
  const id = named && readId(named, 'extend', set);
  if (id !== undefined) set.extensions.push({ id, entry, defaultSource });
}

/** The properties that an entry gives to a node of a type; what does not fit is reported and left out. */
export function readNodeProperties(entry: LocatedMap, type: NodeType, set: FactSet): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  for (const [key, { keyAt, value }] of entry.entries) {
    if (isNodeKey(key, type)) continue;
    const property = nodeProperty(type, key);
    if ('fault' in property) {
      set.problems.error(() =>
        property.fault === 'derived'
          ? derivedProperty(keyAt, key, '"when"')
          : unknownKey(keyAt, key, type.name, property.known),
      );
      continue;
    }
    const read = valueOfLocated(property, value);
    if (isRefusal(read)) set.problems.error(unfitValue, value.at, key, read);
    else properties[key] = read;
  }
  return properties;
}

/** What a node cites; nothing where its type has no place for it. */
export function readNodeCitations(
  entry: LocatedMap,
  type: NodeType,
  set: FactSet,
  defaultSource: DefaultSource | undefined,
): Cited {
  return type.properties.has('sources')
    ? readCitations(entry, set, defaultSource)
    : { sources: [], locators: undefined };
}

function citedProperties({ sources, locators }: Cited): Record<string, PropertyValue> {
  return {
    ...(sources.length > 0 ? { sources } : {}),
    ...(locators ? { locators } : {}),
  };
}

const structure: ReadonlySet<string> = new Set(['id', 'type', 'extend', 'replaces', 'claims']);
const citing: ReadonlySet<string> = new Set(['source', 'sources', 'locator', 'locators']);

function isNodeKey(key: string, type: NodeType): boolean {
  return structure.has(key) || (citing.has(key) && type.properties.has('sources'));
}

function readType(entry: LocatedMap, set: FactSet, impliedType: string | undefined): NodeType | undefined {
  const named = findEntry(entry, 'type');
  if (!named && impliedType === undefined) {
    set.problems.error(missingKey, entry.at, 'node', 'type');
    return undefined;
  }
  const name = named ? readText(named, 'type', set) : impliedType;
  const type = name === undefined ? undefined : set.ontology.nodeTypes.get(name);
  if (name !== undefined && !type) {
    set.problems.error(unknownNodeType, named?.at ?? entry.at, name, set.ontology.nodeTypes.keys());
  }
  return type;
}

/** Old ids that this node answers to. */
function readReplaced(entry: LocatedMap, id: string, set: FactSet): void {
  const replaced = findEntry(entry, 'replaces');
  if (!replaced) return;
  for (const item of replaced.kind === 'list' ? replaced.items : [replaced]) {
    const from = readId(item, 'replaces', set);
    if (from !== undefined) set.redirects.push({ from, to: id, at: item.at });
  }
}
