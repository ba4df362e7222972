/**
 * Where the nodes of a view are drawn: near to what they have to do with, and at the same place on every run.
 *
 * Each component is laid out by itself, brought to one scale and turned to be wider than tall; then they are packed side
 * by side, the largest in the middle. A layout is made once for a view and kept with its graph.
 */
import type { KnowledgeGraph } from '../../store/knowledge-graph.ts';
import type { GraphView } from '../../views/graph-view.ts';
import type { Positions } from '../positions.ts';
import { type Component, componentsOf } from './components-of.ts';
import { nearestApart } from './nearest-apart.ts';
import { packCircles } from './pack-circles.ts';
import { placeComponent } from './place-component.ts';
import { tooMuchToLayOut } from './problems.ts';
import { spreadApart } from './spread-apart.ts';

/** How far joined nodes are from each other, on average. A picture draws a node about a tenth as large. */
export const NEIGHBOURS_APART = 100;
/** No two nodes are nearer, where there are few enough of them to see to it. */
const LEAST_APART = 40;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const LARGEST_SPREAD = 5000;
/** Forces on more edges would take minutes. */
const MOST_EDGES = 1_000_000;

/** How many layouts a graph remembers; the one made first goes first. */
const REMEMBERED = 16;
const layouts = new WeakMap<KnowledgeGraph, Map<string, Positions>>();

/**
 * The layout of a view: a second for a thousand nodes, half a minute for fifty thousand.
 *
 * Throws `too-much-to-lay-out`.
 */
export function layOut(view: GraphView): Positions {
  let known = layouts.get(view.graph);
  if (!known) layouts.set(view.graph, (known = new Map()));
  const { key } = view;
  const found = known.get(key);
  if (found) return found;
  if (view.edgeCount > MOST_EDGES) throw tooMuchToLayOut(view.edgeCount, MOST_EDGES);
  const layout = makeLayout(view);
  const [oldest] = known.keys();
  if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
  known.set(key, layout);
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
      layout.x[node] = round(centre.x + (x[place] ?? 0));
      layout.y[node] = round(centre.y + (y[place] ?? 0));
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
  const nodes = component.nodes().map(Number);
  const x = Float64Array.from(component.nodes(), (it) => component.getNodeAttribute(it, 'x'));
  const y = Float64Array.from(component.nodes(), (it) => component.getNodeAttribute(it, 'y'));
  scaleUp(component, x, y);
  layWide(x, y);
  if (nodes.length <= LARGEST_SPREAD) spreadApart(x, y, LEAST_APART);
  moveToMiddle(x, y);
  let radius = 0;
  for (let i = 0; i < x.length; i++) radius = Math.max(radius, Math.hypot(x[i] ?? 0, y[i] ?? 0));
  return { nodes, x, y, radius: radius + LEAST_APART };
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

/**
 * Brings the points to scale: joined nodes are about as far apart as they should be, or further where many nodes lie
 * close together, so that a crowd keeps its shape.
 */
function scaleUp(component: Component, x: Float64Array, y: Float64Array): void {
  let length = 0;
  component.forEachEdge((_edge, _pair, _from, _to, from, to) => {
    length += Math.hypot(from.x - to.x, from.y - to.y);
  });
  if (length === 0) return;
  const byEdges = (NEIGHBOURS_APART * component.size) / length;
  const byCrowd = (1.2 * LEAST_APART) / nearestApart(x, y);
  const scale = Math.max(byEdges, byCrowd);
  for (let i = 0; i < x.length; i++) {
    x[i] = (x[i] ?? 0) * scale;
    y[i] = (y[i] ?? 0) * scale;
  }
}

/** Turns the points so that they spread furthest from left to right. */
function layWide(x: Float64Array, y: Float64Array): void {
  moveToMiddle(x, y);
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [px = 0, py = 0] = [x[i], y[i]];
    xx += px * px;
    xy += px * py;
    yy += py * py;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < x.length; i++) {
    const [px = 0, py = 0] = [x[i], y[i]];
    x[i] = px * cos + py * sin;
    y[i] = py * cos - px * sin;
  }
}

function moveToMiddle(x: Float64Array, y: Float64Array): void {
  for (const axis of [x, y]) {
    const middle = axis.reduce((sum, it) => sum + it, 0) / axis.length;
    for (let i = 0; i < axis.length; i++) axis[i] = (axis[i] ?? 0) - middle;
  }
}

/** A hundredth of a unit is finer than any screen, and short to write. */
const round = (at: number): number => Math.round(at * 100) / 100;
