/**
 * What a visitor takes away: the picture as SVG or PNG with a caption, the rows as CSV with the addresses of their sources.
 */
import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { nameOf } from '../ask.ts';
import type { Shown } from '../graph-data.ts';
import { type GraphState, writeState } from '../graph-state.ts';
import { type Column, cellTexts, ordered } from '../parts/columns.ts';
import type { Credit } from '../parts/document.tsx';
import { type Edge, sourceText } from '../statements.ts';
import { words } from '../words.ts';
import { base } from './base.ts';
import { download } from './download.ts';

interface TakeAwayProps {
  readonly state: GraphState;
  readonly shown: Shown;
  readonly caption: readonly string[];
  readonly credit: Credit;
  readonly stage: RefObject<HTMLDivElement | null>;
}

export function TakeAway({ state, shown, caption, credit, stage }: TakeAwayProps): JSX.Element {
  const [trouble, setTrouble] = useState<string>();
  const svg = (): string => svgOf(stage.current!.querySelector<SVGSVGElement>('svg.picture')!, caption);
  const rows = (): string[][] => rowsOf(ordered(shown.edges, state.order), state.columns, credit);
  const button = (name: string, take: () => void | Promise<void>): JSX.Element => (
    <button
      type="button"
      onClick={async () => {
        try {
          setTrouble(undefined);
          await take();
        } catch (error) {
          setTrouble((error as Error).message);
        }
      }}
    >
      {name}
    </button>
  );
  const frame = `<iframe src="${location.origin}${base}${writeState(state, '/embed').replaceAll('&', '&amp;')}" width="800" height="600" title="${words.nav.graph}"></iframe>`;
  return (
    <span class="take-away">
      {words.graph.takeAway}: {button(words.graph.csv, () => download('statements.csv', csvOf(rows()), 'text/csv'))}
      {state.form === 'table' && button(words.graph.copy, () => navigator.clipboard.writeText(tabbed(rows())))}
      {state.form === 'picture' && (
        <>
          {button(words.graph.svg, () => download('picture.svg', svg(), 'image/svg+xml'))}
          {button(words.graph.png, async () => download('picture.png', await pngOf(svg()), 'image/png'))}
        </>
      )}
      {shown.nodes.length <= MOST_EXPORTED && (
        <details>
          <summary>{words.graph.formats}</summary>
          {FORMATS.map((format) => (
            <a key={format} href={exportAddress(state, shown, format)} download>
              {format}
            </a>
          ))}
        </details>
      )}
      {credit.embeddable && (
        <details class="embed-code">
          <summary>{words.graph.embed}</summary>
          <pre>{frame}</pre>
        </details>
      )}
      {trouble && <span role="alert">{trouble}</span>}
    </span>
  );
}

