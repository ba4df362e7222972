/**
 * Where things lie in a picture: boxes, the outlines of shapes, curves between two places.
 */
import type { Shape } from '../look.ts';
import type { Place, Places } from './lay-out.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function outlineOf(shape: Shape, r: number): string {
  if (shape === 'square') return `M${-r * 0.85} ${-r * 0.85}h${1.7 * r}v${1.7 * r}h${-1.7 * r}z`;
  if (shape === 'diamond') return `M0 ${-r * 1.15}L${r * 1.15} 0L0 ${r * 1.15}L${-r * 1.15} 0z`;
  if (shape === 'triangle') return `M0 ${-r * 1.1}L${r * 1.1} ${r * 0.9}L${-r * 1.1} ${r * 0.9}z`;
  return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

/** A quadratic curve that is bent by so much in its middle; a loop where both ends are one. */
export function curveBetween(from: Place, to: Place, bend: number): { readonly d: string; readonly middle: Place } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return { d: `M${from.x} ${from.y}c-30 -40 30 -40 0 0`, middle: { x: from.x, y: from.y - 30 } };
  if (bend === 0) {
    return { d: `M${from.x} ${from.y}L${to.x} ${to.y}`, middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } };
  }
  const middle = { x: (from.x + to.x) / 2 - (dy / length) * bend, y: (from.y + to.y) / 2 + (dx / length) * bend };
  const control = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
  return { d: `M${from.x} ${from.y}Q${control.x} ${control.y} ${to.x} ${to.y}`, middle };
}

/** How far a place is from the line between two others. */
export function distanceTo({ x, y }: Place, from: Place, to: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from.x - part * dx, y - from.y - part * dy);
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export function around(places: Places): Box {
  const all = [...places.values()];
  if (all.length === 0) return { x: -100, y: -75, width: 200, height: 150 };
  const [xs, ys] = [all.map((it) => it.x), all.map((it) => it.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const margin = Math.max(12, 0.07 * Math.max(width, height));
  return { x: left - margin, y: top - margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** The smallest box of that ratio around a box. */
export function widen(box: Box, ratio: number): Box {
  const width = Math.max(box.width, box.height * ratio);
  const height = width / ratio;
  return { x: box.x - (width - box.width) / 2, y: box.y - (height - box.height) / 2, width, height };
}
