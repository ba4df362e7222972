/**
 * A view as RDF in any syntax: the terms that it uses, ids that were replaced, its nodes, its edges.
 *
 * A million edges share a handful of roles, days and sources. What is asserted of each is written once, with a sign where
 * the edge's own name belongs; an edge then costs a few look-ups.
 */
import { envelopeDefaults } from '../../facts/envelope.ts';
import type { EdgeNumber } from '../../store/edge-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { TextSanitiser } from '../escapes.ts';
import { edgeFields } from '../fields/fields.ts';
import { printEdgeFields, remember } from '../fields/print-fields.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgePieces, nodePieces } from '../pieces.ts';
import { type Assertion, describeGraph, type Nested, type Resource } from './describe-graph.ts';
import { makeNamespaces, type Namespaces, wellKnown } from './vocabulary.ts';

/** How resources are written. */
export interface RdfSyntax {
  readonly head: string;
  readonly foot: string;
  /** Stands between one resource and the next. */
  readonly between: string;
  /** An IRI as it stands in the text. */
  iri(iri: string): string;
  /** What is asserted of a resource, the beginning of each predicate included; with `SUBJECT` where its IRI belongs. */
  assertions(assertions: readonly Assertion[]): string;
  /** A whole resource: its IRI, written by `iri`, and what was written by `assertions`. */
  resource(name: string, assertions: string, nested: readonly Nested[]): string;
}

/** Stands for the IRI of the resource at hand in what was written before it was known which one it is. No text holds it. */
export const SUBJECT = '\u0001';

const { rdf, rdfs, owl, prov } = wellKnown;

/** Makes a syntax for these names. */
export type MakeSyntax = (view: GraphView, names: Namespaces, sanitiser: TextSanitiser) => RdfSyntax;

/** Fields that are nested resources. */
const NESTED: ReadonlySet<string> = new Set(['locators', 'rule', 'premises']);

/** A format of RDF. */
export const rdfFormat = (about: Omit<TextFormat, 'options' | 'write'>, makeSyntax: MakeSyntax): TextFormat => ({
  ...about,
  options: ['base'],
  write: (view, options) => writeRdf(view, options, makeSyntax),
});

function* writeRdf(view: GraphView, options: WriteOptions, makeSyntax: MakeSyntax): Generator<string> {
  const names = makeNamespaces(options.base);
  const syntax = makeSyntax(view, names, options.sanitiser ?? new TextSanitiser());
  const write = ({ iri, assertions, nested }: Resource): string =>
    syntax.resource(syntax.iri(iri), syntax.assertions(assertions), nested);
  yield syntax.head;
  // There is always this one, so that everything behind it can begin with what stands between two resources.
  yield write(relationClass(names));
  for (const it of [...terms(view, names), ...replaced(view, names)]) yield syntax.between + write(it);
  yield* nodeResources(view, names, syntax);
  yield* edgeResources(view, names, syntax);
  yield syntax.foot;
}

const relationClass = (names: Namespaces): Resource => ({
  iri: names.term('Relation'),
  assertions: [
    { predicate: `${rdfs}subClassOf`, objects: [{ iri: `${rdf}Statement` }, { iri: `${prov}Entity` }] },
    {
      predicate: `${rdfs}comment`,
      objects: [{ text: 'A relation between two things, with when, in which role and according to whom it held.' }],
    },
  ],
  nested: [],
});

/** The node types and edge types of the ontology, with their descriptions. */
function* terms({ ontology }: GraphView, names: Namespaces): Generator<Resource> {
  const term = (iri: string, kind: string, description: string): Resource => ({
    iri,
    assertions: [
      { predicate: `${rdf}type`, objects: [{ iri: kind }] },
      ...(description === '' ? [] : [{ predicate: `${rdfs}comment`, objects: [{ text: description }] }]),
    ],
    nested: [],
  });
  for (const { name, description } of ontology.nodeTypes.values())
    yield term(names.term(name), `${rdfs}Class`, description);
  for (const { name, description } of ontology.edgeTypes.values())
    yield term(names.relation(name), `${rdf}Property`, description);
}

