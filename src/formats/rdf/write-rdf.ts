/**
 * A view as RDF in any syntax: the terms that it uses, ids that were replaced, its nodes, its edges.
 *
 * A million edges share a handful of roles, days and sources. What is said of each is written once, with a sign where the
 * edge's own name belongs; an edge then costs a few look-ups.
 */
import { envelopeDefaults } from '../../facts/envelope.ts';
import type { EdgeNumber } from '../../store/edge-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { edgeFields } from '../edge-fields.ts';
import type { WriteOptions } from '../format.ts';
import { edgeTexts, nodeTexts } from '../gather-text.ts';
import { keepTexts } from '../keep-texts.ts';
import { printEdges } from '../print-edges.ts';
import { TextSanitiser } from '../sanitise-text.ts';
import { describe } from './describe.ts';
import { encode, makeNamespaces, type Namespaces, wellKnown } from './namespaces.ts';
import type { RdfSyntax, Thing } from './thing.ts';

const { rdf, rdfs, owl, prov } = wellKnown;

/** Makes a syntax for these names. */
export type MakeSyntax = (view: GraphView, names: Namespaces, sanitiser: TextSanitiser) => RdfSyntax;

/** What an edge says in parts, or in the plain triple of its type. */
const ELSEWHERE: ReadonlySet<string> = new Set(['locators', 'rule', 'premises']);

export function* writeRdf(view: GraphView, options: WriteOptions, makeSyntax: MakeSyntax): Generator<string> {
  const names = makeNamespaces(options.base);
  const syntax = makeSyntax(view, names, options.sanitiser ?? new TextSanitiser());
  const write = (thing: Thing): string => syntax.thing(syntax.iri(thing.iri), syntax.said(thing.said), thing.parts);
  yield syntax.head;
  // There is always this one, so that everything behind it can begin with what stands between two things.
  yield write(relationClass(names));
  for (const thing of [...terms(view, names), ...replaced(view, names)]) yield syntax.between + write(thing);
  yield* nodeThings(view, names, syntax);
  yield* edgeThings(view, names, syntax);
  yield syntax.foot;
}

const relationClass = (names: Namespaces): Thing => ({
  iri: names.term('Relation'),
  said: [
    { predicate: `${rdfs}subClassOf`, objects: [{ iri: `${rdf}Statement` }, { iri: `${prov}Entity` }] },
    {
      predicate: `${rdfs}comment`,
      objects: [{ text: 'A relation between two things, with when, in which role and according to whom it held.' }],
    },
  ],
  parts: [],
});

/** The node types and edge types of the ontology, with their descriptions. */
function* terms({ ontology }: GraphView, names: Namespaces): Generator<Thing> {
  const term = (iri: string, kind: string, description: string): Thing => ({
    iri,
    said: [
      { predicate: `${rdf}type`, objects: [{ iri: kind }] },
      ...(description === '' ? [] : [{ predicate: `${rdfs}comment`, objects: [{ text: description }] }]),
    ],
    parts: [],
  });
  for (const { name, description } of ontology.nodeTypes.values())
    yield term(names.term(name), `${rdfs}Class`, description);
  for (const { name, description } of ontology.edgeTypes.values())
    yield term(names.relation(name), `${rdf}Property`, description);
}

function* replaced(view: GraphView, names: Namespaces): Generator<Thing> {
  for (const [from, to] of [...view.graph.nodes.redirects].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (view.findNode(to) === undefined) continue;
    const same = { predicate: `${owl}sameAs`, objects: [{ iri: names.node(to) }] };
    yield { iri: names.node(from), said: [same], parts: [] };
  }
}

function nodeThings(view: GraphView, names: Namespaces, syntax: RdfSyntax): Iterable<string> {
  const { nodes } = view.graph;
  const { node: said, partsOfNode } = describe(view, names);
  return nodeTexts(view, (node) => {
    const iri = names.node(nodes.ids[node]!);
    return syntax.between + syntax.thing(syntax.iri(iri), syntax.said(said(node)), partsOfNode(node));
  });
}

function edgeThings(view: GraphView, names: Namespaces, syntax: RdfSyntax): Iterable<string> {
  const { nodes, edges } = view.graph;
  const { property, edgeType, partsOfEdge } = describe(view, names);
  const fields = edgeFields(view).filter(({ name }) => !ELSEWHERE.has(name));
  const properties = printEdges(edges, fields, ({ name }, value) => syntax.said(property(name, value)));
  const types = edges.columns.typeNames.map((type) => syntax.said(edgeType(type)));
  const plain = edges.columns.typeNames.map((type) => syntax.link(names.relation(type)));
  const [subject, object] = [syntax.link(`${rdf}subject`), syntax.link(`${rdf}object`)];
  const [nodeIri, edgeIri] = [syntax.within(names.nodes), syntax.within(names.edges)];
  const nodeName = keepTexts((node) => nodeIri(encode(nodes.ids[node]!)));
  const isPlain = assertedPlainly(view);
  const { between } = syntax;
  return edgeTexts(view, (edge) => {
    const type = edges.type[edge]!;
    const [from, to] = [nodeName(edges.from[edge]!), nodeName(edges.to[edge]!)];
    const said = types[type]! + subject(from) + object(to) + properties(edge);
    const thing = between + syntax.thing(edgeIri(encode(edges.id(edge))), said, partsOfEdge(edge));
    return isPlain(edge) ? between + syntax.thing(from, plain[type]!(to), []) + thing : thing;
  });
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
