/**
 * Where a picture has room for names: none lies on another, on a thing, or beyond the edge of the stage.
 */
import { type Box, overlap } from './geometry.ts';
import type { Place } from './lay-out.ts';

/** A text that wants a place. */
export interface Wish {
  readonly key: string;
  readonly text: string;
  /** Where it may stand, by its middle; the best first. */
  readonly spots: readonly Place[];
  /** The larger, the earlier it chooses. */
  readonly rank: number;
  /** Shown whatever lies there. */
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

/** The texts that have room; `taken` is where none may stand, `unit` a pixel in units of the picture. */
export function placeLabels(wishes: readonly Wish[], taken: readonly Box[], stage: Box, unit: number): Label[] {
  const room = new Room(60 * unit);
  for (const box of taken) room.take(box);
  const labels: Label[] = [];
  for (const { key, text, spots, must, pale } of [...wishes].sort((a, b) => b.rank - a.rank)) {
    if (labels.length === MOST_LABELS) break;
    const width = widthOf(text) * unit;
    const boxes = spots.flatMap((spot) => {
      if (!holds(stage, spot)) return [];
      const least = stage.x + width / 2 + 3 * unit;
      const x = Math.max(least, Math.min(stage.x + stage.width - width / 2 - 3 * unit, spot.x));
      const y = Math.max(stage.y + LINE * unit, Math.min(stage.y + stage.height - 4 * unit, spot.y));
      return [{ x: x - width / 2, y: y - 11 * unit, width, height: LINE * unit }];
    });
    const box = boxes.find((it) => room.isFree(it)) ?? (must ? boxes[0] : undefined);
    if (!box) continue;
    room.take(box);
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

/** A reckoning of how many pixels a text of 11.5 pixels is wide; letters of Han are as wide as high. */
function widthOf(text: string): number {
  let width = 4;
  for (const letter of text) width += letter >= '\u2e80' ? 11.8 : 6.5;
  return width;
}

const LONGEST_NAME = 34;

export function shorten(name: string): string {
  const letters = [...name.slice(0, 4 * LONGEST_NAME)];
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : name;
}
