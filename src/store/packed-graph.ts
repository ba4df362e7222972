/**
 * A frozen graph as plain data and number arrays, and back: what a snapshot of it holds.
 *
 * Columns are packed as they are. What follows from them in no time (the places of the out rows, maps from ids to
 * numbers) is not.
 */
import type { Claim } from '../facts/claim.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { type Adjacency, numbersBelow } from './adjacency.ts';
import { DictionaryColumn } from './dictionary-column.ts';
import { edgeIdsOf, type PackedEdgeIds } from './edge-ids.ts';
import { type EdgeColumns, EdgeTable } from './edge-table.ts';
import type { KnowledgeGraph } from './knowledge-graph.ts';
import { type NodeColumns, NodeTable } from './node-table.ts';

export interface PackedGraph {
  readonly ontology: Ontology;
  readonly nodes: NodeColumns;
  readonly edges: Omit<EdgeColumns, 'ids' | 'columns'> & {
    readonly ids: PackedEdgeIds;
    readonly columns: ReadonlyMap<string, Pick<DictionaryColumn, 'codes' | 'values'>>;
  };
  /** Edges are numbered in the order of the out rows, so their places and targets are known. */
  readonly out: Omit<Adjacency, 'edge' | 'target'>;
  readonly in: Adjacency;
  readonly claims: readonly Claim[];
}

export function packGraph({ ontology, nodes, edges, out, in: rowsIn, claims }: KnowledgeGraph): PackedGraph {
  const { ids, columns, ...rest } = edges.columns;
  const { edge: _, target: __, ...rows } = out;
  return {
    ontology,
    nodes: nodes.columns,
    edges: {
      ...rest,
      ids: ids.packed,
      columns: new Map(Array.from(columns, ([name, { codes, values }]) => [name, { codes, values }])),
    },
    out: rows,
    in: rowsIn,
    claims,
  };
}

export function unpackGraph({ ontology, nodes, edges, out, in: rowsIn, claims }: PackedGraph): KnowledgeGraph {
  const columns = new Map(
    Array.from(edges.columns, ([name, { codes, values }]) => [name, new DictionaryColumn(codes, values)]),
  );
  return {
    ontology,
    nodes: new NodeTable(nodes),
    edges: new EdgeTable({ ...edges, ids: edgeIdsOf(edges.ids), columns }),
    out: { ...out, edge: numbersBelow(edges.to.length), target: edges.to },
    in: rowsIn,
    claims,
  };
}
