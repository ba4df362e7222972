/**
 * What our types and properties are in vocabularies that others know, and what kind of value each property has.
 *
 * Only what fits is mapped; everything keeps its own type and, where nothing fits, its own property. Names decide, so
 * an ontology of one's own gets the mapping where it uses the same words.
 */
import type { Ontology, Property } from '../../ontology/ontology.ts';
import { type Namespaces, wellKnown } from './namespaces.ts';

const { rdfs, xsd, prov, skos, schema, edtf } = wellKnown;

/** Classes that a node type belongs to, beside its own. */
export const knownClasses: Readonly<Record<string, readonly string[]>> = {
  State: [`${schema}AdministrativeArea`],
  Organisation: [`${schema}Organization`],
  Official: [`${schema}Person`],
  Conference: [`${schema}Event`],
  Event: [`${schema}Event`],
  Place: [`${schema}Place`],
  Topic: [`${skos}Concept`],
  Treaty: [`${schema}CreativeWork`],
  Resolution: [`${schema}CreativeWork`],
  Source: [`${schema}CreativeWork`, `${prov}Entity`],
};

const knownProperties: Readonly<Record<string, string>> = {
  name: `${rdfs}label`,
  aliases: `${skos}altLabel`,
  description: `${schema}description`,
  note: `${rdfs}comment`,
  identifiers: `${schema}identifier`,
  url: `${schema}url`,
  language: `${schema}inLanguage`,
  givenName: `${schema}givenName`,
  familyName: `${schema}familyName`,
  start: `${schema}startDate`,
  end: `${schema}endDate`,
};

/** The predicate of a property. */
export const predicateOf = (name: string, names: Namespaces): string =>
  (Object.hasOwn(knownProperties, name) && knownProperties[name]) || names.term(name);

/** What a property's values are: ids of nodes, or texts with a datatype; plain texts have none. */
export type ValueType = 'id' | 'text' | { readonly datatype: string };

const datatypes: Readonly<Record<string, ValueType>> = {
  ID: 'id',
  Int: { datatype: `${xsd}integer` },
  BigInt: { datatype: `${xsd}integer` },
  Float: { datatype: `${xsd}double` },
  Boolean: { datatype: `${xsd}boolean` },
  Date: { datatype: `${xsd}date` },
  DateTime: { datatype: `${xsd}dateTime` },
  PartialDate: { datatype: `${edtf}EDTF` },
};

/** The types of all properties by name; `text` where properties of one name differ. */
export function valueTypes({ nodeTypes, edgePropertyTypes }: Ontology): Map<string, ValueType> {
  const types = new Map<string, ValueType>();
  for (const { properties } of [...nodeTypes.values(), ...edgePropertyTypes.values()]) {
    for (const property of properties.values()) {
      const type = valueType(property);
      const known = types.get(property.name);
      types.set(property.name, known === undefined || known === type ? type : 'text');
    }
  }
  return types;
}

const valueType = ({ kind }: Property): ValueType => ('scalar' in kind && datatypes[kind.scalar]) || 'text';
