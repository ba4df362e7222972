/**
 * A view as a simple graph: one edge for each pair of nodes, weighted by how many edges of the view it stands for.
 *
 * Some of graphology's libraries are wrong on multigraphs (the neighbourhood index behind its centralities mixes
 * neighbours up), and most measures mean pairs. An edge of a node to itself joins no pair and is left out.
 */
import type { AbstractGraph } from 'graphology-types';
import { withBareIndexes } from '../store/bare-indexes.ts';
import type { GraphView } from './graph-view.ts';

export interface SimpleEdge {
  /** How many edges of the view it stands for. */
  weight: number;
}

/**
 * Fills `empty`, an empty simple graph, with the nodes of the view and the pairs that its edges join. An undirected graph
 * takes edges for pairs whatever their direction; in a directed one, those of symmetric types go both ways. Nodes are keyed by
 * `keyOf` their numbers, or by these themselves, under which no name of an id goes wrong.
 * @example
 * pagerank(simpleProjection(view, new UndirectedGraph()), { getEdgeWeight: 'weight' })
 */
export function simpleProjection<Simple extends AbstractGraph>(
  view: GraphView,
  empty: Simple,
  keyOf: (node: number) => string = String,
): Simple {
  withBareIndexes(empty);
  const { nodes, edges } = view.graph;
  const { edgeTypes } = view.ontology;
  const isSymmetric = edges.columns.typeNames.map((name) => edgeTypes.get(name)!.symmetric);
  const join = (from: number, to: number): void => {
    empty.updateEdge(keyOf(from), keyOf(to), ({ weight = 0 }) => ({ weight: weight + 1 }));
  };
  for (let node = 0; node < nodes.count; node++) if (view.hasNode(node)) empty.addNode(keyOf(node));
  view.everyEdge((edge) => {
    const [from, to] = [edges.from[edge]!, edges.to[edge]!];
    if (from === to) return;
    join(from, to);
    if (empty.type === 'directed' && isSymmetric[edges.type[edge]!]) join(to, from);
  });
  return empty;
}
