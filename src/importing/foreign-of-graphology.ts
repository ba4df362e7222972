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
  const nodes: ForeignNode[] = [];
  graph.forEachNode((id, attributes) => {
    nodes.push({ id, attributes: attributesOf(attributes), at: place('nodes', nodes.length) });
  });
  const edges: ForeignEdge[] = [];
  graph.forEachEdge((id, attributes, from, to, _from, _to, isUndirected) => {
    const at = place('edges', edges.length);
    edges.push({ id, from, to, directed: !isUndirected, attributes: attributesOf(attributes), at });
  });
  return {
    nodes,
    edges,
    drawing: { node: names('color', 'size', 'x', 'y'), edge: names('color') },
    listOf: noLists,
  };
}