function* replaced(view: GraphView, names: Namespaces): Generator<Resource> {
  for (const [from, to] of [...view.graph.nodes.redirects].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (view.findNode(to) === undefined) continue;
    const same = { predicate: `${owl}sameAs`, objects: [{ iri: names.node(to) }] };
    yield { iri: names.node(from), assertions: [same], nested: [] };
  }
}

function nodeResources(
  view: GraphView,
  names: Namespaces,
  { between, iri, assertions, resource }: RdfSyntax,
): Iterable<string> {
  const { ids } = view.graph.nodes;
  const { node: assertionsOf, nestedInNode } = describeGraph(view, names);
  return nodePieces(view, (node) => {
    return between + resource(iri(names.node(ids[node]!)), assertions(assertionsOf(node)), nestedInNode(node));
  });
}

function edgeResources(view: GraphView, names: Namespaces, syntax: RdfSyntax): Iterable<string> {
  const { nodes, edges } = view.graph;
  const { property, edgeType, nestedInEdge } = describeGraph(view, names);
  const { between, resource } = syntax;
  const properties = printEdgeFields(edges, {
    fields: edgeFields(view).filter(({ name }) => !NESTED.has(name)),
    value: (field, value) => syntax.assertions(property(field.property, value)),
  });
  const types = edges.columns.typeNames.map((type) => ({
    assertions: syntax.assertions(edgeType(type)),
    plain: link(syntax, names.relation(type)),
  }));
  const [subject, object] = [link(syntax, `${rdf}subject`), link(syntax, `${rdf}object`)];
  const nodeIri = remember((node) => syntax.iri(names.node(nodes.ids[node]!)), nodes.count);
  const edgeIri = edgeIris(syntax, names);
  const isPlain = assertedPlainly(view);
  return edgePieces(view, (edge) => {
    const { assertions, plain } = types[edges.type[edge]!]!;
    const [from, to] = [nodeIri(edges.from[edge]!), nodeIri(edges.to[edge]!)];
    const all = assertions + subject(from) + object(to) + properties(edge);
    const text = between + resource(edgeIri(edges.id(edge)), all, nestedInEdge(edge));
    return isPlain(edge) ? between + resource(from, plain(to), []) + text : text;
  });
}

/** The assertion that a predicate leads to a resource, whose IRI was written by `iri`. */
function link({ iri, assertions }: RdfSyntax, predicate: string): (other: string) => string {
  const any = 'urn:any';
  const [before, behind] = assertions([{ predicate, objects: [{ iri: any }] }]).split(iri(any));
  return (other) => before + other + behind;
}

/** IRIs of edges as they stand in the text: usual ids need no look at what they consist of. */
function edgeIris({ iri }: RdfSyntax, names: Namespaces): (id: string) => string {
  const [before, behind] = iri(names.edge('any')).split('any');
  return (id) => (/^\w[\w:-]*$/.test(id) ? before + id + behind : iri(names.edge(id)));
}

/** Whether an edge is stated, as a fact, and not held to be wrong. */
function assertedPlainly({ graph: { edges } }: GraphView): (edge: EdgeNumber) => boolean {
  const isOne = (name: string, passes: (value: unknown) => boolean): ((edge: EdgeNumber) => boolean) => {
    const column = edges.columns.columns.get(name);
    if (!column) return () => passes(envelopeDefaults[name]);
    const passing = column.values.map((value) => passes(value ?? envelopeDefaults[name]));
    return (edge) => passing[column.codes[edge]!]!;
  };
  const isFact = isOne('modality', (it) => it === 'FACT');
  const stands = isOne('rank', (it) => it !== 'DEPRECATED');
  return (edge) => isFact(edge) && stands(edge) && !edges.isInferred(edge);
}
