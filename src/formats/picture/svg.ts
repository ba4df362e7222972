/**
 * SVG, the view as a picture that can be read, printed and edited, on a light or a dark ground; and PNG, the same in points.
 *
 * Names have a halo of the ground's colour, so that no line makes them illegible; each node and edge says in a `title`
 * what a pointer over it should tell. The legend stands below.
 */
import type { GraphView } from '../../views/graph-view.ts';
import { TextSanitiser, xmlContent } from '../escapes.ts';
import type { PictureFormat, TextFormat, WriteOptions } from '../format.ts';
import { pngNeedsResvg } from '../problems.ts';
import type { Line, Shape } from '../style.ts';
import type { Curve, Dot, Point } from './geometry.ts';
import { type EdgeName, LABEL_SIZE, type Label, LINE_HEIGHT, NAME_SIZE } from './labels.ts';
import { LEGEND_SIZE, type LegendItem, makeLegend, makePicture, SIGN_WIDTH } from './picture.ts';

export const svg: TextFormat = {
  name: 'svg',
  title: 'SVG',
  ending: 'svg',
  mediaType: 'image/svg+xml; charset=utf-8',
  options: ['theme', 'positions'],
  write: drawSvg,
};

/** The ground, and what is written on it. The colours of nodes and edges stand out on both grounds. */
interface Theme {
  readonly ground: string;
  /** Names of nodes. */
  readonly text: string;
  /** What is less important: the legend, the names of edges without a colour of their own. */
  readonly muted: string;
}

const themes: Readonly<Record<'light' | 'dark', Theme>> = {
  light: { ground: '#ffffff', text: '#1b1f24', muted: '#57606a' },
  dark: { ground: '#0d1117', text: '#e6edf3', muted: '#9198a1' },
};

const MARGIN = 24;
const LEAST_WIDTH = 480;
const ARROW = 7;
const FONT = "'Helvetica Neue',Helvetica,Arial,'Noto Sans',sans-serif";

function* drawSvg(view: GraphView, options: WriteOptions): Generator<string> {
  const theme = themes[options.theme ?? 'light'];
  const sanitiser = options.sanitiser ?? new TextSanitiser();
  const text = (it: string): string => xmlContent(it, sanitiser);
  const picture = makePicture(view, options.positions);
  const { bounds, curves } = picture;
  const inner = Math.max(LEAST_WIDTH, bounds.right - bounds.left);
  const legend = makeLegend(picture, inner);
  const gap = legend.items.length > 0 ? MARGIN : 0;
  const width = inner + 2 * MARGIN;
  const height = bounds.bottom - bounds.top + legend.height + gap + 2 * MARGIN;
  const left = (bounds.left + bounds.right - width) / 2;
  const top = bounds.top - MARGIN;
  const box = `${short(left)} ${short(top)} ${short(width)} ${short(height)}`;
  const size = `width="${short(width)}" height="${short(height)}" viewBox="${box}"`;
  yield `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${FONT}">\n`;
  yield `<title>${text(`${view.nodeCount} nodes and ${view.edgeCount} edges${view.key && `: ${view.key}`}`)}</title>\n`;
  yield arrowheads(curves);
  yield `<rect x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}" fill="${theme.ground}"/>\n`;
  yield `<g fill="none" stroke-linecap="round" ${strokeFor(curves.length)}>\n`;
  for (const curve of curves) yield curveOf(curve, text(titleOfEdge(view, curve)));
  yield `</g>\n<g stroke="${theme.ground}" stroke-width="1.5">\n`;
  for (const dot of picture.dots) yield dotOf(dot, text(`${dot.name} (${dot.type}) ${view.graph.nodes.ids[dot.node]}`));
  yield `</g>\n<g font-size="${NAME_SIZE}" text-anchor="middle" fill="${theme.muted}" ${halo(theme, 2.5)}>\n`;
  for (const name of picture.edgeNames) yield edgeNameOf(name, text);
  yield `</g>\n<g font-size="${LABEL_SIZE}" fill="${theme.text}" ${halo(theme, 3.5)}>\n`;
  for (const label of picture.labels) yield labelOf(label, text);
  const foot = `translate(${short(left + MARGIN)} ${short(bounds.bottom + gap)})`;
  yield `</g>\n<g font-size="${LEGEND_SIZE}" fill="${theme.muted}" transform="${foot}">\n`;
  for (const item of legend.items) yield legendItemOf(item, theme, text);
  yield '</g>\n</svg>\n';
}

