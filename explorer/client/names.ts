/**
 * Which names a picture has room for, and how long they may be.
 */
import { nameOf, type Thing } from '../ask.ts';
import { type Box, overlap } from './geometry.ts';
import type { Places } from './lay-out.ts';

interface Naming {
  readonly degrees: ReadonlyMap<string, number>;
  /** What is named first, whatever lies there: centres, the selection and what it touches. */
  readonly first: ReadonlySet<string>;
  readonly places: Places;
  readonly unit: number;
}

/** The things whose names have room, those with most relations first. */
export function namedNodes(nodes: readonly Thing[], { degrees, first, places, unit }: Naming): ReadonlySet<string> {
  const rank = ({ id }: Thing): number => (first.has(id) ? 1e6 : 0) + (degrees.get(id) ?? 0);
  const taken: Box[] = [];
  const named = new Set<string>();
  for (const node of [...nodes].sort((a, b) => rank(b) - rank(a))) {
    const place = places.get(node.id);
    if (!place) continue;
    const width = Math.min(shortName(node).length, LONGEST_NAME) * 6.4 * unit;
    const box = { x: place.x - width / 2, y: place.y + 8 * unit, width, height: 15 * unit };
    if (taken.some((it) => overlap(it, box))) continue;
    taken.push(box);
    named.add(node.id);
  }
  return named;
}

const LONGEST_NAME = 34;

export function shortName(node: Thing): string {
  const name = nameOf(node);
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
