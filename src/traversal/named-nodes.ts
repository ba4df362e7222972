/**
 * Nodes as people name them, by id or as the object of one, to numbers; and the spans of the types they name.
 */

import { type Kind, readArgument, text } from '../base/checked-options.ts';
import { type Ontology, typesNamed } from '../ontology/ontology.ts';
import type { NodeShape } from '../ontology/typed-ontology.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber, NodeSpan } from '../store/node-table.ts';
import { GraphView } from '../views/graph-view.ts';

/** An id, or anything that has one: a node of this or of another view. */
export type NodeName = string | Pick<NodeShape, 'id'>;

export const idOf = (name: NodeName): string => (typeof name === 'string' ? name : name.id);

/** What names a node, read to its id. */
export const nodeName: Kind<string> = {
  words: 'an id, or a node with one',
  read: (value) => {
    const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
    return typeof id === 'string' ? id : undefined;
  },
};

/** Numbers of the nodes of a view that `method` is given, each as often as it is named. Throws `unknown-node`, `bad-option`. */
export function namedNodes(view: GraphView, names: readonly NodeName[], method: string): NodeNumber[] {
  // Most names are ids, and most walks begin at one: what is judged here is felt in short walks.
  return names.map((it) => view.getNode(typeof it === 'string' ? it : readArgument(method, 'nodes', it, nodeName)));
}

/** The same, each as a span of its own. */
export function spansOfNodes(view: GraphView, names: readonly NodeName[], method: string): NodeSpan[] {
  return namedNodes(view, names, method).map((node) => ({ start: node, end: node + 1 }));
}

/** Numbers of named nodes of the whole graph, as a set: a view may lack a node that one may still speak of. */
export function nodeSet(graph: KnowledgeGraph, names: readonly NodeName[], method: string): ReadonlySet<NodeNumber> {
  return new Set(namedNodes(GraphView.whole(graph), names, method));
}

/** The spans of the node types and interfaces named, each once, in the order of numbers; of all when none is named. */
export function spansOf({ ontology, nodes }: KnowledgeGraph, names: readonly string[]): NodeSpan[] {
  if (names.length === 0) return [{ start: 0, end: nodes.count }];
  const types = nodeTypes(ontology, names, 'nodes');
  return nodes.typeNames.filter((it) => types.has(it)).map((it) => nodes.span(it));
}

/** The node types of the names that `method` is given. Throws `unknown-type`, `bad-option`. */
export function nodeTypes(ontology: Ontology, names: readonly string[], method: string): Set<string> {
  for (const name of names) readArgument(method, 'types', name, text);
  return typesNamed(ontology, names);
}
