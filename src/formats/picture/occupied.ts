/**
 * What is taken in a picture: boxes in a coarse grid, so that the question "is anything there?" looks at a few of them.
 */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CELL = 64;

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
