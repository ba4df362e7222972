/**
 * The namespaces of the RDF that is written: well-known ones, and ours below a base of one's choice.
 *
 * Nobody owns a domain for this graph, so unless a base is given its names are URNs: they name, and lead nowhere. Whoever
 * publishes the graph gives an address of their own.
 */
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

export interface Namespaces {
  /** What a prefix stands for; ours come first, because they are looked for most. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Below which the names of nodes and edges lie. */
  readonly nodes: string;
  readonly edges: string;
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
  const [terms, relations] = [`${base}ontology/`, `${base}relation/`];
  const [nodes, edges] = [`${base}node/`, `${base}edge/`];
  return {
    prefixes: new Map([
      ['edge', edges],
      ['node', nodes],
      ['dg', terms],
      ['rel', relations],
      ...Object.entries(wellKnown),
    ]),
    nodes,
    edges,
    term: (name) => terms + encode(name),
    relation: (name) => relations + encode(name),
    node: (id) => nodes + encode(id),
    edge: (id) => edges + encode(id),
  };
}

/** An id as the end of an IRI. The colon of `state:kaz` stays, for people read these. */
export const encode = (id: string): string =>
  PLAIN.test(id) ? id : encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('%3A', ':');

const PLAIN = /^[\w.:~-]*$/;
