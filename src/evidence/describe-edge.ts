/**
 * An edge in plain values, with names beside ids: what JSON answers and printed trees are made of.
 */
import type { PropertyValue } from '../facts/fact.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type Evidence, evidenceOf } from './evidence.ts';

export interface NodeDescription {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

export interface EdgeDescription {
  readonly id: string;
  readonly type: string;
  readonly from: NodeDescription;
  readonly to: NodeDescription;
  readonly status: 'STATED' | 'INFERRED';
  /** What the edge says beside: `when role at act modality saidBy confidence rank note …`, what is taken for granted left out. */
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly evidence: readonly Evidence[];
}

/** The edge of that number; `evidence` is empty for a conclusion. */
export function describeEdge(view: GraphView, edge: EdgeNumber): EdgeDescription {
  const { edges } = view.graph;
  const { locators: _, ...properties } = edges.properties(edge);
  const [since, until] = [edges.property(edge, 'since'), edges.property(edge, 'until')];
  return {
    id: edges.id(edge),
    type: edges.typeOf(edge),
    from: describeNode(view, edges.from[edge] ?? 0),
    to: describeNode(view, edges.to[edge] ?? 0),
    status: edges.isInferred(edge) ? 'INFERRED' : 'STATED',
    properties: { ...properties, ...(since !== undefined && { since }), ...(until !== undefined && { until }) },
    evidence: evidenceOf(view, edge),
  };
}

export function describeNode({ graph: { nodes } }: GraphView, node: NodeNumber): NodeDescription {
  return { id: nodes.ids[node] ?? '', type: nodes.typeOf(node), name: nodes.nameOf(node) };
}