/** What a picture says below itself: what it shows and as of when, whose data, under which licence, from where. */
export function captionOf(credit: Credit, title: string, edges: readonly Edge[]): readonly string[] {
  const sources = new Set(edges.flatMap((it) => it.sources.map(({ id }) => id))).size;
  return [
    title,
    `${words.credit(`${credit.name} ${credit.version ?? ''}`.trim(), today())}; ${words.sources(sources)}${credit.licence ? `; ${words.licence}: ${credit.licence}` : ''}`,
    location.href.replace('/embed?', '/graph?').slice(0, 160),
  ];
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** Formats of other programs in which the server exports graphs. */
const FORMATS =
  'gexf graphml cytoscape cx2 dot node-link graphology csv-gephi cypher json-lines json-ld turtle n-quads'.split(' ');
/** Things that the address of an export can name: servers refuse longer ones. */
const MOST_EXPORTED = 200;

/** The same selection through the server's exports: what is shown, and what is between it. */
function exportAddress({ view, edgesOff }: GraphState, { nodes, edges }: Shown, format: string): string {
  const params = new URLSearchParams({ depth: '0' });
  for (const { id } of nodes) params.append('around', id);
  if (edgesOff.length > 0) params.set('via', [...new Set(edges.map((it) => it.type))].join(','));
  for (const source of view.without) params.append('except-source', source);
  if (view.on !== undefined) params.set('as-of', view.on);
  if (view.certain && view.on !== undefined) params.set('certain', '');
  if (view.stated) params.set('stated', '');
  if (view.trust !== undefined) params.set('trust', String(view.trust));
  return `/export/graph.${format}?${params}`;
}

/** The columns of a source, which has several. */
const SOURCE_HEADS = ['source', 'publisher', 'address', 'place', 'quotation'];
/** What columns are called in files, where that is not their own name. */
const heads: Partial<Record<Column, string>> = { at: 'occasion', sign: 'standing', saidBy: 'said by' };

/** The chosen columns as rows below a head; each row has its own source, and says where it was taken from. */
function rowsOf(edges: readonly Edge[], columns: readonly Column[], credit: Credit): string[][] {
  const plain = columns.filter((it) => it !== 'sources');
  const cited = columns.includes('sources');
  const origin = [
    words.credit(`${credit.name} ${credit.version ?? ''}`.trim(), today()),
    credit.licence ?? '',
    location.href,
  ];
  const rows = edges.flatMap((edge) => {
    const cells = plain.map((it) => cellTexts[it](edge));
    return (cited ? sourceRows(edge) : [[]]).map((source) => [...cells, ...source.map((it) => it ?? ''), ...origin]);
  });
  return [[...plain.map((it) => heads[it] ?? it), ...(cited ? SOURCE_HEADS : []), 'data', 'licence', 'view'], ...rows];
}

function sourceRows(edge: Edge): readonly (readonly (string | null | undefined)[])[] {
  if (edge.sources.length === 0) return [[words.edge.inferredBy(edge.rule ?? ''), '', '', '', '']];
  return edge.sources.map((it) => [
    sourceText(it, 'title') ?? (it.node ? nameOf(it.node) : it.id),
    sourceText(it, 'publisher'),
    sourceText(it, 'url'),
    it.locator,
    it.quotation,
  ]);
}

/** A table as RFC 4180 has it; a leading BOM tells spreadsheets that it is UTF-8. */
const csvOf = (rows: readonly string[][]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** A table as spreadsheets take it from the clipboard. */
const tabbed = (rows: readonly string[][]): string =>
  rows.map((row) => row.map((it) => it.replace(/\s+/g, ' ')).join('\t')).join('\n');

/** A cell; what a spreadsheet would take for a formula is made text by an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The picture as a file of its own: its colours, and a caption below it. */
function svgOf(picture: SVGSVGElement, caption: readonly string[]): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const { width, height } = picture.getBoundingClientRect();
  const [left = 0, top = 0, wide = width, high = height] = (picture.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);
  const line = (16 * wide) / width;
  const foot = line * (caption.length + 1);
  const styles = getComputedStyle(document.body);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `${left} ${top} ${wide} ${high + foot}`);
  copy.setAttribute('width', String(Math.round(width)));
  copy.setAttribute('height', String(Math.round((height * (high + foot)) / high)));
  copy.setAttribute('font-family', 'system-ui, sans-serif');
  copy.style.color = styles.color;
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({
    x: left,
    y: top,
    width: wide,
    height: high + foot,
    fill: styles.backgroundColor,
  })) {
    ground.setAttribute(name, String(value));
  }
  copy.prepend(ground);
  caption.forEach((text, i) => {
    const row = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    for (const [name, value] of Object.entries({
      x: left + line,
      y: top + high + line * (i + 1),
      'font-size': line * 0.75,
      fill: styles.color,
    })) {
      row.setAttribute(name, String(value));
    }
    row.textContent = text;
    copy.append(row);
  });
  return new XMLSerializer().serializeToString(copy);
}

/** The picture as PNG, twice as fine as the screen. */
async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  const context = canvas.getContext('2d')!;
  context.scale(2, 2);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large for a PNG.'))),
      'image/png',
    ),
  );
}
