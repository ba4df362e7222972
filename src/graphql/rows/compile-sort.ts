/**
 * `sort` inputs compiled to an order of rows: each row's keys are read once, then numbers and texts are compared.
 */

import {
  comparableOf,
  comparableValue,
  type SortDirection,
  type SortKey,
  sortedPlaces,
} from '../../filters/comparable.ts';
import type { Property } from '../../ontology/ontology.ts';
import type { KnowledgeGraph } from '../../store/knowledge-graph.ts';
import { nullSort, severalSorts } from '../problems.ts';
import type { CountSort, EdgeSort, NodeSort, Rows } from './graph-rows.ts';

/** Counts what relations have at a node. */
export interface RelationCounter {
  /** What it counts in: the key of the view. Orders are remembered by it. */
  readonly key: string;
  /** The count of a relation, by the name of its connection. */
  of(connection: string, what: keyof CountSort): (node: number) => number;
}

/** The keys of a sort of nodes; empty when there is no sort. `counter` is asked where relations are counted. */
export function nodeSortKeys(
  graph: KnowledgeGraph,
  properties: ReadonlyMap<string, Property>,
  sorts: readonly NodeSort[] | null | undefined,
  counter: RelationCounter,
): SortKey[] {
  return (sorts ?? []).flatMap((sort) =>
    sortKey(sort, properties, (node, _, name) => graph.nodes.property(node, name), counter),
  );
}

/**
 * The keys of a sort of edges, by what they carry (`edge`) and by the node at the other end (`node`). Of a relation that an
 * interface declares, `carried` is the name under which the sort speaks of what these edges carry.
 */
export function edgeSortKeys(
  graph: KnowledgeGraph,
  nodeProperties: ReadonlyMap<string, Property>,
  edgeProperties: ReadonlyMap<string, Property>,
  sorts: readonly EdgeSort[] | null | undefined,
  counter: RelationCounter,
  carried?: string,
): SortKey[] {
  return (sorts ?? []).flatMap((sort) => {
    const sides = Object.entries(sort);
    if (sides.length > 1) throw severalSorts(sides.map(([side]) => side));
    return sides.flatMap(([side, inner]) => {
      if (inner === null) throw nullSort(side);
      if (side === 'node') return nodeSortKeys(graph, nodeProperties, [inner], counter);
      const own = carried === undefined ? inner : (inner[carried] as NodeSort | undefined);
      return sortKey(own ?? {}, edgeProperties, (_, edge, name) => graph.edges.property(edge, name));
    });
  });
}

function sortKey(
  sort: NodeSort,
  properties: ReadonlyMap<string, Property>,
  read: (node: number, edge: number, name: string) => ReturnType<KnowledgeGraph['nodes']['property']>,
  counter?: RelationCounter,
): SortKey[] {
  const entries = Object.entries(sort);
  if (entries.length > 1) throw severalSorts(entries.map(([name]) => name));
  return entries.flatMap(([name, direction]) => {
    if (direction === null) throw nullSort(name);
    if (typeof direction === 'object') return counter ? countKeys(name, direction, counter) : [];
    const property = properties.get(name);
    const toComparable = property ? comparableOf(property) : () => undefined;
    return {
      name: `${name} ${direction}`,
      descending: direction === 'DESC',
      read: (node, edge) => comparableValue(read(node, edge, property?.storedAs ?? name), toComparable),
    };
  });
}

function countKeys(connection: string, sort: CountSort, counter: RelationCounter): SortKey[] {
  const entries = Object.entries(sort) as [keyof CountSort, SortDirection | null][];
  if (entries.length > 1) throw severalSorts(entries.map(([what]) => what));
  return entries.map(([what, direction]) => {
    if (direction === null) throw nullSort(what);
    return {
      name: `${connection} ${what} ${direction} in (${counter.key})`,
      descending: direction === 'DESC',
      read: counter.of(connection, what),
    };
  });
}

/** The rows in the order of the keys. */
export function sortRows(graph: KnowledgeGraph, rows: Rows, keys: readonly SortKey[]): Rows {
  if (keys.length === 0) return rows;
  const { nodes, edges } = rows;
  const order = sortedPlaces(graph.nodes.ids, nodes, edges, keys);
  return {
    nodes: order.map((i) => nodes[i] ?? 0),
    edges: edges.length === 0 ? edges : order.map((i) => edges[i] ?? 0),
  };
}
