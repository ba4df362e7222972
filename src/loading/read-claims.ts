/**
 * The claims of a node entry: what sources say of a property beside the value that the node shows.
 */
import type { Position } from '../base/problem.ts';
import type { Claim, Modality, Rank } from '../facts/claim.ts';
import type { NodeType, Property } from '../ontology/ontology.ts';
import { nodeProperty } from './entry-keys.ts';
import type { DefaultSource, FactSet } from './fact-set.ts';
import { findEntry, type LocatedMap } from './located.ts';
import { derivedProperty, missingKey, unfitValue, unknownKey, wrongValue } from './problems.ts';
import { isRefusal, valueOfLocated } from './property-value.ts';
import { readCitations } from './read-citations.ts';
import { readText } from './read-text.ts';

const claimKeys = [
  'property',
  'value',
  'rank',
  'modality',
  'note',
  'when',
  'saidBy',
  'source',
  'sources',
  'locator',
  'locators',
];

const FORM = 'takes a list of claims, each with "property" and "value"';

/** Reads `claims:` of a node entry into the set. */
export function readClaims(
  entry: LocatedMap,
  node: string,
  type: NodeType,
  set: FactSet,
  defaultSource: DefaultSource | undefined,
): void {
  const listed = findEntry(entry, 'claims');
  if (!listed) return;
  if (listed.kind !== 'list') {
    set.problems.error(wrongValue, listed.at, 'claims', FORM);
    return;
  }
  for (const item of listed.items) {
    if (item.kind === 'map') readClaim(item, node, type, set, defaultSource);
    else set.problems.error(wrongValue, item.at, 'claims', FORM);
  }
}

function readClaim(
  entry: LocatedMap,
  node: string,
  type: NodeType,
  set: FactSet,
  defaultSource: DefaultSource | undefined,
): void {
  for (const [key, { keyAt }] of entry.entries) {
    if (!claimKeys.includes(key)) set.problems.error(unknownKey, keyAt, key, 'claim', claimKeys);
  }
  const property = readProperty(entry, type, set);
  const value = findEntry(entry, 'value');
  if (!value) set.problems.error(missingKey, entry.at, 'claim', 'value');
  const cited = readCitations(entry, set, defaultSource);
  const said = readEnvelope(entry, set);
  if (!property || !value) return;
  const read = valueOfLocated(property, value);
  if (isRefusal(read)) {
    set.problems.error(unfitValue, value.at, property.name, read);
    return;
  }
  const claim: Claim = {
    node,
    property: property.name,
    value: read,
    rank: 'NORMAL',
    modality: 'FACT',
    ...said,
    sources: cited.sources,
    ...(cited.locators ? { locators: cited.locators } : {}),
    ...(entry.at ? { at: entry.at } : {}),
  };
  set.claims.push(claim);
  set.places.remember(claim, { entry, defaultSourceAt: defaultSource?.at });
}

function readProperty(entry: LocatedMap, type: NodeType, set: FactSet): Property | undefined {
  const named = findEntry(entry, 'property');
  if (!named) {
    set.problems.error(missingKey, entry.at, 'claim', 'property');
    return undefined;
  }
  const name = readText(named, 'property', set);
  if (name === undefined) return undefined;
  const property = nodeProperty(type, name);
  if (!('fault' in property)) return property;
  set.problems.error(() =>
    property.fault === 'derived'
      ? derivedProperty(named.at, name, '"when"')
      : unknownKey(named.at, name, type.name, type.properties.keys()),
  );
  return undefined;
}

/** These kinds are ours and stand in no schema. */
const nowhere: Position = { file: '', line: 1, column: 1 };

/** The kinds of what a claim says about itself; those of the same names on edges, whatever the ontology calls them. */
const envelope: readonly Property[] = [
  enumProperty('rank', ['PREFERRED', 'NORMAL', 'DEPRECATED']),
  enumProperty('modality', ['FACT', 'REPORTED', 'PLANNED', 'DENIED']),
  scalarProperty('note', 'String'),
  scalarProperty('when', 'PartialDate'),
  scalarProperty('saidBy', 'ID'),
];

function readEnvelope(entry: LocatedMap, set: FactSet): ClaimEnvelope {
  const said: Record<string, unknown> = {};
  for (const property of envelope) {
    const value = findEntry(entry, property.name);
    if (!value) continue;
    const read = valueOfLocated(property, value);
    if (isRefusal(read)) set.problems.error(unfitValue, value.at, property.name, read);
    else said[property.name] = read;
  }
  return said;
}

interface ClaimEnvelope {
  readonly rank?: Rank;
  readonly modality?: Modality;
  readonly note?: string;
  readonly when?: string;
  readonly saidBy?: string;
}

function enumProperty(name: string, values: readonly string[]): Property {
  const kind = { enum: { name, description: '', values: values.map((it) => ({ name: it, description: '' })) } };
  return { name, kind, list: false, required: false, description: '', at: nowhere };
}

function scalarProperty(name: string, scalar: 'String' | 'PartialDate' | 'ID'): Property {
  return { name, kind: { scalar }, list: false, required: false, description: '', at: nowhere };
}
