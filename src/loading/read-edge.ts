/**
 * An edge entry: one edge, or the several edges of one act where an end is a list.
 */
import { actId } from '../facts/edge-id.ts';
import type { PropertyValue } from '../facts/fact.ts';
import { makeEdge } from '../facts/make-edge.ts';
import type { EdgeType } from '../ontology/ontology.ts';
import { edgeKeys, edgeProperty } from './entry-keys.ts';
import type { DefaultSource, FactSet } from './fact-set.ts';
import { findEntry, type LocatedMap } from './located.ts';
import { derivedProperty, idOfSeveral, missingKey, unfitValue, unknownEdgeType, unknownKey } from './problems.ts';
import { isRefusal, valueOfLocated } from './property-value.ts';
import { readCitations } from './read-citations.ts';
import { readId, readIds, readText } from './read-text.ts';

/** Reads an edge entry into the set. */
export function readEdge(entry: LocatedMap, set: FactSet, defaultSource?: DefaultSource): void {
  const type = readEdgeType(entry, set);
  const from = readEnds(entry, 'from', set);
  const to = readEnds(entry, 'to', set);
  const cited = readCitations(entry, set, defaultSource);
  if (!type) return;
  const properties = readEdgeProperties(entry, type, set);
  if (cited.locators) properties.locators = cited.locators;
  const severals = from.listed || to.listed;
  if (severals && type && properties.act === undefined && carriesAct(set, type)) {
    properties.act = actId(type.name, from.ids.filter(isText), to.ids.filter(isText), properties);
  }
  const id = readGivenId(entry, severals, set);
  from.ids.forEach((fromId, fromIndex) => {
    to.ids.forEach((toId, toIndex) => {
      if (fromId === undefined || toId === undefined) return;
      const edge = makeEdge({
        type: type.name,
        symmetric: type.symmetric,
        from: fromId,
        to: toId,
        sources: cited.sources,
        properties,
        id,
        at: entry.at,
      });
      set.edges.push(edge);
      set.places.remember(edge, { entry, fromIndex, toIndex, defaultSourceAt: defaultSource?.at });
    });
  });
}

const isText = (it: string | undefined): it is string => it !== undefined;

const carriesAct = (set: FactSet, type: EdgeType): boolean =>
  !('fault' in edgeProperty(set.ontology, type.name, 'act'));

function readEdgeType(entry: LocatedMap, set: FactSet): EdgeType | undefined {
  const named = findEntry(entry, 'edge');
  if (!named) set.problems.error(() => missingKey(entry.at, 'edge', 'edge'));
  const name = named && readText(named, 'edge', set);
  const type = name === undefined ? undefined : set.ontology.edgeTypes.get(name);
  if (name !== undefined && !type) {
    set.problems.error(() => unknownEdgeType(named?.at, name, set.ontology));
  }
  return type;
}

function readEnds(
  entry: LocatedMap,
  key: 'from' | 'to',
  set: FactSet,
): { ids: (string | undefined)[]; listed: boolean } {
  const value = findEntry(entry, key);
  if (!value) set.problems.error(() => missingKey(entry.at, 'edge', key));
  return { ids: value ? readIds(value, key, set) : [], listed: value?.kind === 'list' && value.items.length > 1 };
}

function readGivenId(entry: LocatedMap, severals: boolean, set: FactSet): string | undefined {
  const given = findEntry(entry, 'id');
  if (!given) return undefined;
  if (severals) set.problems.error(() => idOfSeveral(given.at));
  return readId(given, 'id', set);
}

function readEdgeProperties(entry: LocatedMap, type: EdgeType, set: FactSet): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  for (const [key, { keyAt, value }] of entry.entries) {
    if (edgeKeys.includes(key)) continue;
    const property = edgeProperty(set.ontology, type.name, key);
    if ('fault' in property) {
      set.problems.error(() =>
        property.fault === 'derived'
          ? derivedProperty(keyAt, key, key === 'since' || key === 'until' ? '"when"' : 'rules')
          : unknownKey(keyAt, key, `edge of type "${type.name}"`, property.known),
      );
      continue;
    }
    const read = valueOfLocated(property, value);
    if (isRefusal(read)) set.problems.error(() => unfitValue(value.at, key, read));
    else properties[key] = read;
  }
  return properties;
}
