/**
 * The parts that entries of every kind are made of: known keys, lists of entries, texts, ids, and values of properties.
 *
 * Each reader gives what it understood, or undefined and a problem; so reading goes on behind a fault.
 */

import { composed, isTorn, unseenIn } from '../../base/composed.ts';
import { describeValue, type Located, type LocatedMap } from '../../base/located.ts';
import type { ProblemList } from '../../base/problem-list.ts';
import type { PropertyValue } from '../../facts/fact.ts';
import { nodeIdFault } from '../../facts/node-id.ts';
import type { Property } from '../../ontology/ontology.ts';
import {
  addressWithoutScheme,
  badId,
  derivedProperty,
  type Form,
  unfitValue,
  unknownKey,
  unsafeAddress,
  unseenCharacter,
  wrongEntry,
  wrongForm,
  wrongList,
  wrongValue,
} from '../reading/problems.ts';
import type { EntryKeys } from './entry-keys.ts';
import { isRefusal, valueOfLocated } from './property-value.ts';

/** Reports the keys of an entry that are none of these. `owner` is what has them, in a sentence. */
export function checkKeys(entry: LocatedMap, owner: string, keys: readonly string[], problems: ProblemList): void {
  for (const [key, { keyAt }] of entry.entries) {
    if (!keys.includes(key)) problems.error(unknownKey, keyAt, key, owner, keys);
  }
}

/** The entries of a list, which `key` or else `form` describes; what is no list, and what in it is no entry, is reported. */
export function readEntryList(list: Located, key: string, problems: ProblemList, form?: Form): readonly LocatedMap[] {
  if (list.kind !== 'list') {
    if (form) problems.error(wrongForm, list, form);
    else problems.error(wrongList, list, key);
    return [];
  }
  return list.items.filter((item): item is LocatedMap => {
    if (item.kind !== 'map') problems.error(wrongEntry, item, key);
    return item.kind === 'map';
  });
}

/** A value, or the values of a list, one by one. */
export const itemsOf = (value: Located): readonly Located[] => (value.kind === 'list' ? value.items : [value]);

/** The text of a value as it was written. `key` is what the sentence calls it. */
export function readText(value: Located, key: string, problems: ProblemList): string | undefined {
  if (value.kind === 'scalar' && value.value !== null && typeof value.value !== 'boolean' && value.text !== '') {
    return composed(value.text);
  }
  problems.error(wrongValue, value.at, key, `takes a text, not ${describeValue(value)}`);
  return undefined;
}

/** Ids as nearly all are: nothing in them needs a second look. */
const PLAIN_ID = /^[!-~]{1,200}$/;

/** The id that a value names. */
export function readId(value: Located, key: string, problems: ProblemList): string | undefined {
  if (value.kind === 'scalar' && typeof value.value === 'string' && PLAIN_ID.test(value.text)) return value.text;
  const text = readText(value, key, problems);
  const fault = text === undefined ? undefined : (nodeIdFault(text) ?? unseenFault(text));
  if (text === undefined || fault === undefined) return text;
  problems.error(badId, value.at, text, fault);
  return undefined;
}

/** Nobody can write an id again in which something cannot be seen. */
function unseenFault(id: string): string | undefined {
  if (isTorn(id)) return 'it has half of a character in it';
  const unseen = unseenIn(id);
  return unseen === undefined ? undefined : `it has ${unseen}, which nobody sees; remove it`;
}

/** What an entry gives to the properties of its owner. */
export function readProperties(
  entry: LocatedMap,
  keys: EntryKeys,
  problems: ProblemList,
): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  const readOne = (key: string, value: Located, keyAt: Located['at']): void => {
    const property = keys.properties.get(key);
    if (!property || keys.derived.has(key)) refuseKey(keys, key, keyAt, problems);
    else {
      const read = readValue(property, value, problems);
      if (read !== undefined) properties[property.storedAs ?? property.name] = read;
    }
  };
  for (const [key, { keyAt, value }] of entry.entries) {
    if (keys.structure.has(key)) continue;
    if (key !== NESTED || keys.properties.has(key)) readOne(key, value, keyAt);
    else if (value.kind !== 'map') problems.error(wrongValue, value.at, key, 'takes a map of properties');
    else for (const [name, inner] of value.entries) readOne(name, inner.value, inner.keyAt);
  }
  return properties;
}

/** Under this key stand properties whose names are keys of entries themselves, such as `type`. */
export const NESTED = 'properties';

/** Reports a key that names no property which may be written; `known` are those that may. */
export function refuseKey(
  keys: EntryKeys,
  key: string,
  at: Located['at'],
  problems: ProblemList,
  known: () => Iterable<string> = keys.names,
): void {
  const from = keys.properties.has(key) ? keys.derived.get(key) : undefined;
  if (from !== undefined) problems.error(derivedProperty, at, key, from);
  else problems.error(() => unknownKey(at, key, keys.owner, known()));
}

/** The value that a property has by what is written. */
export function readValue(property: Property, value: Located, problems: ProblemList): PropertyValue | undefined {
  const read = valueOfLocated(property, value);
  if (isRefusal(read)) {
    problems.error(unfitValue, value.at, property.name, read);
    return undefined;
  }
  if (!('scalar' in property.kind) || property.kind.scalar !== 'String') return read;
  if (Array.isArray(read)) {
    for (const [i, it] of read.entries()) warnOfText(property, it, itemsOf(value)[i]?.at ?? value.at, problems);
  } else warnOfText(property, read, value.at, problems);
  return read;
}

/** Properties that hold addresses, in the usual ontologies. */
const ADDRESS = /^(?:url|link|homepage|website|.*Url)$/;
/** Addresses that do something where they are opened. */
const RUNS = /^\s*(?:javascript|vbscript|data):/i;

/** What in a text is worth a look: what nobody sees, and addresses that lead nowhere or run a program. */
function warnOfText({ name }: Property, text: unknown, at: Located['at'], problems: ProblemList): void {
  if (typeof text !== 'string') return;
  const unseen = unseenIn(text);
  if (unseen !== undefined) problems.warning(unseenCharacter, at, name, unseen);
  if (text.includes(':') && RUNS.test(text)) problems.warning(unsafeAddress, at, text);
  else if (ADDRESS.test(name) && !/^[a-z][a-z0-9+.-]*:/i.test(text)) problems.warning(addressWithoutScheme, at, text);
}
