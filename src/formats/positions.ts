/**
 * Where nodes lie in a picture: what a layout gives and what formats with a place for it write.
 */

/** Coordinates by node number, y upwards; NaN for a node that was not laid out. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A coordinate as text, as precise as a picture can be. */
export const coordinate = (value: number): string => String(Math.round(value * 100) / 100);
