/**
 * What would fall if sources, statements or rules were taken back: a dry run, in numbers and one by one.
 *
 * The work is done by the rules, on the whole graph; of what they find, an answer tells what its view shows.
 */

import type { EdgeFact } from '../facts/fact.ts';
import type { Retracted } from '../rules/retract.ts';
import { retract } from '../rules/retract.ts';
import { nodesCitingOnly } from '../store/citing.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { timelessOf } from '../store/knowledge-graph.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type AnswerForm, known, type NodeAnswer, valueText } from './answer-form.ts';
import type { EdgeAnswer } from './edge-answer.ts';

export interface Retraction<Node = NodeAnswer, Edge = EdgeAnswer> {
  readonly statementCount: number;
  /** The number of statements that would go, by edge type, most first. */
  readonly statementTypes: readonly EdgeTypeCount[];
  /** Statements that would go: nothing else states them. */
  readonly statements: readonly Edge[];
  readonly conclusionCount: number;
  /** The number of conclusions that would fall, by edge type, most first. */
  readonly conclusionTypes: readonly EdgeTypeCount[];
  /** Conclusions that would fall: nothing supports them any more. */
  readonly conclusions: readonly Edge[];
  readonly weakenedCount: number;
  /** Statements that would stay with fewer sources, as they are today. */
  readonly weakened: readonly Edge[];
  readonly changedCount: number;
  /** Conclusions that would stay, yet with fewer derivations, other dates or less confidence, as they are today. */
  readonly changed: readonly Edge[];
  /** Conclusions that would take the place of statements which had made them needless. */
  readonly arisen: readonly ArisenEdge<Node>[];
  /** Claims about properties that would go. */
  readonly claims: readonly RetractedClaim<Node>[];
  readonly unsourcedCount: number;
  /** Nodes that no other source speaks of. */
  readonly unsourced: readonly Node[];
}

/** How many edges of a type there are. */
export interface EdgeTypeCount {
  readonly type: string;
  readonly count: number;
}

/** An edge that is not in the graph, and would be. */
export interface ArisenEdge<Node = NodeAnswer> {
  readonly type: string;
  readonly from: Node;
  readonly to: Node;
  /** The id of the rule that would infer it. */
  readonly rule?: string;
}

/** A claim about a property that would go. */
export interface RetractedClaim<Node = NodeAnswer> {
  readonly node: Node;
  readonly property: string;
  /** The value, as text. */
  readonly value: string;
}

/**
 * What would go and what would fall. The graph stays as it is.
 *
 * Throws `unknown-source`, `unknown-edge`, `edge-is-inferred`, `unknown-rule`.
 * @example
 * retraction(view, { sources: ['source:el-kz-34ic'] }, asObjects(view)).conclusionCount
 */
export function retraction<Node, Edge>(
  view: GraphView,
  what: Retracted,
  form: AnswerForm<Node, Edge>,
): Retraction<Node, Edge> {
  const { graph } = view;
  const found = retract(timelessOf(graph), what);
  const shown = (edges: readonly EdgeNumber[]): EdgeNumber[] => edges.filter((it) => view.hasEdge(it));
  const numbered = (facts: readonly EdgeFact[]): EdgeNumber[] =>
    facts.map((it) => view.findEdge(it.id)).filter((it) => it !== undefined);
  const [statements, conclusions] = [shown(found.lost), shown(found.fallen)];
  const [weakened, changed] = [numbered(found.weakened), numbered(found.changed)];
  const unsourced = nodesCitingOnly(graph.nodes, found.sources).filter((it) => view.hasNode(it));
  const nodeOf = (id: string): Node => form.node(graph.nodes.numberOf(id) ?? 0);
  return {
    statementCount: statements.length,
    statementTypes: countByType(view, statements),
    statements: statements.map(form.edge),
    conclusionCount: conclusions.length,
    conclusionTypes: countByType(view, conclusions),
    conclusions: conclusions.map(form.edge),
    weakenedCount: weakened.length,
    weakened: weakened.map(form.edge),
    changedCount: changed.length,
    changed: changed.map(form.edge),
    arisen: found.arisen.map(({ type, from, to, derivations }) =>
      known<ArisenEdge<Node>>({ type, from: nodeOf(from), to: nodeOf(to), rule: derivations?.[0]?.rule }),
    ),
    claims: found.lostClaims
      .filter((it) => view.findNode(it.node) !== undefined)
      .map(({ node, property, value }) => ({ node: nodeOf(node), property, value: valueText(value) })),
    unsourcedCount: unsourced.length,
    unsourced: unsourced.map(form.node),
  };
}

function countByType({ graph: { edges } }: GraphView, numbers: readonly EdgeNumber[]): EdgeTypeCount[] {
  const counts = new Map<string, number>();
  for (const edge of numbers) counts.set(edges.typeOf(edge), (counts.get(edges.typeOf(edge)) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}
