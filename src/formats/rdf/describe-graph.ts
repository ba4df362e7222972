/**
 * A view as RDF resources: what is asserted of its nodes and edges. Turtle, N-Quads and JSON-LD are three ways to write it.
 *
 * RDF is a set of plain statements: it has no room for two edges of one type between the same nodes, nor for when, in
 * which role and according to whom. So every edge is a resource, an `rdf:Statement` with all that is known of it.
 * Only what is stated as a fact is asserted as a plain triple too, so that nobody takes hearsay or a conclusion for one.
 */
import { groupBy } from '../../base/group-by.ts';
import type { Claim } from '../../facts/claim.ts';
import type { PropertyValue, ScalarValue } from '../../facts/fact.ts';
import { derivationsOf } from '../../store/derivations.ts';
import type { EdgeNumber } from '../../store/edge-table.ts';
import type { NodeNumber } from '../../store/node-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { valuesOf } from '../fields/fields.ts';
import {
  knownClasses,
  type Literal,
  literalOf,
  type Namespaces,
  predicateOf,
  valueTypes,
  wellKnown,
} from './vocabulary.ts';

const { rdf, owl, prov, wd } = wellKnown;

/** Another resource by its IRI, or a literal. */
export type RdfObject = { readonly iri: string } | Literal;

/** A predicate and its objects: nothing twice in one list, and no predicate twice of one resource. */
export interface Assertion {
  readonly predicate: string;
  readonly objects: readonly RdfObject[];
}

export interface Resource {
  readonly iri: string;
  readonly assertions: readonly Assertion[];
  readonly nested: readonly Nested[];
}

/** A resource within another: a citation, a derivation, a rival value. */
export interface Nested {
  readonly predicate: string;
  readonly resource: Resource;
}

/** How one view is described, under one base. */
export interface Description {
  node(node: NodeNumber): Assertion[];
  /** Its citations that name a place in the source, and rival values of its properties. */
  nestedInNode(node: NodeNumber): Nested[];
  /** The assertion of a property. */
  property(name: string, value: PropertyValue): Assertion[];
  /** What is asserted of all edges of a type. */
  edgeType(type: string): Assertion[];
  /** Its citations that name a place in the source, and its derivations. */
  nestedInEdge(edge: EdgeNumber): readonly Nested[];
}

