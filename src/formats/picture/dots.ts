/**
 * The nodes of a picture: where they lie, what they look like and what is written at them.
 */
import type { NodeNumber } from '../../store/node-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import type { Positions } from '../positions.ts';
import { type NodeStyle, nodeStyle } from '../style.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Dot extends Point {
  readonly node: NodeNumber;
  /** In the picture, whose y axis points downwards. */
  x: number;
  y: number;
  readonly type: string;
  readonly style: NodeStyle;
  readonly name: string;
  /** How many ends of edges it has. */
  degree: number;
}

/** The kept nodes that have a place, by number. */
export function makeDots(view: GraphView, positions: Positions): Map<NodeNumber, Dot> {
  const { nodes, edges } = view.graph;
  const dots = new Map<NodeNumber, Dot>();
  for (let node = 0; node < nodes.count; node++) {
    if (!view.hasNode(node)) continue;
    const [x, y] = [positions.x[node]!, -positions.y[node]!];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const type = nodes.typeOf(node);
    const style = nodeStyle(type, nodes.types[node]!);
    dots.set(node, { node, x, y, type, style, name: nodes.nameOf(node), degree: 0 });
  }
  for (let edge = 0; edge < edges.count; edge++) {
    if (!view.hasEdge(edge)) continue;
    for (const end of [dots.get(edges.from[edge]!), dots.get(edges.to[edge]!)]) if (end) end.degree += 1;
  }
  return dots;
}

/** Moves dots away from each other, so that there is more room between them; they stay as large as they are. */
export function stretch(dots: Iterable<Dot>, factor: number): void {
  for (const dot of dots) {
    dot.x *= factor;
    dot.y *= factor;
  }
}
