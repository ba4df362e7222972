/**
 * Where sources disagree: rival values of a property, and rival statements of one relation.
 *
 * Values are rivals when claims give a property of a node more than one. Statements are rivals when they join the same
 * two nodes, or belong to one act, and a curator ranked one above the other, one denies what another says, or they give
 * the same act other dates or the same thing other counts. A second term of office is no rival of the first.
 */
import { groupBy } from '../base/group-by.ts';
import { rivalEdges } from '../evidence/rival-edges.ts';
import type { Claim, Modality, Rank } from '../facts/claim.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type AnswerForm, compareTexts, known, type NodeAnswer, valueText } from './answer-form.ts';
import { type CitedSource, citedSources, type EdgeAnswer } from './edge-answer.ts';

export interface Disagreement<Node = NodeAnswer, Edge = EdgeAnswer> {
  /** Whether values of a property are in dispute, or statements of a relation. */
  readonly kind: 'PROPERTY' | 'EDGE';
  /** The node whose property it is, or from which the rival edges go out. */
  readonly node: Node;
  /** The property, or the edge type. */
  readonly name: string;
  /** The node that the rival edges lead to; absent for a property, and for an act with several. */
  readonly to?: Node;
  /** Preferred ones first, deprecated ones last. */
  readonly rivals: readonly Rival<Node, Edge>[];
}

/** One of several rival values or statements. */
export interface Rival<Node = NodeAnswer, Edge = EdgeAnswer> {
  /** The value of the property, as text; of a statement, what sets it apart: dates, counts, whether it is denied. */
  readonly value: string;
  readonly rank: Rank;
  readonly modality: Modality;
  /** Why the rank. */
  readonly note?: string;
  /** When the value held, in EDTF. */
  readonly when?: string;
  /** Whoever is reported as saying it. */
  readonly saidBy?: Node;
  readonly sources: readonly CitedSource<Node>[];
  /** The edge, of a rival statement. */
  readonly edge?: Edge;
}

/**
 * The disagreements about a node, or about everything: those of properties first, each kind by node and name.
 *
 * Throws `unknown-node`.
 * @example
 * disagreements(view, 'conference:34ic', asObjects(view)).map((it) => it.name) // ['theme', …]
 */
export function disagreements<Node, Edge>(
  view: GraphView,
  of: string | undefined,
  form: AnswerForm<Node, Edge>,
): Disagreement<Node, Edge>[] {
  const node = of === undefined ? undefined : view.getNode(of);
  return [...aboutProperties(view, node, form), ...aboutEdges(view, node, form)];
}

function aboutProperties<Node, Edge>(
  view: GraphView,
  of: NodeNumber | undefined,
  form: AnswerForm<Node, Edge>,
): Disagreement<Node, Edge>[] {
  const made = view.graph.claims.flatMap((claim) => {
    const node = view.findNode(claim.node);
    return node === undefined || (of !== undefined && node !== of) ? [] : [{ node, name: claim.property, claim }];
  });
  return [...groupBy(made, ({ node, name }) => `${node} ${name}`).values()]
    .filter((group) => new Set(group.map((it) => valueText(it.claim.value))).size > 1)
    .map((group) => ({ ...(group[0] as (typeof made)[number]), group }))
    .sort((a, b) => a.node - b.node || compareTexts(a.name, b.name))
    .map(({ node, name, group }) => ({
      kind: 'PROPERTY',
      node: form.node(node),
      name,
      rivals: inOrder(group.map((it) => rivalOfClaim(view, it.claim, form))),
    }));
}

function aboutEdges<Node, Edge>(
  view: GraphView,
  of: NodeNumber | undefined,
  form: AnswerForm<Node, Edge>,
): Disagreement<Node, Edge>[] {
  const { edges } = view.graph;
  return rivalEdges(view, of).map((rivals) => {
    const [first = 0] = rivals;
    const targets = new Set(rivals.map((it) => edges.to[it]));
    return known<Disagreement<Node, Edge>>({
      kind: 'EDGE',
      node: form.node(edges.from[first] ?? 0),
      name: edges.typeOf(first),
      to: targets.size === 1 ? form.node(edges.to[first] ?? 0) : undefined,
      rivals: inOrder(rivals.map((it) => rivalOfEdge(view, it, form))),
    });
  });
}

function rivalOfClaim<Node, Edge>(view: GraphView, claim: Claim, form: AnswerForm<Node, Edge>): Rival<Node, Edge> {
  return known<Rival<Node, Edge>>({
    value: valueText(claim.value),
    rank: claim.rank,
    modality: claim.modality,
    note: claim.note,
    when: claim.when,
    saidBy: nodeNamed(view, claim.saidBy, form),
    sources: citedSources(view, claim.sources, claim.locators, form),
    edge: undefined,
  });
}

function rivalOfEdge<Node, Edge>(view: GraphView, edge: EdgeNumber, form: AnswerForm<Node, Edge>): Rival<Node, Edge> {
  const { edges } = view.graph;
  const text = (name: string): string | undefined => {
    const value = edges.property(edge, name);
    return value === undefined ? undefined : valueText(value);
  };
  return known<Rival<Node, Edge>>({
    value: whatSetsApart(view, edge),
    rank: edges.property(edge, 'rank') as Rank,
    modality: edges.property(edge, 'modality') as Modality,
    note: text('note'),
    when: text('when'),
    saidBy: nodeNamed(view, text('saidBy'), form),
    sources: citedSources(view, edges.sources(edge), edges.property(edge, 'locators') as readonly string[], form),
    edge: form.edge(edge),
  });
}

function nodeNamed<Node>(
  { graph: { nodes } }: GraphView,
  id: string | undefined,
  form: AnswerForm<Node, unknown>,
): Node | undefined {
  const node = id === undefined ? undefined : nodes.numberOf(id);
  return node === undefined ? undefined : form.node(node);
}

/** What a rival statement says otherwise than the others. */
function whatSetsApart({ graph: { edges } }: GraphView, edge: EdgeNumber): string {
  const numbers = Object.entries(edges.properties(edge)).filter(
    ([name, value]) => typeof value === 'number' && name !== 'confidence',
  );
  const when = edges.property(edge, 'when');
  const attested = edges.property(edge, 'attested');
  const parts = [
    when !== undefined ? String(when) : attested !== undefined ? `seen ${attested}` : 'undated',
    ...numbers.map(([name, value]) => `${name} ${value}`),
    ...(edges.property(edge, 'modality') === 'DENIED' ? ['denied'] : []),
  ];
  return parts.join(', ');
}

const ranks: readonly Rank[] = ['PREFERRED', 'NORMAL', 'DEPRECATED'];

function inOrder<Node, Edge>(rivals: readonly Rival<Node, Edge>[]): Rival<Node, Edge>[] {
  return rivals.toSorted((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank) || compareTexts(a.value, b.value));
}