export function describeGraph(view: GraphView, names: Namespaces): Description {
  const { nodes, edges } = view.graph;
  const claims = groupBy(view.graph.claims, (it) => it.node);
  const types = valueTypes(view.ontology);
  const locators = edges.columns.columns.get('locators');

  const objectOf = (name: string, value: ScalarValue): RdfObject => {
    const type = types.get(name);
    if (typeof type === 'object') return literalOf(value, type.datatype);
    const node = type === 'id' ? nodes.numberOf(String(value)) : undefined;
    return node === undefined ? literalOf(value, undefined) : { iri: names.node(nodes.ids[node]!) };
  };

  const property = (name: string, value: PropertyValue): Assertion[] => {
    if (name === 'sources') return derivedFrom(valuesOf(value).map(String));
    return assertion(
      predicateOf(name, names),
      valuesOf(value).map((it) => objectOf(name, it)),
    );
  };

  const derivedFrom = (sources: readonly string[]): Assertion[] =>
    assertion(
      `${prov}wasDerivedFrom`,
      sources.map((id) => ({ iri: names.node(nodes.redirects.get(id) ?? id) })),
    );

  const citations = (iri: string, sources: readonly string[], places: PropertyValue | undefined): Nested[] =>
    valuesOf(places ?? []).flatMap((place, i) => {
      const source = sources[i];
      if (source === undefined || place === '') return [];
      const assertions = [
        typed(`${prov}Derivation`),
        { predicate: `${prov}entity`, objects: [{ iri: names.node(source) }] },
        ...property('locator', place),
      ];
      return [
        {
          predicate: `${prov}qualifiedDerivation`,
          resource: { iri: `${iri}#citation-${i + 1}`, assertions, nested: [] },
        },
      ];
    });

  const claimPart = (claim: Claim, i: number): Nested => {
    const { node, sources, rank, modality, note, when, saidBy } = claim;
    const iri = `${names.node(node)}#claim-${i + 1}`;
    const assertions = [
      typed(`${rdf}Statement`, names.term('Claim')),
      { predicate: `${rdf}subject`, objects: [{ iri: names.node(node) }] },
      { predicate: `${rdf}predicate`, objects: [{ iri: predicateOf(claim.property, names) }] },
      ...assertion(
        `${rdf}object`,
        valuesOf(claim.value).map((it) => objectOf(claim.property, it)),
      ),
      ...Object.entries({ rank, modality, note, when, saidBy }).flatMap(([name, value]) =>
        value === undefined ? [] : property(name, value),
      ),
      ...derivedFrom(sources),
    ];
    return {
      predicate: names.term('claim'),
      resource: { iri, assertions, nested: citations(iri, sources, claim.locators) },
    };
  };

  return {
    property,
    node: (node) => {
      const type = nodes.typeOf(node);
      const properties = nodes.properties(node);
      const described = Object.entries(properties).filter(([name]) => name !== 'locators');
      return [
        typed(names.term(type), ...(knownClasses.get(type) ?? [])),
        ...described.flatMap(([name, value]) => property(name, value)),
        ...sameInWikidata(properties.identifiers),
      ];
    },
    nestedInNode: (node) => {
      const id = nodes.ids[node]!;
      const { sources, locators: places } = nodes.properties(node);
      return [
        ...citations(names.node(id), valuesOf(sources ?? []).map(String), places),
        ...(claims.get(id) ?? []).map(claimPart),
      ];
    },
    edgeType: (type) => [
      typed(`${rdf}Statement`, names.term('Relation')),
      { predicate: `${rdf}predicate`, objects: [{ iri: names.relation(type) }] },
    ],
    nestedInEdge: (edge) => {
      const isCited = locators !== undefined && locators.codes[edge] !== 0;
      if (!isCited && !edges.isInferred(edge)) return NONE;
      const iri = names.edge(edges.id(edge));
      const cited = isCited ? citations(iri, edges.sources(edge), locators.get(edge)) : [];
      const derived = derivationsOf(edges.derivations, edge).map(({ rule, premises }, i): Nested => {
        const assertions = [
          typed(names.term('Derivation')),
          ...property('rule', rule),
          ...assertion(
            names.term('premise'),
            premises.map((it) => ({ iri: names.edge(edges.id(it)) })),
          ),
        ];
        return {
          predicate: names.term('derivation'),
          resource: { iri: `${iri}#derivation-${i + 1}`, assertions, nested: [] },
        };
      });
      return [...cited, ...derived];
    },
  };
}

const NONE: readonly Nested[] = [];

const typed = (...classes: readonly string[]): Assertion => ({
  predicate: `${rdf}type`,
  objects: classes.map((iri) => ({ iri })),
});

/** `wikidata:Q42` among identifiers says which item of Wikidata is the same thing. */
function sameInWikidata(identifiers: PropertyValue | undefined): Assertion[] {
  const items = valuesOf(identifiers ?? []).flatMap((it) => /^wikidata:(Q\d+)$/.exec(String(it))?.[1] ?? []);
  return assertion(
    `${owl}sameAs`,
    items.map((item) => ({ iri: `${wd}${item}` })),
  );
}

/** A predicate with its objects, none of them twice; nothing at all where there is no object. */
function assertion(predicate: string, objects: readonly RdfObject[]): Assertion[] {
  const distinct = [...new Map(objects.map((it) => [JSON.stringify(it), it])).values()];
  return distinct.length === 0 ? [] : [{ predicate, objects: distinct }];
}
