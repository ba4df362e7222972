/**
 * An edge entry: one edge, or the several edges of one act where an end is a list.
 */
import { actId } from '../facts/edge-id.ts';
import type { PropertyValue } from '../facts/fact.ts';
import { makeEdge } from '../facts/make-edge.ts';
import type { EdgeType } from '../ontology/ontology.ts';
import { edgeKeys, edgeProperties, edgeProperty } from './entry-keys.ts';
import type { DefaultSource, FactSet } from './fact-set.ts';
import { findEntry, type LocatedMap } from './located.ts';
import {
  derivedProperty,
  idOfSeveral,
  missingKey,
  typeOfEdge,
  unfitValue,
  unknownEdgeType,
  unknownKey,
} from './problems.ts';
import { isRefusal, valueOfLocated } from './property-value.ts';
import { readCitations } from './read-citations.ts';
import { readId, readText } from './read-text.ts';

/** Everything that the edges of one entry share. */
interface Statement {
  readonly entry: LocatedMap;
  readonly type: EdgeType;
  readonly sources: readonly string[];
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly id: string | undefined;
  readonly defaultSource: DefaultSource | undefined;
  /** Whether something in the entry was reported. */
  readonly faulty: boolean;
}

/** One id, or the ids of a list; undefined for what is no id and was reported. */
type Ends = string | undefined | readonly (string | undefined)[];

/** Reads an edge entry into the set. */
export function readEdge(entry: LocatedMap, set: FactSet, defaultSource?: DefaultSource): void {
  const before = set.problems.errorCount;
  const type = readEdgeType(entry, set);
  const from = readEnds(entry, 'from', set);
  const to = readEnds(entry, 'to', set);
  const { sources, locators } = readCitations(entry, set, defaultSource);
  if (!type) return;
  const properties = readEdgeProperties(entry, type, set);
  if (locators) properties.locators = locators;
  const several = isSeveral(from) || isSeveral(to);
  if (several && properties.act === undefined && edgeProperties(set.ontology, type.name).has('act')) {
    properties.act = actId(type.name, idsOf(from), idsOf(to), properties);
  }
  const id = readGivenId(entry, several, set);
  const faulty = set.problems.errorCount > before;
  addEdges({ entry, type, sources, properties, id, defaultSource, faulty }, from, to, set);
}

function addEdges(statement: Statement, from: Ends, to: Ends, set: FactSet): void {
  if (typeof from === 'string' && typeof to === 'string') addEdge(statement, from, 0, to, 0, set);
  else {
    for (const [fromIndex, fromId] of listOf(from).entries()) {
      for (const [toIndex, toId] of listOf(to).entries()) {
        if (fromId !== undefined && toId !== undefined) addEdge(statement, fromId, fromIndex, toId, toIndex, set);
      }
    }
  }
}

function addEdge(
  { entry, type, sources, properties, id, defaultSource, faulty }: Statement,
  from: string,
  fromIndex: number,
  to: string,
  toIndex: number,
  set: FactSet,
): void {
  const { name, symmetric } = type;
  const edge = makeEdge({ type: name, symmetric, from, to, sources, properties, id, at: entry.at });
  set.edges.push(edge);
  if (faulty) set.faultyIds.add(edge.id);
  set.places.remember(edge, { entry, fromIndex, toIndex, defaultSourceAt: defaultSource?.at });
}

const isSeveral = (ends: Ends): boolean => typeof ends === 'object' && ends.length > 1;
const listOf = (ends: Ends): readonly (string | undefined)[] => (typeof ends === 'object' ? ends : [ends]);
const idsOf = (ends: Ends): string[] => listOf(ends).filter((it) => it !== undefined);

function readEdgeType(entry: LocatedMap, set: FactSet): EdgeType | undefined {
  const named = findEntry(entry, 'edge');
  if (!named) {
    const typed = entry.entries.get('type');
    if (typed) set.problems.error(typeOfEdge, typed.keyAt);
    else set.problems.error(missingKey, entry.at, 'edge', 'edge');
    return undefined;
  }
  const name = readText(named, 'edge', set);
  const type = name === undefined ? undefined : set.ontology.edgeTypes.get(name);
  if (name !== undefined && !type) set.problems.error(unknownEdgeType, named.at, name, set.ontology);
  return type;
}

function readEnds(entry: LocatedMap, key: 'from' | 'to', set: FactSet): Ends {
  const value = findEntry(entry, key);
  if (value) return value.kind === 'list' ? value.items.map((it) => readId(it, key, set)) : readId(value, key, set);
  set.problems.error(missingKey, entry.at, 'edge', key);
  return undefined;
}

function readGivenId(entry: LocatedMap, several: boolean, set: FactSet): string | undefined {
  const given = findEntry(entry, 'id');
  if (!given) return undefined;
  if (!several) return readId(given, 'id', set);
  set.problems.error(idOfSeveral, given.at);
  return undefined;
}

function readEdgeProperties(entry: LocatedMap, type: EdgeType, set: FactSet): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  const known = edgeProperties(set.ontology, type.name);
  for (const [key, { keyAt, value }] of entry.entries) {
    if (edgeKeys.includes(key)) continue;
    const property = edgeProperty(known, key);
    if ('fault' in property) {
      if (property.fault === 'unknown')
        set.problems.error(unknownKey, keyAt, key, `edge of type "${type.name}"`, property.known);
      else set.problems.error(derivedProperty, keyAt, key, key === 'since' || key === 'until' ? '"when"' : 'rules');
      continue;
    }
    const read = valueOfLocated(property, value);
    if (isRefusal(read)) set.problems.error(unfitValue, value.at, key, read);
    else properties[key] = read;
  }
  return properties;
}
