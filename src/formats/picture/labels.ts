/**
 * Names beside the nodes of a picture, where they lie on nothing else.
 *
 * Well connected nodes choose first. Each name tries the places around its dot and takes the one with the least below
 * it; in a large picture a name that finds no free place is left out rather than written over another.
 */
import { type Curve, pointOn } from './curves.ts';
import type { Dot, Point } from './dots.ts';
import { type Box, Occupied } from './occupied.ts';
import { textWidth, wrapText } from './text-size.ts';

export interface Label {
  readonly dot: Dot;
  readonly lines: readonly string[];
  /** The middle of the text, or where it starts or ends. */
  readonly x: number;
  /** The foot of its first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export const LABEL_SIZE = 12;
export const LINE_HEIGHT = 14;
const LINE_WIDTH = 130;
const MOST_LINES = 3;
const GAP = 3;

export interface Labels {
  readonly labels: readonly Label[];
  /** What is taken by dots and names. */
  readonly occupied: Occupied;
  /** How many names found no place that is free of dots and other names. */
  readonly crowded: number;
}

/** So many of the best connected nodes are named even where the name lies on other dots, in a large picture. */
const ALWAYS_NAMED = 40;

/** Labels for all dots of a small picture, or for those with room for it of a large one. */
export function placeLabels(dots: Iterable<Dot>, curves: readonly Curve[], small: boolean): Labels {
  const inOrder = [...dots].sort((a, b) => b.degree - a.degree || a.node - b.node);
  const ownBoxes = new Map(inOrder.map((dot) => [dot, boxAround(dot, dot.style.size + 1)]));
  const occupied = new Occupied();
  const texts = new Occupied();
  const crossings = new Occupied();
  for (const box of ownBoxes.values()) occupied.add(box);
  // In a large picture lines are everywhere, and looking for them would take long.
  if (small) for (const curve of curves) for (const point of pointsOf(curve)) crossings.add(boxAround(point, 1));
  const labels: Label[] = [];
  let crowded = 0;
  for (const [rank, dot] of inOrder.entries()) {
    const lines = wrapText(dot.name, LABEL_SIZE, LINE_WIDTH, MOST_LINES);
    const best = bestPlace(dot, lines, ({ box }) => {
      const taken = occupied.overlap(box, ownBoxes.get(dot));
      return (taken > 0 ? 1000 : 0) + 20 * taken + 6 * crossings.overlap(box);
    });
    const free = occupied.overlap(best.box, ownBoxes.get(dot)) === 0;
    if (!free) crowded += 1;
    if (!free && !small && (rank >= ALWAYS_NAMED || texts.overlap(best.box) > 0)) continue;
    labels.push({ dot, lines, ...best.at });
    occupied.add(best.box);
    texts.add(best.box);
  }
  return { labels, occupied, crowded };
}

function bestPlace(dot: Dot, lines: readonly string[], costOf: (place: Place) => number): Place {
  const width = Math.max(0, ...lines.map((it) => textWidth(it, LABEL_SIZE)));
  const ranked = placesAround(dot, width, lines.length * LINE_HEIGHT).map((place, rank) => ({
    place,
    cost: costOf(place) + 8 * rank,
  }));
  return ranked.reduce((best, it) => (it.cost < best.cost ? it : best)).place;
}

/** The square with this middle. */
export const boxAround = ({ x, y }: Point, radius: number): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

function pointsOf(curve: Curve): Point[] {
  const length = Math.hypot(curve.from.x - curve.to.x, curve.from.y - curve.to.y);
  const count = Math.min(60, Math.max(4, Math.round(length / 8)));
  return Array.from({ length: count }, (_, i) => pointOn(curve, (i + 0.5) / count));
}

type Place = { readonly at: Pick<Label, 'x' | 'y' | 'anchor'>; readonly box: Box };

/** The places around a dot for a text of this size, the ones that look best first. */
function placesAround({ x, y, style }: Dot, width: number, height: number): Place[] {
  const away = style.size + GAP;
  const ascent = LINE_HEIGHT * 0.78;
  const slant = away * 0.75;
  const middle = (top: number, shift = 0): Place => ({
    at: { x: x + shift, y: top + ascent, anchor: 'middle' },
    box: { left: x + shift - width / 2, right: x + shift + width / 2, top, bottom: top + height },
  });
  const right = (from: number, top: number): Place => ({
    at: { x: from, y: top + ascent, anchor: 'start' },
    box: { left: from, right: from + width, top, bottom: top + height },
  });
  const left = (from: number, top: number): Place => ({
    at: { x: from, y: top + ascent, anchor: 'end' },
    box: { left: from - width, right: from, top, bottom: top + height },
  });
  return [
    middle(y + away),
    middle(y - away - height),
    right(x + away + 1, y - height / 2),
    left(x - away - 1, y - height / 2),
    right(x + slant, y + slant * 0.6),
    left(x - slant, y + slant * 0.6),
    right(x + slant, y - slant * 0.6 - height),
    left(x - slant, y - slant * 0.6 - height),
    middle(y + away, width * 0.3),
    middle(y + away, width * -0.3),
    middle(y - away - height, width * 0.3),
    middle(y - away - height, width * -0.3),
  ];
}