type Escape = (text: string) => string;

/** A tenth of a point is finer than any screen, and short to write. */
const short = (at: number): string => String(Math.round(at * 10) / 10);

/** Few edges are drawn firmly; many would hide each other. */
function strokeFor(count: number): string {
  if (count <= 400) return 'stroke-width="1.3" stroke-opacity="0.8"';
  return count <= 5000 ? 'stroke-width="0.8" stroke-opacity="0.5"' : 'stroke-width="0.5" stroke-opacity="0.25"';
}

const halo = ({ ground }: Theme, width: number): string =>
  `stroke="${ground}" stroke-width="${width}" stroke-linejoin="round" paint-order="stroke"`;

const arrowId = (colour: string): string => `arrow-${colour.slice(1)}`;

function arrowheads(curves: readonly Curve[]): string {
  const colours = [...new Set(curves.filter((it) => it.arrow).map((it) => it.colour))].sort();
  const head = `markerUnits="userSpaceOnUse" markerWidth="${ARROW}" markerHeight="${ARROW}" refX="1" refY="3.5" orient="auto"`;
  const markers = colours.map(
    (colour) =>
      `<marker id="${arrowId(colour)}" ${head}><path d="M0 0L${ARROW} 3.5L0 7z" fill="${colour}"/></marker>\n`,
  );
  return `<defs>\n${markers.join('')}</defs>\n`;
}

const dashes: Readonly<Record<Line, string>> = {
  solid: '',
  dashed: ' stroke-dasharray="6 4"',
  dotted: ' stroke-dasharray="1.5 3.5"',
};

function curveOf(curve: Curve, title: string): string {
  const { from, to, bend, colour, line, arrow } = curve;
  const marker = arrow ? ` marker-end="url(#${arrowId(colour)})"` : '';
  const path = from === to ? loopPath(from, bend) : bentPath(curve);
  return `<path d="${path}" stroke="${colour}"${dashes[line]}${marker}><title>${title}</title></path>\n`;
}

function bentPath({ from, to, bend, arrow }: Curve): string {
  const start = towards(from, bend, from.style.size);
  const end = towards(to, bend, to.style.size + (arrow ? ARROW : 0));
  const straight = Math.abs((to.x - from.x) * (bend.y - from.y) - (to.y - from.y) * (bend.x - from.x)) < 1;
  const way = straight ? 'L' : `Q${short(bend.x)} ${short(bend.y)} `;
  return `M${short(start.x)} ${short(start.y)}${way}${short(end.x)} ${short(end.y)}`;
}

/** A loop above the dot, from its left shoulder to its right one. */
function loopPath(dot: Dot, top: Point): string {
  const radius = (dot.y - top.y) / 2;
  const aside = dot.style.size * 0.7;
  const shoulder = dot.y - dot.style.size * 0.9;
  return `M${short(dot.x - aside)} ${short(shoulder)}A${short(radius)} ${short(radius)} 0 1 1 ${short(dot.x + aside)} ${short(shoulder - ARROW * 0.8)}`;
}

/** The point that lies `distance` from one on the way to another. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(1, distance / length);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

const dotOf = (dot: Dot, title: string): string =>
  shapes[dot.style.shape](dot.x, dot.y, dot.style.size, dot.style.colour, `<title>${title}</title>`);

type DrawShape = (x: number, y: number, size: number, colour: string, inside: string) => string;

const polygon =
  (corners: readonly (readonly [number, number])[]): DrawShape =>
  (x, y, size, colour, inside) => {
    const points = corners.map(([dx, dy]) => `${short(x + dx * size)},${short(y + dy * size)}`).join(' ');
    return `<polygon points="${points}" fill="${colour}" stroke-linejoin="round">${inside}</polygon>\n`;
  };

/** Each as large to the eye as the disc. */
const shapes: Readonly<Record<Shape, DrawShape>> = {
  disc: (x, y, size, colour, inside) =>
    `<circle cx="${short(x)}" cy="${short(y)}" r="${short(size)}" fill="${colour}">${inside}</circle>\n`,
  square: polygon([
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ]),
  diamond: polygon([
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ]),
  triangle: polygon([
    [0, -1.2],
    [1.15, 0.85],
    [-1.15, 0.85],
  ]),
};

