/**
 * The legend: what the shapes, colours and lines of a picture mean, and how many there are of each.
 */
import type { Line, NodeStyle } from '../style.ts';
import type { Picture } from './picture.ts';
import { textWidth } from './text-size.ts';

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
