/**
 * The geometry of a picture: nodes as dots where they lie, edges as curves between them.
 *
 * Edges are straight where they can be, fanned out where several join two nodes, and bent around nodes that they have
 * nothing to do with where there are few enough to look.
 */
import type { EdgeNumber } from '../../store/edge-table.ts';
import type { NodeNumber } from '../../store/node-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { edgeLines } from '../fields/print-elements.ts';
import type { Positions } from '../format.ts';
import { edgeColour, type Line, type NodeStyle, nodeStyle } from '../style.ts';

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

export interface Curve {
  readonly edge: EdgeNumber;
  readonly type: string;
  readonly colour: string;
  readonly line: Line;
  /** Whether it has a direction to show. */
  readonly arrow: boolean;
  readonly from: Dot;
  readonly to: Dot;
  /** Towards which it bends; the middle where it is straight. Of an edge from a node to itself, the top of the loop. */
  readonly bend: Point;
}

/** How far apart edges between the same two nodes are, in the middle. */
const FAN = 26;
/** How far a dot's surroundings reach that an edge should not cross. */
const CLEARANCE = 5;
/** Bends that are tried, as shares of the length; the first that crosses the fewest dots is taken. */
const BENDS = [0, 0.09, -0.09, 0.18, -0.18, 0.27, -0.27];

/** The kept edges whose ends are in the picture. `bent`: lone edges are bent around dots, which takes time. */
export function makeCurves(view: GraphView, dots: ReadonlyMap<NodeNumber, Dot>, bent: boolean): Curve[] {
  const { ontology, graph } = view;
  const { edges } = graph;
  const lineOf = edgeLines(view);
  const counts = countBundles(view, dots);
  const places = new Map<string, number>();
  const curves: Curve[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    if (!view.hasEdge(edge)) continue;
    const [from, to] = [dots.get(edges.from[edge]!), dots.get(edges.to[edge]!)];
    if (!from || !to) continue;
    const pair = pairOf(from, to);
    const place = places.get(pair) ?? 0;
    places.set(pair, place + 1);
    const type = edges.typeOf(edge);
    curves.push({
      edge,
      type,
      colour: edgeColour(type, edges.type[edge]!),
      line: lineOf(edge),
      arrow: ontology.edgeTypes.get(type)?.symmetric !== true,
      from,
      to,
      bend: bendOf(from, to, place, counts.get(pair) ?? 1, bent ? dots : undefined),
    });
  }
  return curves;
}

/** A point of a curve: its start at 0, its end at 1. */
export function pointOn({ from, to, bend }: Curve, at: number): Point {
  if (from === to) {
    // The loop is a circle; its lowest point is the dot.
    const radius = (from.y - bend.y) / 2;
    const angle = Math.PI / 2 + 2 * Math.PI * at;
    return { x: from.x + radius * Math.cos(angle), y: from.y - radius + radius * Math.sin(angle) };
  }
  return bentPoint(from, to, bend, at);
}

function bentPoint(from: Point, to: Point, bend: Point, at: number): Point {
  const [a, b, c] = [(1 - at) * (1 - at), 2 * at * (1 - at), at * at];
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
}

const pairOf = (a: Dot, b: Dot): string => (a.node < b.node ? `${a.node} ${b.node}` : `${b.node} ${a.node}`);

/** How many edges join each pair of dots, either way. */
function countBundles(view: GraphView, dots: ReadonlyMap<NodeNumber, Dot>): Map<string, number> {
  const { edges } = view.graph;
  const counts = new Map<string, number>();
  for (let edge = 0; edge < edges.count; edge++) {
    const [from, to] = [dots.get(edges.from[edge]!), dots.get(edges.to[edge]!)];
    if (!view.hasEdge(edge) || !from || !to) continue;
    const pair = pairOf(from, to);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function bendOf(
  from: Dot,
  to: Dot,
  place: number,
  of: number,
  others: ReadonlyMap<NodeNumber, Dot> | undefined,
): Point {
  if (from === to) return { x: from.x, y: from.y - 2 * (from.style.size + 8 + 9 * place) };
  // The same side for both directions: otherwise two edges there and back would lie on each other.
  const [first, last] = from.node < to.node ? [from, to] : [to, from];
  const length = Math.hypot(last.x - first.x, last.y - first.y) || 1;
  const aside = (distance: number): Point => ({
    x: (first.x + last.x) / 2 + ((last.y - first.y) / length) * distance,
    y: (first.y + last.y) / 2 - ((last.x - first.x) / length) * distance,
  });
  if (of > 1) {
    const apart = Math.min(FAN, (0.8 * length) / of);
    // A curve reaches half as far as the point that it bends towards.
    return aside(2 * apart * (place - (of - 1) / 2));
  }
  if (!others) return aside(0);
  const ranked = BENDS.map((share) => aside(2 * share * length)).map((bend) => ({
    bend,
    crossed: crossed(from, to, bend, others),
  }));
  return ranked.reduce((best, it) => (it.crossed < best.crossed ? it : best)).bend;
}

/** How many dots a curve touches that are not its ends. */
function crossed(from: Dot, to: Dot, bend: Point, others: ReadonlyMap<NodeNumber, Dot>): number {
  const points = Array.from({ length: 15 }, (_, i) => bentPoint(from, to, bend, (i + 1) / 16));
  let count = 0;
  for (const dot of others.values()) {
    if (dot === from || dot === to) continue;
    const near = dot.style.size + CLEARANCE;
    if (points.some(({ x, y }) => Math.abs(x - dot.x) < near && Math.abs(y - dot.y) < near)) count += 1;
  }
  return count;
}
