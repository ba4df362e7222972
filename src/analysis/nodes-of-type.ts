/**
 * The nodes of a view that are of a type.
 */
import { concreteTypes, type NodeType, typesNamed } from '../ontology/ontology.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/** Calls `visit` with the nodes of a view that are of a node type or interface, or with all. Throws `unknown-type`. */
export function forEachNodeOfType(view: GraphView, type: string | undefined, visit: (node: NodeNumber) => void): void {
  const { nodes, ontology } = view.graph;
  for (const name of type === undefined ? ontology.nodeTypes.keys() : typesNamed(ontology, [type])) {
    const { start, end } = nodes.span(name);
    for (let node = start; node < end; node++) if (view.hasNode(node)) visit(node);
  }
}

/** The node types that a node type or interface stands for. */
export function nodeTypesOf(view: GraphView, type: string): NodeType[] {
  const { nodeTypes } = view.ontology;
  return concreteTypes(view.ontology, type).flatMap((name) => nodeTypes.get(name) ?? []);
}