function labelOf({ lines, x, y, anchor }: Label, text: Escape): string {
  const place = `x="${short(x)}"`;
  const how = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  if (lines.length === 1) return `<text ${place} y="${short(y)}"${how}>${text(lines[0] ?? '')}</text>\n`;
  const spans = lines.map((line, i) => `<tspan ${place} y="${short(y + i * LINE_HEIGHT)}">${text(line)}</tspan>`);
  return `<text${how}>${spans.join('')}</text>\n`;
}

function edgeNameOf({ x, y, angle, text: name }: EdgeName, text: Escape): string {
  const turned = Math.abs(angle) < 0.5 ? '' : ` rotate(${short(angle)})`;
  return `<text transform="translate(${short(x)} ${short(y)})${turned}" dy="3">${text(name)}</text>\n`;
}

function legendItemOf({ sign, text: words, x, y }: LegendItem, theme: Theme, text: Escape): string {
  const middle = x + (SIGN_WIDTH - 6) / 2;
  const drawn =
    'node' in sign
      ? shapes[sign.node.shape](middle, y, Math.min(7, sign.node.size), sign.node.colour, '')
      : `<path d="M${short(x)} ${short(y)}h${SIGN_WIDTH - 6}" stroke="${sign.edge || theme.muted}" stroke-width="2" stroke-linecap="round"${dashes[sign.line]}/>\n`;
  return `${drawn}<text x="${short(x + SIGN_WIDTH)}" y="${short(y + LEGEND_SIZE * 0.36)}">${text(words)}</text>\n`;
}

/** What an edge says, in a line: `A — heads → B; 2024; INFERRED; source:x; edge:…`. */
function titleOfEdge({ graph }: GraphView, { edge, type, from, to, arrow }: Curve): string {
  const { edges } = graph;
  const said = [edges.property(edge, 'role'), edges.property(edge, 'when')].filter((it) => it !== undefined);
  const marks = [edges.property(edge, 'status'), edges.property(edge, 'modality')].filter(
    (it) => it !== 'STATED' && it !== 'FACT',
  );
  const way = `${from.name} — ${type} ${arrow ? '→' : '—'} ${to.name}`;
  return [way, ...said, ...marks, ...edges.sources(edge), edges.id(edge)].join('; ');
}

/**
 * PNG, for documents that take nothing else. It is drawn by resvg, which is a program of its own for every platform and
 * therefore optional. Letters are drawn with the fonts of the machine: the bytes are the same on one machine, and the
 * picture is alike on all.
 */
export const png: PictureFormat = {
  name: 'png',
  title: 'PNG',
  ending: 'png',
  mediaType: 'image/png',
  options: svg.options,
  draw: drawPng,
};

/** Named apart from its import: a bundler would look for it, and it is optional. */
const RESVG: string = '@resvg/resvg-js';
/** Twice as fine as the SVG, so that small letters stay sharp; large pictures are made smaller. */
const FINENESS = 2;
const LONGEST_SIDE = 8000;

async function drawPng(view: GraphView, options: WriteOptions): Promise<Uint8Array> {
  const resvg = await (import(RESVG) as Promise<typeof import('@resvg/resvg-js')>).catch(() => {
    throw pngNeedsResvg();
  });
  const text = [...svg.write(view, options)].join('');
  const { width, height } = new resvg.Resvg(text, { font: { loadSystemFonts: false } });
  const value = Math.min(FINENESS, LONGEST_SIDE / Math.max(width, height));
  // In a thread of its own: a server answers others meanwhile.
  const image = await resvg.renderAsync(text, { fitTo: { mode: 'zoom', value }, font: { defaultFontFamily: 'Arial' } });
  return image.asPng();
}
