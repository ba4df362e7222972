/**
 * What RDF is told of the nodes and edges of a view.
 *
 * RDF is a set of plain statements: it has no room for two edges of one type between the same nodes, nor for when, in
 * which role and according to whom. So every edge is a thing of its own, an `rdf:Statement` with all that is known of it.
 * Only what is stated as a fact is asserted as a plain triple too, so that nobody takes hearsay or a conclusion for one.
 */
import { groupBy } from '../../base/group-by.ts';
import type { Claim } from '../../facts/claim.ts';
import type { PropertyValue, ScalarValue } from '../../facts/fact.ts';
import { derivationsOf } from '../../store/derivations.ts';
import type { EdgeNumber } from '../../store/edge-table.ts';
import type { NodeNumber } from '../../store/node-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { valuesOf } from '../field.ts';
import { literalOf } from './literals.ts';
import { type Namespaces, wellKnown } from './namespaces.ts';
import type { Part, RdfObject, Said } from './thing.ts';
import { knownClasses, predicateOf, valueTypes } from './vocabulary.ts';

const { rdf, owl, prov, wd } = wellKnown;

/** How the facts of one view are told, under one base. */
export interface Describe {
  node(node: NodeNumber): Said[];
  /** Its citations that name a place in the source, and rival values of its properties. */
  partsOfNode(node: NodeNumber): Part[];
  /** What a property says; nothing where it has no value. */
  property(name: string, value: PropertyValue | undefined): Said[];
  /** What all edges of a type say. */
  edgeType(type: string): Said[];
  /** Its citations that name a place in the source, and the ways in which it follows. */
  partsOfEdge(edge: EdgeNumber): readonly Part[];
}

export function describe(view: GraphView, names: Namespaces): Describe {
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

  const property = (name: string, value: PropertyValue | undefined): Said[] => {
    if (value === undefined) return [];
    if (name === 'sources') return derivedFrom(valuesOf(value).map(String));
    return saidOnce(
      predicateOf(name, names),
      valuesOf(value).map((it) => objectOf(name, it)),
    );
  };

  const derivedFrom = (sources: readonly string[]): Said[] =>
    saidOnce(
      `${prov}wasDerivedFrom`,
      sources.map((id) => ({ iri: names.node(nodes.redirects.get(id) ?? id) })),
    );

  const citations = (iri: string, sources: readonly string[], places: PropertyValue | undefined): Part[] =>
    valuesOf(places ?? []).flatMap((place, i) => {
      const source = sources[i];
      if (source === undefined || place === '') return [];
      const said = [
        typed(`${prov}Derivation`),
        { predicate: `${prov}entity`, objects: [{ iri: names.node(source) }] },
        ...property('locator', place),
      ];
      return [{ predicate: `${prov}qualifiedDerivation`, thing: { iri: `${iri}#citation-${i + 1}`, said, parts: [] } }];
    });

  const claimPart = (claim: Claim, i: number): Part => {
    const { node, sources, rank, modality, note, when, saidBy } = claim;
    const iri = `${names.node(node)}#claim-${i + 1}`;
    const said = [
      typed(`${rdf}Statement`, names.term('Claim')),
      { predicate: `${rdf}subject`, objects: [{ iri: names.node(node) }] },
      { predicate: `${rdf}predicate`, objects: [{ iri: predicateOf(claim.property, names) }] },
      ...saidOnce(
        `${rdf}object`,
        valuesOf(claim.value).map((it) => objectOf(claim.property, it)),
      ),
      ...Object.entries({ rank, modality, note, when, saidBy }).flatMap(([name, value]) => property(name, value)),
      ...derivedFrom(sources),
    ];
    return { predicate: names.term('claim'), thing: { iri, said, parts: citations(iri, sources, claim.locators) } };
  };

  return {
    property,
    node: (node) => {
      const type = nodes.typeOf(node);
      const properties = nodes.properties(node);
      const known = Object.hasOwn(knownClasses, type) ? (knownClasses[type] ?? []) : [];
      const told = Object.keys(properties).filter((name) => name !== 'locators');
      return [
        typed(names.term(type), ...known),
        ...told.flatMap((name) => property(name, properties[name])),
        ...sameInWikidata(properties.identifiers),
      ];
    },
    partsOfNode: (node) => {
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
    partsOfEdge: (edge) => {
      const isCited = locators !== undefined && locators.codes[edge] !== 0;
      if (!isCited && !edges.isInferred(edge)) return NONE;
      const iri = names.edge(edges.id(edge));
      const cited = isCited ? citations(iri, edges.sources(edge), locators.get(edge)) : [];
      const ways = derivationsOf(edges.derivations, edge).map(({ rule, premises }, i): Part => {
        const said = [
          typed(names.term('Derivation')),
          ...property('rule', rule),
          ...saidOnce(
            names.term('premise'),
            premises.map((it) => ({ iri: names.edge(edges.id(it)) })),
          ),
        ];
        return { predicate: names.term('derivation'), thing: { iri: `${iri}#derivation-${i + 1}`, said, parts: [] } };
      });
      return [...cited, ...ways];
    },
  };
}

const NONE: readonly Part[] = [];

const typed = (...classes: readonly string[]): Said => ({
  predicate: `${rdf}type`,
  objects: classes.map((iri) => ({ iri })),
});

/** `wikidata:Q42` among identifiers says which item of Wikidata is the same thing. */
function sameInWikidata(identifiers: PropertyValue | undefined): Said[] {
  const items = valuesOf(identifiers ?? []).flatMap((it) => /^wikidata:(Q\d+)$/.exec(String(it))?.[1] ?? []);
  return saidOnce(
    `${owl}sameAs`,
    items.map((item) => ({ iri: `${wd}${item}` })),
  );
}

/** What a predicate says, nothing of it twice; nothing at all where there is no object. */
function saidOnce(predicate: string, objects: readonly RdfObject[]): Said[] {
  const distinct = [...new Map(objects.map((it) => [JSON.stringify(it), it])).values()];
  return distinct.length === 0 ? [] : [{ predicate, objects: distinct }];
}
