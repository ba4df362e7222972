/**
 * What the keys of an entry mean: a few have a meaning of their own, every other is a property of the ontology.
 *
 * Dossiers and mappings of tables share this, so a key means the same in both.
 */
import { derivedNames } from '../facts/envelope.ts';
import type { NodeType, Ontology, Property } from '../ontology/ontology.ts';

/** Keys of a node entry that are no properties. */
const nodeKeys: readonly string[] = [
  'id',
  'type',
  'extend',
  'replaces',
  'claims',
  'source',
  'sources',
  'locator',
  'locators',
];
/** Keys of an edge entry that are no properties. */
export const edgeKeys: readonly string[] = ['id', 'from', 'edge', 'to', 'source', 'sources', 'locator', 'locators'];

/** A key that is neither known nor derived, or one that nobody may write because it is derived. */
export interface KeyFault {
  readonly fault: 'unknown' | 'derived';
  /** What could have been written. */
  readonly known: readonly string[];
}

/** Which of an edge type's properties (`edgeProperties`) a key names. */
export function edgeProperty(properties: ReadonlyMap<string, Property>, key: string): Property | KeyFault {
  const property = properties.get(key);
  if (derivedNames.has(key) && property) return { fault: 'derived', known: [] };
  if (property && !edgeKeys.includes(key)) return property;
  return { fault: 'unknown', known: [...properties.keys(), ...edgeKeys].filter((it) => !derivedNames.has(it)) };
}

/** The property of a node type that a key names. */
export function nodeProperty(type: NodeType, key: string): Property | KeyFault {
  const property = type.properties.get(key);
  if (property && isDerivedDay(type, key)) return { fault: 'derived', known: [] };
  if (property && !nodeKeys.includes(key)) return property;
  return { fault: 'unknown', known: [...type.properties.keys(), ...nodeKeys].filter((it) => !isDerivedDay(type, it)) };
}

/** Whether a property is a first or last day that follows from the `when` of the same type. */
export function isDerivedDay(type: NodeType, name: string): boolean {
  if (name !== 'start' && name !== 'end') return false;
  return isScalar(type.properties.get(name), 'Date') && isScalar(type.properties.get('when'), 'PartialDate');
}

/** The properties of an edge type by name; none where it carries none. */
export function edgeProperties(ontology: Ontology, edgeType: string): ReadonlyMap<string, Property> {
  const carrier = ontology.edgeTypes.get(edgeType)?.properties;
  return (carrier && ontology.edgePropertyTypes.get(carrier)?.properties) || new Map();
}

function isScalar(property: Property | undefined, name: string): boolean {
  return property !== undefined && 'scalar' in property.kind && property.kind.scalar === name;
}
