/**
 * A graphology graph, of whatever library or file it came, as a foreign graph: keys are ids.
 */
import type { AbstractGraph } from 'graphology-types';
import type { Position } from '../base/problem.ts';
import { type ForeignEdge, type ForeignGraph, type ForeignNode, names, noLists } from './foreign-graph.ts';
import { attributesOf } from './json-items.ts';

/** The nodes and edges of a graph. The place of each is a list and a number in it: `nodes:3:1` is the third node. */
export function foreignOfGraphology(graph: AbstractGraph): ForeignGraph {
  const place = (file: string, i: number): Position => ({ file, line: i + 1, column: 1 });
  const nodes = graph.mapNodes(
    (id, attributes): ForeignNode => ({ id, attributes: attributesOf(attributes), at: place('nodes', 0) }),
  );
  const edges: ForeignEdge[] = [];
  graph.forEachEdge((id, attributes, from, to, _from, _to, isUndirected) => {
    edges.push({
      id,
      from,
      to,
      directed: !isUndirected,
      attributes: attributesOf(attributes),
      at: place('edges', edges.length),
    });
  });
  return {
    nodes: nodes.map((node, i) => ({ ...node, at: place('nodes', i) })),
    edges,
    drawing: { node: names('color', 'size', 'x', 'y'), edge: names('color') },
    listOf: noLists,
  };
}
