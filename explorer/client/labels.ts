/**
 * Where a picture has room for names: none lies on another, on a thing, or beyond the edge of the stage.
 */
import { type Box, overlap } from './geometry.ts';
import type { Place } from './lay-out.ts';

/** A text that wants a place. */
export interface Wish {
  readonly key: string;
  readonly text: string;
  /** Where the middle of a text of that width may stand; the best first. */
  readonly spots: (width: number) => readonly Place[];
  /** The larger, the earlier it chooses. */
  readonly rank: number;
  /** It may hide a thing, rather than be left out; it never hides another text. */
  readonly must?: boolean;
  readonly pale: boolean;
}

export interface Label extends Place {
  readonly key: string;
  readonly text: string;
  readonly pale: boolean;
}

/** Texts that are placed at most: more could not be read. */
const MOST_LABELS = 400;
const LINE = 14;

/** The texts that have room, the first wishes first; `taken` is where none may stand, `unit` a pixel in units of the picture. */
export function placeLabels(wishes: readonly Wish[], taken: readonly Box[], stage: Box, unit: number): Label[] {
  const [things, texts] = [new Room(60 * unit), new Room(60 * unit)];
  for (const box of taken) things.take(box);
  const labels: Label[] = [];
  for (const { key, text, spots, must, pale } of wishes) {
    if (labels.length === MOST_LABELS) break;
    const width = (widthOf(text) + 4) * unit;
    const boxes = spots(width).flatMap((spot) => {
      if (!holds(stage, spot)) return [];
      const least = stage.x + width / 2 + 3 * unit;
      const x = Math.max(least, Math.min(stage.x + stage.width - width / 2 - 3 * unit, spot.x));
      const y = Math.max(stage.y + LINE * unit, Math.min(stage.y + stage.height - 4 * unit, spot.y));
      return [{ x: x - width / 2, y: y - 11 * unit, width, height: LINE * unit }];
    });
    const free = boxes.filter((it) => texts.isFree(it));
    const box = free.find((it) => things.isFree(it)) ?? (must ? free[0] : undefined);
    if (!box) continue;
    texts.take(box);
    labels.push({ key, text, x: box.x + width / 2, y: box.y + 11 * unit, pale });
  }
  return labels;
}

const holds = (box: Box, { x, y }: Place): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** Boxes by the cells of a grid that they touch. */
class Room {
  readonly #cells = new Map<string, Box[]>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  isFree(box: Box): boolean {
    return this.#cellsOf(box).every((key) => !this.#cells.get(key)?.some((it) => overlap(it, box)));
  }

  take(box: Box): void {
    for (const key of this.#cellsOf(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  #cellsOf({ x, y, width, height }: Box): string[] {
    const cells: string[] = [];
    for (let i = Math.floor(x / this.#size); i <= Math.floor((x + width) / this.#size); i++) {
      for (let k = Math.floor(y / this.#size); k <= Math.floor((y + height) / this.#size); k++) cells.push(`${i} ${k}`);
    }
    return cells;
  }
}

/** The size of letters, in pixels. */
export const LETTERS = 11.5;

const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** How many pixels wide a text is: as the browser says, or a reckoning where it draws none. */
function widthOf(text: string): number {
  let width = widths.get(text);
  if (width !== undefined) return width;
  if (pen === undefined) {
    pen = document.createElement('canvas').getContext('2d');
    if (pen) pen.font = `${LETTERS}px ${getComputedStyle(document.body).fontFamily}`;
  }
  width = pen?.measureText(text).width ?? reckonedWidth(text);
  widths.set(text, width);
  return width;
}

/** Letters of Han are as wide as high. */
function reckonedWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter >= '\u2e80' ? 11.8 : 6.8;
  return width;
}

/** Letters of a name, and where things are so few that longer ones have room. */
const LONGEST_NAME = 34;
const LONGEST_AMONG_FEW = 60;
const FEW = 20;

/** A name as it is written in a picture of so many things. */
export function shorten(name: string, things: number): string {
  const most = things <= FEW ? LONGEST_AMONG_FEW : LONGEST_NAME;
  const letters = [...name.slice(0, 4 * most)];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : name;
}
