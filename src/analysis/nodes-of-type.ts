/**
 * The nodes of a view that are of a type.
 */
import { concreteTypes, type NodeType, typesNamed } from '../ontology/ontology.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/** The nodes of a view that are of a node type or interface, or all, in the order of their numbers. Throws `unknown-type`. */
export function nodesOfType(view: GraphView, type: string | undefined): NodeNumber[] {
  const { nodes, ontology } = view.graph;
  const types = type === undefined ? ontology.nodeTypes.keys() : typesNamed(ontology, [type]);
  const spans = [...types].map((it) => nodes.span(it));
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
