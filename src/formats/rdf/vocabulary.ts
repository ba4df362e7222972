/**
 * The words of the RDF that is written: namespaces, what our types and properties are in vocabularies that others know,
 * and values as literals.
 *
 * Nobody owns a domain for this graph, so unless a base is given its names are URNs: they name, and lead nowhere. Whoever
 * publishes the graph gives an address of their own. Only what fits is mapped to known vocabularies; everything keeps its
 * own type and, where nothing fits, its own property. Names decide, so an ontology of one's own gets the mapping where it
 * uses the same words.
 */
import type { ScalarValue } from '../../facts/fact.ts';
import { dayOf, readPartialDate } from '../../facts/partial-date.ts';
import type { Ontology, Property } from '../../ontology/ontology.ts';
import { badBase } from '../problems.ts';

const DEFAULT_BASE = 'urn:diplograph:';

export const wellKnown = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  schema: 'https://schema.org/',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
  wd: 'http://www.wikidata.org/entity/',
} as const;

const { rdfs, xsd, prov, skos, schema, edtf } = wellKnown;

export interface Namespaces {
  /** What a prefix stands for; ours come first, because they are looked for most. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** The IRI of a node type or a property, or of a term of ours. */
  term(name: string): string;
  /** The IRI of an edge type. Some are called like a property: a source has a date on which it was `published`. */
  relation(name: string): string;
  node(id: string): string;
  edge(id: string): string;
}

/** Names below a base. Throws `bad-base` when it is no beginning of an IRI. */
export function makeNamespaces(base: string = DEFAULT_BASE): Namespaces {
  if (!/^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]*[/#:]$/i.test(base)) throw badBase(base);
  const [edges, nodes] = [`${base}edge/`, `${base}node/`];
  const [terms, relations] = [`${base}ontology/`, `${base}relation/`];
  const prefixes = { edge: edges, node: nodes, dg: terms, rel: relations, ...wellKnown };
  return {
    prefixes: new Map(Object.entries(prefixes)),
    term: (name) => terms + encode(name),
    relation: (name) => relations + encode(name),
    node: (id) => nodes + encode(id),
    edge: (id) => edges + encode(id),
  };
}

/** An id as the end of an IRI. The colon of `state:kaz` stays, for people read these. */
const encode = (id: string): string =>
  PLAIN.test(id) ? id : encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('%3A', ':');

const PLAIN = /^[\w.:~-]*$/;

/** Classes that a node type belongs to, beside its own. */
export const knownClasses: ReadonlyMap<string, readonly string[]> = new Map([
  ['State', [`${schema}AdministrativeArea`]],
  ['Organisation', [`${schema}Organization`]],
  ['Official', [`${schema}Person`]],
  ['Conference', [`${schema}Event`]],
  ['Event', [`${schema}Event`]],
  ['Place', [`${schema}Place`]],
  ['Topic', [`${skos}Concept`]],
  ['Treaty', [`${schema}CreativeWork`]],
  ['Resolution', [`${schema}CreativeWork`]],
  ['Source', [`${schema}CreativeWork`, `${prov}Entity`]],
]);

const knownProperties: ReadonlyMap<string, string> = new Map([
  ['name', `${rdfs}label`],
  ['aliases', `${skos}altLabel`],
  ['description', `${schema}description`],
  ['note', `${rdfs}comment`],
  ['identifiers', `${schema}identifier`],
  ['url', `${schema}url`],
  ['language', `${schema}inLanguage`],
  ['givenName', `${schema}givenName`],
  ['familyName', `${schema}familyName`],
  ['start', `${schema}startDate`],
  ['end', `${schema}endDate`],
]);

/** The predicate of a property. */
export const predicateOf = (name: string, names: Namespaces): string => knownProperties.get(name) ?? names.term(name);

/** What a property's values are: ids of nodes, or texts with a datatype; plain texts have none. */
export type ValueType = 'id' | 'text' | { readonly datatype: string };

const valueTypeOfScalar: Readonly<Record<string, ValueType>> = {
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
  const valueType = ({ kind }: Property): ValueType => ('scalar' in kind && valueTypeOfScalar[kind.scalar]) || 'text';
  for (const { properties } of [...nodeTypes.values(), ...edgePropertyTypes.values()]) {
    for (const property of properties.values()) {
      const type = valueType(property);
      const known = types.get(property.name);
      types.set(property.name, known === undefined || known === type ? type : 'text');
    }
  }
  return types;
}

/** A text with its datatype; a plain text has none. */
export interface Literal {
  readonly text: string;
  readonly datatype?: string;
}

/**
 * The literal of a value that should have a datatype, in the one form that every reader compares by; a plain text where it
 * does not fit, or where none is given.
 */
export function literalOf(value: ScalarValue, datatype: string | undefined): Literal {
  if (datatype === undefined) return typeof value === 'string' ? { text: value } : literalOf(value, usualType(value));
  const text = datatype === `${xsd}double` ? doubleText(Number(value)) : String(value);
  return fits(text, datatype) ? { text, datatype } : { text: String(value) };
}

function usualType(value: ScalarValue): string {
  if (typeof value === 'boolean') return `${xsd}boolean`;
  return typeof value === 'bigint' || Number.isInteger(value) ? `${xsd}integer` : `${xsd}double`;
}

function fits(text: string, datatype: string): boolean {
  if (datatype === `${edtf}EDTF`) return 'validity' in readPartialDate(text);
  if (datatype === `${xsd}date`) return dayOf(text) !== undefined;
  if (datatype === `${xsd}integer`) return /^-?\d+$/.test(text);
  if (datatype === `${xsd}double`) return text !== 'NaN';
  return true;
}

/** The canonical text of an `xsd:double`: `8.0E-1`. */
function doubleText(number: number): string {
  const [mantissa = '', exponent = ''] = number.toExponential().split('e');
  if (exponent === '') return 'NaN';
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}
