/**
 * A node entry: a new node with its type, properties and claims, or `extend` with what to add to one.
 */

import { findEntry, type LocatedMap } from '../../base/located.ts';
import type { Claim } from '../../facts/claim.ts';
import type { NodeFact } from '../../facts/fact.ts';
import type { NodeType, Property } from '../../ontology/ontology.ts';
import { missingKey, unattributedReport, unfitValue, unknownNodeType, wrongValue } from '../reading/problems.ts';
import { keysOfClaim, keysOfNode } from './entry-keys.ts';
import type { DefaultSource, FactSet } from './fact-set.ts';
import { readCitations } from './read-citations.ts';
import { itemsOf, readId, readProperties, readText, readValue, refuseKey } from './read-values.ts';

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
  const named = findEntry(entry, 'id');
  if (!named) problems.error(missingKey, entry.at, 'node', 'id');
  const id = named && readId(named, 'id', problems);
  const type = readType(entry, set, impliedType);
  if (id === undefined || !type) {
    if (id !== undefined) set.faultyIds.add(id);
    return;
  }
  const shown = type.properties.get('id');
  if (shown && isWholeNumber(shown) && !/^-?\d+$/.test(id)) {
    problems.error(unfitValue, named?.at, 'id', { code: 'wrong-kind', reason: `takes a whole number, not "${id}"` });
  }
  const properties = readNodeProperties(entry, type, set, defaultSource);
  const fact: NodeFact = { id, type: type.name, properties, ...(entry.at ? { at: entry.at } : {}) };
  set.nodes.push(fact);
  set.remember(fact, { entry, defaultSourceAt: defaultSource?.at });
  if (problems.errorCount > before) set.faultyIds.add(id);
  readReplaced(entry, id, set);
  readClaims(entry, id, type, set, defaultSource);
}

const isWholeNumber = ({ kind }: Property): boolean => 'scalar' in kind && ['Int', 'BigInt'].includes(kind.scalar);

function readExtension(entry: LocatedMap, set: FactSet, defaultSource: DefaultSource | undefined): void {
  const named = findEntry(entry, 'extend');
  const id = named && readId(named, 'extend', set.problems);
  if (id !== undefined) set.extensions.push({ id, entry, defaultSource });
}

/** What an entry says of a node of a type, with what it cites where the type has a place for that. */
export function readNodeProperties(
  entry: LocatedMap,
  type: NodeType,
  set: FactSet,
  defaultSource: DefaultSource | undefined,
): NodeFact['properties'] {
  const properties = readProperties(entry, keysOfNode(type), set.problems);
  if (!type.properties.has('sources')) return properties;
  const { sources, locators } = readCitations(entry, set.problems, defaultSource);
  if (sources.length > 0) properties.sources = sources;
  if (locators) properties.locators = locators;
  return properties;
}

function readType(entry: LocatedMap, set: FactSet, impliedType: string | undefined): NodeType | undefined {
  const named = findEntry(entry, 'type');
  if (!named && impliedType === undefined) {
    set.problems.error(missingKey, entry.at, 'node', 'type');
    return undefined;
  }
  const name = named ? readText(named, 'type', set.problems) : impliedType;
  const type = name === undefined ? undefined : set.ontology.nodeTypes.get(name);
  if (name !== undefined && !type) {
    set.problems.error(unknownNodeType, named?.at ?? entry.at, name, set.ontology.nodeTypes.keys());
  }
  return type;
}

/** Old ids that this node answers to. */
function readReplaced(entry: LocatedMap, id: string, set: FactSet): void {
  const replaced = findEntry(entry, 'replaces');
  for (const item of replaced ? itemsOf(replaced) : []) {
    const from = readId(item, 'replaces', set.problems);
    if (from !== undefined) set.redirects.push({ from, to: id, at: item.at });
  }
}

const CLAIMS = 'takes a list of claims, each with "property" and "value"';

/** Reads `claims:` of a node entry into the set: what sources say of a property beside the value that the node shows. */
export function readClaims(
  entry: LocatedMap,
  node: string,
  type: NodeType,
  set: FactSet,
  defaultSource: DefaultSource | undefined,
): void {
  const listed = findEntry(entry, 'claims');
  if (listed && listed.kind !== 'list') set.problems.error(wrongValue, listed.at, 'claims', CLAIMS);
  for (const item of listed?.kind === 'list' ? listed.items : []) {
    if (item.kind === 'map') readClaim(item, node, type, set, defaultSource);
    else set.problems.error(wrongValue, item.at, 'claims', CLAIMS);
  }
}

function readClaim(
  entry: LocatedMap,
  node: string,
  type: NodeType,
  set: FactSet,
  defaultSource: DefaultSource | undefined,
): void {
  const { problems } = set;
  const envelope = readProperties(entry, keysOfClaim, problems);
  const property = readClaimedProperty(entry, type, set);
  const value = findEntry(entry, 'value');
  if (!value) problems.error(missingKey, entry.at, 'claim', 'value');
  const { sources, locators } = readCitations(entry, problems, defaultSource);
  const read = property && value && readValue(property, value, problems);
  if (!property || read === undefined) return;
  if (envelope.modality === 'REPORTED' && envelope.saidBy === undefined && envelope.note === undefined) {
    problems.warning(unattributedReport, findEntry(entry, 'modality')?.at, 'claim');
  }
  const claim: Claim = {
    node,
    property: property.name,
    value: read,
    rank: 'NORMAL',
    modality: 'FACT',
    // In one order, whatever that of the entry is: equal claims are equal texts.
    ...Object.fromEntries(
      [...keysOfClaim.properties.keys()].flatMap((it) => (it in envelope ? [[it, envelope[it]]] : [])),
    ),
    sources,
    ...(locators ? { locators } : {}),
    ...(entry.at ? { at: entry.at } : {}),
  };
  set.claims.push(claim);
  set.remember(claim, { entry, defaultSourceAt: defaultSource?.at });
}

function readClaimedProperty(entry: LocatedMap, type: NodeType, set: FactSet): Property | undefined {
  const named = findEntry(entry, 'property');
  if (!named) set.problems.error(missingKey, entry.at, 'claim', 'property');
  const name = named && readText(named, 'property', set.problems);
  if (name === undefined) return undefined;
  const keys = keysOfNode(type);
  const property = keys.structure.has(name) || keys.derived.has(name) ? undefined : keys.properties.get(name);
  if (!property) refuseKey(keys, name, named?.at, set.problems, () => type.properties.keys());
  return property;
}
