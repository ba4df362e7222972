/**
 * What the keys of an entry mean: a few have a meaning of their own, every other is a property of the ontology.
 *
 * Dossiers, mappings, records and imports share this, so a key means the same in all of them.
 */
import { derivedNames } from '../../facts/envelope.ts';
import type { NodeType, Ontology, Property } from '../../ontology/ontology.ts';

export interface EntryKeys {
  /** What has these keys, in a sentence: `State`, `edge of type "heads"`, `claim`. */
  readonly owner: string;
  readonly properties: ReadonlyMap<string, Property>;
  /** Keys that are no properties. */
  readonly structure: ReadonlySet<string>;
  /** Properties that nobody writes, with what they follow from. */
  readonly derived: ReadonlyMap<string, string>;
  /** Everything that may be written, in the order in which it is suggested. */
  names(): string[];
}

const citing: readonly string[] = ['source', 'sources', 'locator', 'locators'];
const ofEdges: ReadonlySet<string> = new Set(['id', 'from', 'edge', 'to', 'extend', ...citing]);

/** The keys of the entries of a node type. */
export function keysOfNode(type: NodeType): EntryKeys {
  return remembered(type, () => {
    const derived = ['start', 'end'].filter((it) => isDerivedDay(type, it)).map((it) => [it, '"when"'] as const);
    // Where nodes cite nothing, `source` may be a property like others.
    const cites = type.properties.has('sources') ? citing : [];
    const structure = ['id', 'type', 'extend', 'replaces', 'claims', ...cites];
    return entryKeys(type.name, type.properties, structure, derived);
  });
}

/** The keys of the entries of an edge type. */
export function keysOfEdge(ontology: Ontology, edgeType: string): EntryKeys {
  const properties = edgeProperties(ontology, edgeType);
  return remembered(ontology.edgeTypes.get(edgeType) ?? properties, () => {
    const derived = [...derivedNames]
      .filter((it) => properties.get(it)?.storedAs === undefined)
      .map((it) => [it, it === 'since' || it === 'until' ? '"when"' : 'rules'] as const);
    return entryKeys(`edge of type "${edgeType}"`, properties, ofEdges, derived);
  });
}

/** Whether a property is a first or last day that follows from the `when` of the same type. */
export function isDerivedDay(type: NodeType, name: string): boolean {
  if (name !== 'start' && name !== 'end') return false;
  return isScalar(type.properties.get(name), 'Date') && isScalar(type.properties.get('when'), 'PartialDate');
}

/** The properties of an edge type by name; none where it carries none. */
export function edgeProperties(ontology: Ontology, edgeType: string): ReadonlyMap<string, Property> {
  const carrier = ontology.edgeTypes.get(edgeType)?.properties;
  return (carrier && ontology.edgePropertyTypes.get(carrier)?.properties) || none;
}

const none: ReadonlyMap<string, Property> = new Map();

const known = new WeakMap<object, EntryKeys>();

function remembered(of: object, make: () => EntryKeys): EntryKeys {
  let keys = known.get(of);
  if (!keys) known.set(of, (keys = make()));
  return keys;
}

function entryKeys(
  owner: string,
  properties: ReadonlyMap<string, Property>,
  structure: Iterable<string>,
  derived: readonly (readonly [string, string])[] = [],
): EntryKeys {
  const [own, following] = [new Set(structure), new Map(derived)];
  const names = (): string[] => [...new Set([...properties.keys(), ...own])].filter((it) => !following.has(it));
  const stored = [...properties.values()].flatMap((it) => (it.storedAs ? [[it.storedAs, it] as const] : []));
  return { owner, properties: new Map([...properties, ...stored]), structure: own, derived: following, names };
}

function isScalar(property: Property | undefined, name: string): boolean {
  return property !== undefined && 'scalar' in property.kind && property.kind.scalar === name;
}

/** These properties stand in no schema. */
const unwritten = { list: false, required: false, description: '', at: { file: '', line: 1, column: 1 } };

function enumProperty(name: string, values: readonly string[]): Property {
  const kind = { enum: { name, description: '', values: values.map((it) => ({ name: it, description: '' })) } };
  return { ...unwritten, name, kind };
}

function scalarProperty(name: string, scalar: 'String' | 'PartialDate' | 'ID'): Property {
  return { ...unwritten, name, kind: { scalar } };
}

const claimProperties = [
  enumProperty('rank', ['PREFERRED', 'NORMAL', 'DEPRECATED']),
  enumProperty('modality', ['FACT', 'REPORTED', 'PLANNED', 'DENIED']),
  scalarProperty('note', 'String'),
  scalarProperty('when', 'PartialDate'),
  scalarProperty('saidBy', 'ID'),
];
const claimKeys = ['property', 'value', ...claimProperties.map((it) => it.name), ...citing];

/** The keys of a claim. Their kinds are ours, whatever an ontology calls by these names. */
export const keysOfClaim: EntryKeys = {
  ...entryKeys('claim', new Map(claimProperties.map((it) => [it.name, it])), ['property', 'value', ...citing]),
  names: () => claimKeys,
};
