/**
 * Where the nodes of a view are drawn: near to what they have to do with, and at the same place on every run.
 *
 * Each component is laid out by itself, brought to one scale and turned to be wider than tall; then they are packed side
 * by side, the largest in the middle. A layout is made once for a view and kept with its graph.
 */
import { ByteCache } from '../../base/byte-cache.ts';
import type { KnowledgeGraph } from '../../store/knowledge-graph.ts';
import type { GraphView } from '../../views/graph-view.ts';
import type { Positions } from '../format.ts';
import { tooMuchToLayOut } from '../problems.ts';
import { evenOut } from './even-out.ts';
import { type Component, componentsOf, packCircles, placeComponent } from './place-component.ts';
import { nearestApart, spreadApart } from './spread-apart.ts';

/** How far joined nodes are from each other, on average. A picture draws a node about a tenth as large. */
export const NEIGHBOURS_APART = 100;
/** No two nodes are nearer, where there are few enough of them to see to it. */
const LEAST_APART = 40;
/** Up to so many nodes the distances of a component are evened out. */
const LARGEST_EVEN = 400;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** How near to the next a node may usually lie, in lengths of a pair. */
const CROWDED = (1.2 * LEAST_APART) / NEIGHBOURS_APART;
const LARGEST_SPREAD = 5000;
/** Forces on more edges would take minutes. */
const MOST_EDGES = 1_000_000;

/** What the layouts that a graph remembers may take: those of forty views of a graph of 100,000 nodes. */
const MOST_BYTES = 64_000_000;
const layouts = new WeakMap<KnowledgeGraph, ByteCache<string, Positions>>();
const bytesOf = ({ x, y }: Positions, key: string): number => x.byteLength + y.byteLength + 2 * key.length;

/**
 * The layout of a view: a second for a thousand nodes, half a minute for fifty thousand.
 *
 * Throws `too-much-to-lay-out`.
 */
export function layOut(view: GraphView): Positions {
  let known = layouts.get(view.graph);
  if (!known) layouts.set(view.graph, (known = new ByteCache(MOST_BYTES, bytesOf)));
  const { key } = view;
  let layout = known.get(key);
  if (layout) return layout;
  if (view.edgeCount > MOST_EDGES) throw tooMuchToLayOut(view.edgeCount, MOST_EDGES);
  known.set(key, (layout = makeLayout(view)));
  return layout;
}

function makeLayout(view: GraphView): Positions {
  const { count } = view.graph.nodes;
  const layout = { x: new Float64Array(count).fill(Number.NaN), y: new Float64Array(count).fill(Number.NaN) };
  const components = componentsOf(view);
  const lone = components.filter((it) => it.order === 1);
  const discs = components.filter((it) => it.order > 1).map(placeInDisc);
  if (lone.length > 0) discs.push(sunflower(lone));
  const centres = packCircles(discs.map((it) => it.radius));
  for (const [i, { nodes, x, y }] of discs.entries()) {
    const centre = centres[i];
    if (!centre) continue;
    for (const [place, node] of nodes.entries()) {
      layout.x[node] = round(centre.x + x[place]!);
      layout.y[node] = round(centre.y + y[place]!);
    }
  }
  return layout;
}

/** Nodes with their places around the middle of a disc. */
interface Disc {
  readonly nodes: readonly number[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Of the disc, with a margin. */
  readonly radius: number;
}

function placeInDisc(component: Component): Disc {
  placeComponent(component);
  const nodes = component.nodes();
  const x = Float64Array.from(nodes, (it) => component.getNodeAttribute(it, 'x'));
  const y = Float64Array.from(nodes, (it) => component.getNodeAttribute(it, 'y'));
  enlarge(x, y, 1 / meanLength(component, x, y));
  if (nodes.length <= LARGEST_EVEN) evenOut(component, x, y);
  // Where many nodes lie close together, joined ones lie further apart, so that a crowd keeps its shape.
  else enlarge(x, y, Math.max(1, CROWDED / nearestApart(x, y)));
  enlarge(x, y, NEIGHBOURS_APART);
  layWide(x, y);
  if (nodes.length <= LARGEST_SPREAD) spreadApart(x, y, LEAST_APART);
  moveToMiddle(x, y);
  let radius = 0;
  for (let i = 0; i < x.length; i++) radius = Math.max(radius, Math.hypot(x[i]!, y[i]!));
  return { nodes: nodes.map(Number), x, y, radius: radius + LEAST_APART };
}

/** Nodes that nothing joins to anything, as the seeds of a sunflower: each as far from the next as they may be. */
function sunflower(lone: readonly Component[]): Disc {
  const nodes = lone.flatMap((it) => it.nodes()).map(Number);
  const seeds = nodes.map((_, i) => ({ radius: LEAST_APART * Math.sqrt(i), angle: GOLDEN_ANGLE * i }));
  return {
    nodes,
    x: Float64Array.from(seeds, ({ radius, angle }) => radius * Math.cos(angle)),
    y: Float64Array.from(seeds, ({ radius, angle }) => radius * Math.sin(angle)),
    radius: LEAST_APART * Math.sqrt(nodes.length) + LEAST_APART,
  };
}

/** How long the pairs of a component are, on average; never nothing. */
function meanLength(component: Component, x: Float64Array, y: Float64Array): number {
  const place = new Map(component.nodes().map((node, i) => [node, i]));
  let length = 0;
  component.forEachEdge((_edge, _pair, from, to) => {
    const [a, b] = [place.get(from) ?? 0, place.get(to) ?? 0];
    length += Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
  });
  return length / component.size || 1;
}

function enlarge(x: Float64Array, y: Float64Array, factor: number): void {
  for (let i = 0; i < x.length; i++) {
    x[i]! *= factor;
    y[i]! *= factor;
  }
}

/** Turns the points so that they spread furthest from left to right. */
function layWide(x: Float64Array, y: Float64Array): void {
  moveToMiddle(x, y);
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [px, py] = [x[i]!, y[i]!];
    xx += px * px;
    xy += px * py;
    yy += py * py;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < x.length; i++) {
    const [px, py] = [x[i]!, y[i]!];
    x[i] = px * cos + py * sin;
    y[i] = py * cos - px * sin;
  }
}

function moveToMiddle(x: Float64Array, y: Float64Array): void {
  for (const axis of [x, y]) {
    const middle = axis.reduce((sum, it) => sum + it, 0) / axis.length;
    for (let i = 0; i < axis.length; i++) axis[i] = axis[i]! - middle;
  }
}

/** A hundredth of a unit is finer than any screen, and short to write. */
const round = (at: number): number => Math.round(at * 100) / 100;
