/**
 * Nodes and edges as JSON members, for the formats that hold flat attributes: what they carry, each once.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { edgeFields } from './edge-fields.ts';
import type { Field } from './field.ts';
import { fieldNames, freeNames } from './free-names.ts';
import { jsonMember, jsonString } from './json-text.ts';
import { nodeFields } from './node-fields.ts';
import { coordinate, type Positions } from './positions.ts';
import { printEdges } from './print-edges.ts';

/** `,"type":"State","name":…` of a node. `taken` are names that the format has for itself. */
export function nodeMembers(view: GraphView, taken: readonly string[]): (node: NodeNumber) => string {
  const { nodes } = view.graph;
  const fields = freeNames(nodeFields(view), ['type', ...taken]);
  const types = nodes.typeNames.map((type) => `,"type":${jsonString(type)}`);
  return (node) => {
    const properties = nodes.properties(node);
    let members = types[nodes.types[node]!]!;
    for (const { field, name } of fields) members += jsonMember(name, field.list, properties[field.name]);
    return members;
  };
}

/** `,"type":"joined","when":…` of an edge. */
export function edgeMembers(view: GraphView, taken: readonly string[]): (edge: EdgeNumber) => string {
  const { edges } = view.graph;
  const named = freeNames(edgeFields(view), ['type', ...taken]);
  const nameOf = fieldNames(named);
  const fields: readonly Field[] = named.map(({ field }) => field);
  const values = printEdges(edges, fields, (field, value) => jsonMember(nameOf(field), field.list, value));
  const types = edges.columns.typeNames.map((type) => `,"type":${jsonString(type)}`);
  return (edge) => types[edges.type[edge]!]! + values(edge);
}

/** `,"x":1,"y":2` where a node was laid out. */
export function placeMembers(positions: Positions | undefined, node: NodeNumber): string {
  if (!positions || Number.isNaN(positions.x[node]!)) return '';
  return `,"x":${coordinate(positions.x[node]!)},"y":${coordinate(positions.y[node]!)}`;
}
