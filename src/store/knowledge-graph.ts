/**
 * A graph of facts, frozen: nodes and edges by number, adjacency both ways, ready to be walked and never changed.
 *
 * It is made in one go from facts that were checked; whoever wants another graph edits a draft and freezes that.
 */
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { type Adjacency, makeAdjacency, numbersBelow, orderInRows } from './adjacency.ts';
import { EdgeFacts } from './edge-facts.ts';
import type { EdgeTable, ValidityColumns } from './edge-table.ts';
import { freezeEdges } from './freeze-edges.ts';
import { NodeTable } from './node-table.ts';

export interface KnowledgeGraph {
  readonly ontology: Ontology;
  readonly nodes: NodeTable;
  readonly edges: EdgeTable;
  /** Edges by their source. */
  readonly out: Adjacency;
  /** Edges by their target. */
  readonly in: Adjacency;
  /** Rival values of node properties, with their sources. */
  readonly claims: readonly Claim[];
  /** Of a graph that is part of another: the bounds of its edges there, those taken from other edges included. */
  readonly bounds?: ValidityColumns;
  /** Of a graph whose properties have the values of some time: the same with the preferred values. */
  readonly timeless?: KnowledgeGraph;
}

/** The graph with the preferred values of properties: what is indexed, edited and saved, whatever the date. */
export const timelessOf = (graph: KnowledgeGraph): KnowledgeGraph => graph.timeless ?? graph;

/** What a graph is made of. Ends, types and sources are taken to be checked (`loading/check-facts`). */
export interface GraphFacts {
  /** Facts, or the table that was made of them. */
  readonly nodes: Iterable<NodeFact> | NodeTable;
  readonly edges: Iterable<EdgeFact>;
  readonly claims?: readonly Claim[];
  readonly redirects?: ReadonlyMap<string, string>;
}

/**
 * The graph of these facts. The same facts in any order give the same numbers.
 *
 * Edges are read once, as they come: they may be made one by one. Time grows with edges × log(edges of a node); memory
 * is about 60 bytes an edge, ids and dates included.
 */
export function freezeGraph(ontology: Ontology, facts: GraphFacts): KnowledgeGraph {
  const nodes = nodeTableOf(ontology, facts);
  const { edges, offsets } = freezeEdges(ontology, nodes, EdgeFacts.of(facts.edges));
  return {
    ontology,
    nodes,
    edges,
    out: makeAdjacency(offsets, numbersBelow(edges.count), edges.to, edges.type),
    in: adjacencyIn(nodes.count, edges),
    claims: facts.claims ?? [],
  };
}

/** The nodes of facts, numbered. */
export const nodeTableOf = (ontology: Ontology, { nodes, redirects = new Map() }: GraphFacts): NodeTable =>
  'numberOf' in nodes ? nodes : NodeTable.of(ontology, nodes, redirects);

function adjacencyIn(nodeCount: number, edges: EdgeTable): Adjacency {
  const { order, offsets } = orderInRows({
    nodeCount,
    owner: edges.to,
    type: edges.type,
    start: edges.validity.earliestStart,
    compare: (a, b) => a - b,
  });
  const sources = order.map((edge) => edges.from[edge]!);
  return makeAdjacency(offsets, order, sources, edges.type);
}
