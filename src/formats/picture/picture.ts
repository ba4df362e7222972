/**
 * A view as a picture: where everything lies, before anyone has drawn it; and its legend, what shapes, colours and lines
 * mean, and how many there are of each.
 *
 * A small picture grows until every name has a place of its own, and has the names of edges written on them. A large one
 * keeps its size, and leaves out the names for which there is no room.
 */
import type { GraphView } from '../../views/graph-view.ts';
import type { Positions } from '../format.ts';
import { layOut } from '../layout/lay-out.ts';
import type { Line, NodeStyle } from '../style.ts';
import { type Curve, type Dot, makeCurves, makeDots, pointOn, stretch } from './geometry.ts';
import {
  type Box,
  type EdgeName,
  LABEL_SIZE,
  type Label,
  type Labels,
  LINE_HEIGHT,
  placeEdgeNames,
  placeLabels,
  textWidth,
} from './labels.ts';

export interface Picture {
  readonly dots: readonly Dot[];
  readonly curves: readonly Curve[];
  readonly labels: readonly Label[];
  readonly edgeNames: readonly EdgeName[];
  /** What is drawn lies within. */
  readonly bounds: Box;
}

/** Up to so many nodes a picture is small. */
const SMALL = 300;
/** Up to so many edges their names are written on them. */
const NAMED_EDGES = 250;
/** How often a small picture may grow, and by how much each time. */
const MOST_GROWTHS = 10;
const GROWTH = 1.1;

/** The picture of a view, by the positions given or by its layout. */
export function makePicture(view: GraphView, positions: Positions = layOut(view)): Picture {
  const dots = makeDots(view, positions);
  const small = dots.size <= SMALL;
  let drawn = draw(view, dots, small);
  for (let growth = 0; small && drawn.crowded > 0 && growth < MOST_GROWTHS; growth++) {
    stretch(dots.values(), GROWTH);
    drawn = draw(view, dots, small);
  }
  const { curves, labels, occupied } = drawn;
  const edgeNames = small && curves.length <= NAMED_EDGES ? placeEdgeNames(curves, occupied) : [];
  return { dots: [...dots.values()], curves, labels, edgeNames, bounds: boundsOf(dots.values(), curves, labels) };
}

function draw(view: GraphView, dots: ReadonlyMap<number, Dot>, small: boolean): Labels & { curves: Curve[] } {
  const curves = makeCurves(view, dots, small);
  return { curves, ...placeLabels(dots.values(), curves, small) };
}

function boundsOf(dots: Iterable<Dot>, curves: readonly Curve[], labels: readonly Label[]): Box {
  const none = Number.POSITIVE_INFINITY;
  const bounds = { left: none, top: none, right: -none, bottom: -none };
  const include = (left: number, top: number, right = left, bottom = top): void => {
    bounds.left = Math.min(bounds.left, left);
    bounds.top = Math.min(bounds.top, top);
    bounds.right = Math.max(bounds.right, right);
    bounds.bottom = Math.max(bounds.bottom, bottom);
  };
  for (const { x, y, style } of dots) include(x - style.size, y - style.size, x + style.size, y + style.size);
  for (const curve of curves) for (const at of [0.25, 0.5, 0.75]) include(pointOn(curve, at).x, pointOn(curve, at).y);
  for (const { x, y, anchor, lines } of labels) {
    const width = Math.max(...lines.map((it) => textWidth(it, LABEL_SIZE)));
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    include(left, y - LABEL_SIZE, left + width, y + LINE_HEIGHT * (lines.length - 1));
  }
  return bounds.left === none ? { left: 0, top: 0, right: 0, bottom: 0 } : bounds;
}

export type Sign = { readonly node: NodeStyle } | { readonly edge: string; readonly line: Line };

export interface LegendItem {
  readonly sign: Sign;
  readonly text: string;
  /** The left end of its sign, and the middle of its line. */
  readonly x: number;
  readonly y: number;
}

export interface Legend {
  readonly items: readonly LegendItem[];
  readonly height: number;
}

export const LEGEND_SIZE = 11;
export const SIGN_WIDTH = 26;
const ROW = 19;
const SECTION_GAP = 9;
const ITEM_GAP = 18;

const meaningOf: Readonly<Record<Line, string>> = {
  solid: 'stated as a fact',
  dashed: 'inferred by a rule',
  dotted: 'reported speech, planned or denied',
};

/** The legend of a picture, in rows of at most this width. */
export function makeLegend({ dots, curves }: Picture, width: number): Legend {
  const nodeTypes = count(dots, (it) => it.type);
  const edgeTypes = count(curves, (it) => it.type);
  const lines = count(curves, (it) => it.line);
  const sections: { sign: Sign; text: string }[][] = [
    nodeTypes.map(([type, { first, times }]) => ({ sign: { node: first.style }, text: `${type} ${times}` })),
    edgeTypes.map(([type, { first, times }]) => ({
      sign: { edge: first.colour, line: 'solid' },
      text: `${type} ${times}`,
    })),
    lines.some(([line]) => line !== 'solid')
      ? lines.map(([line]) => ({ sign: { edge: '', line }, text: meaningOf[line] }))
      : [],
  ];
  const items: LegendItem[] = [];
  let y = 0;
  for (const section of sections) {
    if (section.length === 0) continue;
    let x = 0;
    for (const { sign, text } of section) {
      const needs = SIGN_WIDTH + textWidth(text, LEGEND_SIZE) + ITEM_GAP;
      if (x > 0 && x + needs > width) {
        x = 0;
        y += ROW;
      }
      items.push({ sign, text, x, y: y + ROW / 2 });
      x += needs;
    }
    y += ROW + SECTION_GAP;
  }
  return { items, height: Math.max(0, y - SECTION_GAP) };
}

/** The things of each kind, the most frequent kind first: the first of them, and how many there are. */
function count<T, Kind extends string>(
  things: readonly T[],
  kindOf: (thing: T) => Kind,
): [Kind, { readonly first: T; times: number }][] {
  const counts = new Map<Kind, { readonly first: T; times: number }>();
  for (const thing of things) {
    const known = counts.get(kindOf(thing));
    if (known) known.times += 1;
    else counts.set(kindOf(thing), { first: thing, times: 1 });
  }
  return [...counts].sort(([a, m], [b, n]) => n.times - m.times || (a < b ? -1 : 1));
}
