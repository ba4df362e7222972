import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { TextSanitiser } from '../../src/formats/escapes.ts';
import type { WriteOptions } from '../../src/formats/format.ts';
import { makeCurves, makeDots, pointOn } from '../../src/formats/picture/geometry.ts';
import { placeLabels, textWidth, wrapText } from '../../src/formats/picture/labels.ts';
import { makePicture } from '../../src/formats/picture/picture.ts';
import { png, svg } from '../../src/formats/picture/svg.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { around } from '../../src/views/neighbourhoods.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { seedGraph } from '../kit/seed-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a picture, by a strict parser; it throws where the text is not well-formed. */
function elementsOf(text: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    for (const element of open) element.text += piece;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return elements;
}

const draw = (view: GraphView, options: WriteOptions = {}): string => [...svg.write(view, options)].join('');
const drawn = (view: GraphView): Element[] => elementsOf(draw(view));
const edgesOf = (elements: readonly Element[]): Element[] =>
  elements.filter((it) => it.name === 'path' && it.text.includes(' — '));

const unruly = {
  a: { name: 'Қазақстан <b>&"\u0007' },
  b: { name: 'جمهورية العراق' },
  c: { name: '国际红十字与红新月运动 🕊️' },
  d: { name: 'lone \ud800 surrogate ]]> \ufffe' },
};

