/**
 * The nodes of a view that are of a type.
 */
import { concreteTypes, type NodeType } from '../ontology/ontology.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { unknownType } from './problems.ts';

/** Kept nodes of a node type or interface, or all, in the order of their numbers. Throws `unknown-type`. */
export function nodesOfType(view: GraphView, type: string | undefined): NodeNumber[] {
  const { nodes, ontology } = view.graph;
  if (type !== undefined && !ontology.nodeTypes.has(type) && !ontology.interfaces.has(type)) {
    throw unknownType(ontology, type);
  }
  const spans =
    type === undefined ? [{ start: 0, end: nodes.count }] : concreteTypes(ontology, type).map((it) => nodes.span(it));
  const found: NodeNumber[] = [];
  for (const { start, end } of spans)
    for (let node = start; node < end; node++) if (view.hasNode(node)) found.push(node);
  return found.sort((a, b) => a - b);
}

/** The node types that a node type or interface stands for. */
export function nodeTypesOf(view: GraphView, type: string): NodeType[] {
  const { nodeTypes } = view.ontology;
  return concreteTypes(view.ontology, type).flatMap((name) => nodeTypes.get(name) ?? []);
}
