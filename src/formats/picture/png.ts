/**
 * PNG: the picture of the SVG in points, for documents that take nothing else.
 *
 * It is drawn by resvg, which is a program of its own for every platform and therefore optional. Letters are drawn with
 * the fonts of the machine: the bytes are the same on one machine, and the picture is alike on all.
 */
import type { GraphView } from '../../views/graph-view.ts';
import type { PictureFormat, WriteOptions } from '../format.ts';
import { pngNeedsResvg } from '../problems.ts';
import { svg } from './svg.ts';

export const png: PictureFormat = {
  name: 'png',
  title: 'PNG',
  ending: 'png',
  mediaType: 'image/png',
  options: svg.options,
  draw: drawPng,
};

/** Twice as fine as the SVG, so that small letters stay sharp; large pictures are made smaller. */
const FINENESS = 2;
const LONGEST_SIDE = 8000;

async function drawPng(view: GraphView, options: WriteOptions): Promise<Uint8Array> {
  const resvg = await import('@resvg/resvg-js').catch(() => {
    throw pngNeedsResvg();
  });
  const text = [...svg.write(view, options)].join('');
  const { width, height } = new resvg.Resvg(text, { font: { loadSystemFonts: false } });
  const value = Math.min(FINENESS, LONGEST_SIDE / Math.max(width, height));
  // In a thread of its own: a server answers others meanwhile.
  const image = await resvg.renderAsync(text, { fitTo: { mode: 'zoom', value }, font: { defaultFontFamily: 'Arial' } });
  return image.asPng();
}
