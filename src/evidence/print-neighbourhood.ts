/**
 * A neighbourhood as an indented tree: each node once, below the one through which it was reached first.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** The neighbourhood as lines of text. */
export function printNeighbourhood(view: GraphView, { nodes, edges, distances, truncated }: Neighbourhood): string {
  const distanceOf = new Map(nodes.map((node, i) => [node, distances[i] ?? 0]));
  const below = new Map<NodeNumber, Map<NodeNumber, EdgeNumber[]>>();
  const parentOf = new Map<NodeNumber, NodeNumber>();
  const place = (parent: NodeNumber, node: NodeNumber, edge: EdgeNumber): void => {
    if ((distanceOf.get(parent) ?? 0) + 1 !== distanceOf.get(node)) return;
    if (!parentOf.has(node)) parentOf.set(node, parent);
    if (parentOf.get(node) !== parent) return;
    const children = below.get(parent) ?? new Map<NodeNumber, EdgeNumber[]>();
    children.set(node, [...(children.get(node) ?? []), edge]);
    below.set(parent, children);
  };
  for (const edge of edges) {
    const [from, to] = [view.graph.edges.from[edge] ?? 0, view.graph.edges.to[edge] ?? 0];
    place(from, to, edge);
    place(to, from, edge);
  }
  const lines = (node: NodeNumber, indent: string): string[] =>
    [...(below.get(node) ?? [])].flatMap(([child, through]) => [
      `${indent}${printThrough(view, child, through)}`,
      ...lines(child, `${indent}    `),
    ]);
  const roots = nodes.filter((node) => distanceOf.get(node) === 0);
  return [
    ...roots.flatMap((node) => [view.graph.nodes.nameOf(node), ...lines(node, '    ')]),
    ...(truncated ? ['… and more, left out by the limit'] : []),
  ].join('\n');
}

/** A node with the relations that lead to it: `— co-launched, joined → Global Initiative`. */
function printThrough(view: GraphView, node: NodeNumber, through: readonly EdgeNumber[]): string {
  const { edges } = view.graph;
  const typesOf = (found: readonly EdgeNumber[]): string =>
    [...new Set(found.map((it) => edges.typeOf(it)))].join(', ');
  const outwards = through.filter((it) => edges.to[it] === node);
  const inwards = through.filter((it) => edges.to[it] !== node);
  const arrows = [
    ...(outwards.length > 0 ? [`— ${typesOf(outwards)} →`] : []),
    ...(inwards.length > 0 ? [`← ${typesOf(inwards)} —`] : []),
  ];
  return `${arrows.join(' ')} ${view.graph.nodes.nameOf(node)}`;
}
