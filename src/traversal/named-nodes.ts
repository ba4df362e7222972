/**
 * Nodes as people name them, by id or as the object of one, to numbers; and the spans of the types they name.
 */

import { typesNamed } from '../ontology/ontology.ts';
import type { NodeShape } from '../ontology/typed-ontology.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber, NodeSpan } from '../store/node-table.ts';
import { GraphView } from '../views/graph-view.ts';

/** An id, or anything that has one: a node of this or of another view. */
export type NodeName = string | Pick<NodeShape, 'id'>;

export const idOf = (name: NodeName): string => (typeof name === 'string' ? name : name.id);

/** Numbers of the named nodes of a view, each as often as it is named. Throws `unknown-node`. */
export function namedNodes(view: GraphView, names: readonly NodeName[]): NodeNumber[] {
  return names.map((it) => view.getNode(idOf(it)));
}

/** The same, each as a span of its own. */
export function spansOfNodes(view: GraphView, names: readonly NodeName[]): NodeSpan[] {
  return namedNodes(view, names).map((node) => ({ start: node, end: node + 1 }));
}

/** Numbers of named nodes of the whole graph, as a set: a view may lack a node that one may still speak of. */
export function nodeSet(graph: KnowledgeGraph, names: readonly NodeName[]): ReadonlySet<NodeNumber> {
  return new Set(namedNodes(GraphView.whole(graph), names));
}

/** The spans of the node types and interfaces named, each once, in the order of numbers; of all when none is named. */
export function spansOf({ ontology, nodes }: KnowledgeGraph, names: readonly string[]): NodeSpan[] {
  if (names.length === 0) return [{ start: 0, end: nodes.count }];
  const types = typesNamed(ontology, names);
  return nodes.typeNames.filter((it) => types.has(it)).map((it) => nodes.span(it));
}
