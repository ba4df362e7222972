/**
 * An edge in an answer: who, what, whom, when, how firmly, and according to which sources.
 *
 * It is the type `GraphEdge` of `query.graphql`, by the same table of fields. Beside these, GraphQL has fields that lead on
 * from an edge (`premises`, `corroboration`, `voices`), as it has relations that lead on from a node; `why` answers them.
 */

import { citationsOf, readLocator } from '../facts/citation.ts';
import type { Modality, Rank } from '../facts/claim.ts';
import { derivedNames, envelopeDefaults } from '../facts/envelope.ts';
import type { PropertyValue } from '../facts/fact.ts';
import type { AnyOntology, EdgeTypeName, NodeTypeName, TypedOntology } from '../ontology/typed-ontology.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type AnswerForm, known, type NodeAnswer } from './answer-form.ts';

export interface EdgeAnswer<S extends TypedOntology = AnyOntology> {
  readonly id: string;
  readonly type: EdgeTypeName<S>;
  readonly from: NodeAnswer<S>;
  readonly to: NodeAnswer<S>;
  /** When it holds, in EDTF, as precisely as is known. */
  readonly when?: string;
  /** The first day on which it can hold; absent where open or unknown. */
  readonly since?: string;
  /** The last day on which it can hold; absent where open or unknown. */
  readonly until?: string;
  /** A time at which it was seen to hold, in EDTF. */
  readonly attested?: string;
  readonly role?: string;
  /** The occasion at which it happened. */
  readonly at?: NodeAnswer<S>;
  /** Shared by edges that are one act, such as one launch by six states. */
  readonly act?: string;
  readonly status: 'STATED' | 'INFERRED';
  readonly modality: Modality;
  /** Whoever is reported as saying it. */
  readonly saidBy?: NodeAnswer<S>;
  /** How sure the reading is, from 0 to 1. */
  readonly confidence: number;
  readonly rank: Rank;
  /** What a careful reader should know. */
  readonly note?: string;
  /** The id of the rule that inferred it. */
  readonly rule?: string;
  /** Where it is said; nowhere for a conclusion. */
  readonly sources: readonly CitedSource<NodeAnswer<S>>[];
  /** What else it carries, in the order of the ontology. */
  readonly properties: readonly EdgeProperty[];
}

/** A source that supports a statement, and the place in it. */
export interface CitedSource<Node = NodeAnswer> {
  readonly id: string;
  /** The source as a node, when it is one. */
  readonly node?: Node;
  /** Where in the source, such as `P5`. */
  readonly locator?: string;
  /** The words of the source, where they were noted. */
  readonly quotation?: string;
}

/** A property of an edge as text; a list is JSON. */
export interface EdgeProperty {
  readonly name: string;
  readonly value: string;
}

type Form<Node> = Pick<AnswerForm<Node, unknown>, 'node'>;
type FieldReader = <Node>(view: GraphView, edge: EdgeNumber, form: Form<Node>) => unknown;

const property =
  (name: string): FieldReader =>
  ({ graph }, edge) =>
    graph.edges.property(edge, name);

/** The node that a qualifier names. */
const nodeNamed =
  (name: string): FieldReader =>
  ({ graph: { edges, nodes } }, edge, form) => {
    const node = nodes.numberOf(String(edges.property(edge, name)));
    return node === undefined ? undefined : form.node(node);
  };

/** How each field of an edge is read, in their order in an answer. */
export const edgeAnswerFields: { readonly [Field in keyof Required<EdgeAnswer>]: FieldReader } = {
  id: property('id'),
  type: ({ graph }, edge) => graph.edges.typeOf(edge),
  from: ({ graph }, edge, form) => form.node(graph.edges.from[edge] ?? 0),
  to: ({ graph }, edge, form) => form.node(graph.edges.to[edge] ?? 0),
  when: property('when'),
  since: property('since'),
  until: property('until'),
  attested: property('attested'),
  role: property('role'),
  at: nodeNamed('at'),
  act: property('act'),
  status: property('status'),
  modality: property('modality'),
  saidBy: nodeNamed('saidBy'),
  confidence: property('confidence'),
  rank: property('rank'),
  note: property('note'),
  rule: property('rule'),
  sources: (view, edge, form) => {
    const { edges } = view.graph;
    return citedSources(view, edges.sources(edge), edges.property(edge, 'locators') as readonly string[], form);
  },
  properties: ({ graph: { edges } }, edge): EdgeProperty[] => {
    const found: EdgeProperty[] = [];
    for (const [name, column] of edges.columns.columns) {
      const value = envelope.has(name) ? undefined : column.get(edge);
      if (value !== undefined) found.push({ name, value: printProperty(value) });
    }
    return found;
  },
};

const entries = Object.entries(edgeAnswerFields);
const envelope: ReadonlySet<string> = new Set([
  ...Object.keys(edgeAnswerFields),
  ...derivedNames,
  ...Object.keys(envelopeDefaults),
  'locators',
]);

/** What is read from elsewhere than a column of its own, or has a value where there is no column. */
const computed: ReadonlySet<string> = new Set([
  ...['id', 'type', 'from', 'to', 'since', 'until', 'status', 'sources', 'properties'],
  ...Object.keys(envelopeDefaults),
]);

/** The fields that an edge of the graph may have: many graphs know little of their edges, and paths have many edges. */
function fieldsOf({ edges }: KnowledgeGraph): typeof entries {
  const { columns } = edges.columns;
  return entries.filter(
    ([name]) => computed.has(name) || columns.has(name) || (name === 'rule' && edges.derivations !== undefined),
  );
}

/** A property as text; a list is JSON. */
export const printProperty = (value: PropertyValue): string =>
  typeof value === 'object' ? JSON.stringify(value.map(String)) : String(value);

/** Nodes and edges as plain objects: what Node and the command line get. */
export function asObjects<S extends TypedOntology = AnyOntology>(
  view: GraphView,
): AnswerForm<NodeAnswer<S>, EdgeAnswer<S>> {
  const { nodes } = view.graph;
  const fields = fieldsOf(view.graph);
  const form: AnswerForm<NodeAnswer<S>, EdgeAnswer<S>> = {
    node: (number) => ({
      id: nodes.ids[number] ?? '',
      type: nodes.typeOf(number) as NodeTypeName<S>,
      name: nodes.nameOf(number),
    }),
    edge: (number) => {
      const answer: Record<string, unknown> = {};
      for (const [name, read] of fields) {
        const value = read(view, number, form);
        if (value !== undefined) answer[name] = value;
      }
      return answer as unknown as EdgeAnswer<S>;
    },
  };
  return form;
}

/** Sources and the places in them, which lie side by side, as citations. */
export function citedSources<Node>(
  { graph: { nodes } }: GraphView,
  sources: readonly string[],
  locators: readonly string[] | undefined,
  form: Form<Node>,
): CitedSource<Node>[] {
  return citationsOf(sources, locators).map(({ source, locator }) => {
    const node = nodes.numberOf(source);
    const { place, quotation } = locator === undefined ? {} : { quotation: undefined, ...readLocator(locator) };
    return known<CitedSource<Node>>({
      id: source,
      node: node === undefined ? undefined : form.node(node),
      locator: place,
      quotation,
    });
  });
}
