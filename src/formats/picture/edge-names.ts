/**
 * Names along the edges of a small picture: what each edge says, written on it.
 *
 * Many edge types share a colour, and a legend far away is a riddle; so where there is room the name stands on the line.
 */
import { type Curve, pointOn } from './curves.ts';
import type { Point } from './dots.ts';
import { boxAround } from './labels.ts';
import type { Occupied } from './occupied.ts';
import { textWidth } from './text-size.ts';

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
