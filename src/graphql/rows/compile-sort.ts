/**
 * `sort` inputs compiled to an order of rows: each row's keys are read once, then numbers and texts are compared.
 */

import { comparableOf, comparableValue, type SortKey, sortedPlaces } from '../../filters/comparable.ts';
import type { Property } from '../../ontology/ontology.ts';
import type { KnowledgeGraph } from '../../store/knowledge-graph.ts';
import { nullSort, severalSorts } from '../problems.ts';
import type { EdgeSort, NodeSort, Rows } from './graph-rows.ts';

/** The keys of a sort of nodes; empty when there is no sort. */
export function nodeSortKeys(
  graph: KnowledgeGraph,
  properties: ReadonlyMap<string, Property>,
  sorts: readonly NodeSort[] | null | undefined,
): SortKey[] {
  return (sorts ?? []).flatMap((sort) =>
    sortKey(sort, properties, (node, _, name) => graph.nodes.property(node, name)),
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
  carried?: string,
): SortKey[] {
  return (sorts ?? []).flatMap((sort) => {
    const sides = Object.entries(sort);
    if (sides.length > 1) throw severalSorts(sides.map(([side]) => side));
    return sides.flatMap(([side, inner]) => {
      if (inner === null) throw nullSort(side);
      if (side === 'node') return nodeSortKeys(graph, nodeProperties, [inner]);
      const own = carried === undefined ? inner : (inner[carried] as NodeSort | undefined);
      return sortKey(own ?? {}, edgeProperties, (_, edge, name) => graph.edges.property(edge, name));
    });
  });
}

function sortKey(
  sort: NodeSort,
  properties: ReadonlyMap<string, Property>,
  read: (node: number, edge: number, name: string) => ReturnType<KnowledgeGraph['nodes']['property']>,
): SortKey[] {
  const entries = Object.entries(sort);
  if (entries.length > 1) throw severalSorts(entries.map(([name]) => name));
  return entries.map(([name, direction]) => {
    if (direction === null) throw nullSort(name);
    const property = properties.get(name);
    const toComparable = property ? comparableOf(property) : () => undefined;
    return {
      name: `${name} ${direction}`,
      descending: direction === 'DESC',
      read: (node, edge) => comparableValue(read(node, edge, property?.storedAs ?? name), toComparable),
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
