/**
 * How an answer speaks of nodes and edges: as plain objects, or by number.
 *
 * Each question of this part is answered by one function, which decides what there is to say and in which order. Node
 * and the command line get nodes and edges as plain objects, with names beside ids. GraphQL gets them by number, since it
 * reads of each what the query selects; names, order and meaning of everything else are the same because the function is.
 */
import type { PropertyValue } from '../facts/fact.ts';
import type { AnyOntology, NodeTypeName, TypedOntology } from '../ontology/typed-ontology.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';

export interface AnswerForm<Node, Edge> {
  node(number: NodeNumber): Node;
  edge(number: EdgeNumber): Edge;
}

/** A node in an answer. It is a name for the node wherever one is asked for: `graph.node(it.id)`, `graph.from(it)`. */
export interface NodeAnswer<S extends TypedOntology = AnyOntology> {
  readonly id: string;
  readonly type: NodeTypeName<S>;
  /** Its name; its id where it has none. */
  readonly name: string;
}

/** Nodes and edges by number. */
export const byNumber: AnswerForm<NodeNumber, EdgeNumber> = { node: (number) => number, edge: (number) => number };

/** A value as text; a list with commas. */
export const valueText = (value: PropertyValue): string => (Array.isArray(value) ? value.join(', ') : String(value));

export const compareTexts = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

/** A record of what may be known, without what is not: an answer leaves that out, in Node as in JSON. */
export function known<T extends object>(record: { [Key in keyof Required<T>]: T[Key] | undefined }): T {
  const left: Partial<T> = {};
  // A loop: every source of every edge in an answer comes by here.
  for (const key in record) if (record[key] !== undefined) left[key] = record[key];
  return left as T;
}
