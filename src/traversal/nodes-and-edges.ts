/**
 * Nodes and edges as plain objects: what people get out of a graph whose inside is numbers.
 *
 * An object has what the ontology says of its type and the graph knows; a list that must be there is empty when nothing
 * is known. They are plain data: print them, send them, spread them.
 */
import { onceFor } from '../base/once-for.ts';
import type { PropertyValue } from '../facts/fact.ts';
import type { Ontology, Property } from '../ontology/ontology.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';

export interface NodeObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: PropertyValue;
}

export interface EdgeObject extends NodeObject {
  /** The id of the node it goes out from. */
  readonly from: string;
  readonly to: string;
}

/** What to read for an object of some type. */
type Field = readonly [name: string, missing: readonly never[] | undefined];

interface Fields {
  /** By node type code. */
  readonly ofNodes: readonly (readonly Field[])[];
  /** By edge type code. */
  readonly ofEdges: readonly (readonly Field[])[];
}

const fieldsOf = onceFor(({ nodeTypes, edgeTypes, edgePropertyTypes }: Ontology): Fields => {
  return {
    ofNodes: [...nodeTypes.values()].map((it) => fieldsFrom(it.properties, ['id', 'type'])),
    ofEdges: [...edgeTypes.values()].map((it) =>
      fieldsFrom(edgePropertyTypes.get(it.properties ?? '')?.properties, ['id', 'type', 'from', 'to']),
    ),
  };
});

const none: readonly never[] = Object.freeze([]);

function fieldsFrom(properties: ReadonlyMap<string, Property> | undefined, own: readonly string[]): Field[] {
  return [...(properties?.values() ?? [])]
    .filter((it) => !own.includes(it.name))
    .map((it) => [it.name, it.list && it.required ? none : undefined]);
}

/** The object of a node. */
export function nodeObject({ nodes, ontology }: KnowledgeGraph, node: NodeNumber): NodeObject {
  const object: Record<string, PropertyValue> = { type: nodes.typeOf(node), id: nodes.ids[node]! };
  for (const [name, missing] of fieldsOf(ontology).ofNodes[nodes.types[node]!]!) {
    const value = nodes.property(node, name) ?? missing;
    if (value !== undefined) object[name] = value;
  }
  return object as unknown as NodeObject;
}

/** The object of an edge; its ends are ids. */
export function edgeObject({ nodes, edges, ontology }: KnowledgeGraph, edge: EdgeNumber): EdgeObject {
  const object: Record<string, PropertyValue> = {
    type: edges.typeOf(edge),
    id: edges.id(edge),
    from: nodes.ids[edges.from[edge]!]!,
    to: nodes.ids[edges.to[edge]!]!,
  };
  for (const [name, missing] of fieldsOf(ontology).ofEdges[edges.type[edge]!]!) {
    const value = edges.property(edge, name) ?? missing;
    if (value !== undefined) object[name] = value;
  }
  return object as unknown as EdgeObject;
}
