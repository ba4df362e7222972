/**
 * What a visitor takes away: the picture as SVG or PNG with a caption, the rows as CSV with the addresses of their sources.
 */
import { nameOf } from '../ask.ts';
import { whenOf } from '../parts/edge-table.tsx';
import { signOf } from '../parts/sign.ts';
import { type Edge, sourceText } from '../statements.ts';
import { words } from '../words.ts';

/** The rows of a table, as RFC 4180 has it; a leading BOM tells spreadsheets that it is UTF-8. */
export function csvOf(edges: readonly Edge[]): string {
  const head = [
    'from',
    'relation',
    'to',
    'role',
    'when',
    'occasion',
    'standing',
    'source',
    'publisher',
    'address',
    'place',
    'quotation',
  ];
  const rows = edges.flatMap((edge) => {
    const told = [
      nameOf(edge.from),
      edge.type,
      nameOf(edge.to),
      edge.role,
      whenOf(edge),
      edge.at && nameOf(edge.at),
      words.signs[signOf(edge)],
    ];
    const sources = edge.sources.map((it) => [
      sourceText(it, 'title') ?? (it.node ? nameOf(it.node) : it.id),
      sourceText(it, 'publisher'),
      sourceText(it, 'url'),
      it.locator,
      it.quotation,
    ]);
    return (sources.length === 0 ? [[edge.rule, '', '', '', '']] : sources).map((source) => [...told, ...source]);
  });
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell; what a spreadsheet would take for a formula is made text by an apostrophe. */
function cell(value: string | null | undefined): string {
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The picture as a file of its own: its colours, and a caption below it. */
export function svgOf(picture: SVGSVGElement, caption: readonly string[]): string {
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
export async function pngOf(svg: string): Promise<Blob> {
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

export function download(name: string, content: Blob | string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