describe('a picture as SVG', () => {
  test.each(seeds(10))('is well-formed and the same on every run, seed %i', (seed) => {
    const [first, second] = [randomGraph(seed), randomGraph(seed)].map((view) => draw(view));
    expect(second).toBe(first);
    elementsOf(first ?? '');
  });

  test('shows every node with its name, and every edge with what it says', () => {
    const view = tinyGraph('kate:Official -heads[2023..]{site}-> ifrc:Organisation', { kate: { name: 'Kate Forbes' } });
    const elements = drawn(view);
    expect(elements.filter((it) => it.name === 'text').map((it) => it.text)).toContain('Kate Forbes');
    expect(edgesOf(elements).map((it) => it.text)).toEqual([
      'Kate Forbes — heads → ifrc; 2023..; site; kate-heads-ifrc',
    ]);
  });

  test('holds whatever a name may hold, and counts what it cannot', () => {
    const view = tinyGraph('a -knows-> b; b -knows-> c; c -knows-> d', unruly);
    const sanitiser = new TextSanitiser();
    const texts = elementsOf(draw(view, { sanitiser })).filter((it) => it.name === 'text' && it.text !== 'knows');
    const written = texts.map((it) => it.text).join('\n');
    expect(written).toContain('Қазақстан <b>&"\ufffd');
    expect(written).toContain('جمهورية العراق');
    expect(written).toContain('🕊');
    expect(sanitiser.replaced).toBeGreaterThanOrEqual(3);
  });

  test('tells what is inferred and what is only reported by the line, and says so below', () => {
    const view = around(seedGraph(), ['conference:34ic', 'initiative:global-ihl'], 1);
    const elements = drawn(view);
    const { edges } = view.graph;
    for (const path of edgesOf(elements)) {
      const edge = edges.numberOf(path.text.split('; ').at(-1) ?? '') ?? -1;
      const dashes = path.attributes['stroke-dasharray'];
      const expected = edges.isInferred(edge)
        ? '6 4'
        : edges.property(edge, 'modality') === 'FACT'
          ? undefined
          : '1.5 3.5';
      expect([path.text, dashes]).toEqual([path.text, expected]);
    }
    const words = elements.filter((it) => it.name === 'text').map((it) => it.text);
    expect(words).toContain('inferred by a rule');
    expect(words).toContain('reported speech, planned or denied');
    expect(words.some((it) => /^co-launched \d+$/.test(it))).toBe(true);
  });

  test('draws an arrow where an edge has a direction, and none where it has none', () => {
    const paths = edgesOf(drawn(tinyGraph('a -knows-> b; b -met-with- c')));
    expect(paths.map((it) => it.attributes['marker-end'] !== undefined)).toEqual([true, false]);
  });

  test('keeps parallel edges, there and back, off each other, and an edge to itself above its node', () => {
    const view = tinyGraph('a -knows-> b; a -likes-> b; b -knows-> a; a -knows-> a; a -likes-> a');
    const dots = makeDots(view, { x: Float64Array.of(0, 200), y: Float64Array.of(0, 0) });
    const curves = makeCurves(view, dots, true);
    const middles = curves.map((it) => pointOn(it, 0.5));
    for (const [i, a] of middles.entries()) {
      for (const b of middles.slice(0, i)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(8);
    }
    for (const [i, { from, to }] of curves.entries())
      if (from === to) expect(middles[i]?.y).toBeLessThan(-from.style.size);
  });

  test('bends a lone edge around a node that it has nothing to do with', () => {
    const view = tinyGraph('a -knows-> c; b');
    const dots = makeDots(view, { x: Float64Array.of(0, 100, 200), y: Float64Array.of(0, 0, 0) });
    const [curve] = makeCurves(view, dots, true);
    expect(Math.abs(pointOn(curve!, 0.5).y)).toBeGreaterThan(10);
  });

  test('grows until no name of a small picture lies on another, or on a node', () => {
    const { dots, curves } = makePicture(around(seedGraph(), ['conference:34ic'], 1));
    expect(placeLabels(dots, curves, true).crowded).toBe(0);
  });

  test('names the best connected nodes of a large picture, and leaves out names without room', () => {
    const spokes = Array.from({ length: 400 }, (_, i) => `s${i} -joins-> hub`).join('; ');
    const names = Array.from({ length: 400 }, (_, i) => [`s${i}`, { name: `The long name of number ${i}` }] as const);
    const { labels } = makePicture(tinyGraph(spokes, Object.fromEntries(names)));
    expect(labels.map((it) => it.dot.name)).toContain('hub');
    expect(labels.length).toBeLessThan(401);
  });

  test('lies where it is told to', () => {
    const positions = { x: Float64Array.of(0, 300), y: Float64Array.of(0, 0) };
    const circles = elementsOf(draw(tinyGraph('a -knows-> b'), { positions })).filter((it) => it.name === 'circle');
    const [a, b] = circles.map((it) => Number(it.attributes.cx));
    expect((b ?? 0) - (a ?? 0)).toBeGreaterThanOrEqual(300);
  });

  test('has a dark ground when asked, and is a picture even of nothing', () => {
    expect(draw(tinyGraph('a -knows-> b'), { theme: 'dark' })).toContain('fill="#0d1117"');
    expect(elementsOf(draw(tinyGraph('')))[0]?.name).toBe('svg');
  });
});

describe('words of a picture', () => {
  test('are told apart by how wide they are', () => {
    expect(textWidth('illicit', 12)).toBeLessThan(textWidth('WOMMONS', 12) / 2);
    expect(textWidth('国际', 10)).toBeGreaterThan(20);
  });

  test('are wrapped at spaces, and what is too long ends in …', () => {
    expect(wrapText('Permanent Representative of Kazakhstan', 12, 130, 3)).toEqual([
      'Permanent',
      'Representative of',
      'Kazakhstan',
    ]);
    const cut = wrapText(Array.from({ length: 40 }, (_, i) => `word${i}`).join(' '), 12, 130, 3);
    expect(cut).toHaveLength(3);
    expect(cut[2]).toMatch(/…$/);
    expect(wrapText('', 12, 130, 3)).toEqual([]);
  });
});

describe('a picture as PNG', () => {
  test('is a PNG, twice as large as the SVG', async () => {
    const view = tinyGraph('a -knows-> b');
    const bytes = Buffer.from(await png.draw(view, {}));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    const width = Number(/ width="([\d.]+)"/.exec(draw(view))?.[1]);
    expect(Math.abs(bytes.readUInt32BE(16) - 2 * width)).toBeLessThan(2);
  });
});
