/**
 * Names in a picture, beside its nodes and along its edges, where they lie on nothing else.
 *
 * Well connected nodes choose first. Each name tries the places around its dot and takes the one with the least below
 * it; in a large picture a name that finds no free place is left out rather than written over another. Many edge types
 * share a colour, and a legend far away is a riddle; so in a small picture the name of the type stands on the line.
 */
import { type Curve, type Dot, type Point, pointOn } from './geometry.ts';

export interface Label {
  readonly dot: Dot;
  readonly lines: readonly string[];
  /** The middle of the text, or where it starts or ends. */
  readonly x: number;
  /** The foot of its first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A rectangle. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
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

export interface EdgeName {
  readonly curve: Curve;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** In degrees, so that the text is never upside down. */
  readonly angle: number;
}

export const NAME_SIZE = 9;
/** Where on the curve a name may stand: the middle first. */
const PLACES = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72];

/** How much of other things a name may touch; where it would be more, the legend must do. */
const TOLERATED = 6;

/** A name for each curve that is long enough for it, where the fewest things are below it. */
export function placeEdgeNames(curves: readonly Curve[], occupied: Occupied): EdgeName[] {
  const names: EdgeName[] = [];
  for (const curve of curves) {
    const { from, to, type } = curve;
    const width = textWidth(type, NAME_SIZE);
    const room = Math.hypot(from.x - to.x, from.y - to.y) - from.style.size - to.style.size;
    if (from !== to && room < width + 14) continue;
    let best: { place: ReturnType<typeof placeOn>; cost: number } | undefined;
    for (const at of from === to ? [0.5] : PLACES) {
      const place = placeOn(curve, at);
      const cost = spotsOf(place, width).reduce((sum, spot) => sum + occupied.overlap(boxAround(spot, 5)), 0);
      if (!best || cost < best.cost - 1) best = { place, cost };
    }
    if (!best || best.cost > TOLERATED) continue;
    names.push({ curve, text: type, ...best.place });
    for (const spot of spotsOf(best.place, width)) occupied.add(boxAround(spot, 5));
  }
  return names;
}

function placeOn(curve: Curve, at: number): Pick<EdgeName, 'x' | 'y' | 'angle'> {
  const [before, here, behind] = [pointOn(curve, at - 0.02), pointOn(curve, at), pointOn(curve, at + 0.02)];
  const angle = (Math.atan2(behind.y - before.y, behind.x - before.x) * 180) / Math.PI;
  return { ...here, angle: angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle };
}

/** Points along a text, close enough to stand for it. */
function spotsOf({ x, y, angle }: Pick<EdgeName, 'x' | 'y' | 'angle'>, width: number): Point[] {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const count = Math.max(2, Math.ceil(width / 10));
  return Array.from({ length: count }, (_, i) => {
    const along = width * (i / (count - 1) - 0.5);
    return { x: x + along * cos, y: y + along * sin };
  });
}

const CELL = 64;

/** What is taken in a picture: boxes in a coarse grid, so that the question "is anything there?" looks at a few of them. */
export class Occupied {
  readonly #cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const key of cellsOf(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  /** How much of what is taken, but for one box, lies in a box: the sum of the square roots of the shared areas. */
  overlap(box: Box, except?: Box): number {
    const seen = new Set([except]);
    let sum = 0;
    for (const key of cellsOf(box)) {
      for (const other of this.#cells.get(key) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        if (width > 0 && height > 0) sum += Math.sqrt(width * height);
      }
    }
    return sum;
  }
}

function* cellsOf({ left, top, right, bottom }: Box): Generator<string> {
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) yield `${column} ${row}`;
  }
}

// Widths of letters without a font at hand: those of Helvetica and its kin, by kinds of letters, a little on the generous side.
const NARROW = /[iljtfrI.,:;'’|!()[\]\-– ]/;
const WIDE = /[mwMW@%—…]/;
const CAPITAL = /\p{Lu}/u;
/** Chinese, Japanese, Korean, full-width forms and emoji are as wide as they are tall. */
const SQUARE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u;
/** Signs that are written on the letter before them. */
const MARK = /\p{M}/u;

/** The width of a text in a font of this size, in the same unit. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return width * size;
}

function widthOf(letter: string): number {
  if (letter <= '\u007e' ? NARROW.test(letter) : letter === '’' || letter === '–') return 0.33;
  if (WIDE.test(letter)) return 0.88;
  if (SQUARE.test(letter)) return 1.05;
  if (MARK.test(letter)) return 0;
  return CAPITAL.test(letter) ? 0.72 : 0.57;
}

/** Letters that are looked at, many more than fit. */
const LONGEST = 2000;

/** A text in lines of at most this width where its words allow it; what is too long for all of them ends in `…`. */
export function wrapText(text: string, size: number, width: number, mostLines: number): string[] {
  // Of a text of pages only the beginning can be shown, and measuring the rest would take long.
  const words = text
    .slice(0, LONGEST)
    .split(/\s+/)
    .filter((it) => it !== '');
  const lines: string[] = [];
  let line = '';
  for (const [i, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size) <= width) line = longer;
    else if (lines.length === mostLines - 1)
      return [...lines, shorten([line, ...words.slice(i)].join(' '), size, width)];
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, shorten(line, size, width)];
}

/** The beginning of a text that fits, with `…` where something is missing. A long word may stick out by a third. */
function shorten(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width * 1.33) return text;
  let kept = '';
  let left = width - textWidth('…', size);
  for (const letter of text) {
    left -= widthOf(letter) * size;
    if (left < 0) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
