/**
 * The door of the formats: what it takes, what it refuses, and that nothing is made before it is asked for.
 */
import { describe, expect, test, vi } from 'vitest';
import { BitSet } from '../../src/base/bit-set.ts';
import { readXmlToken, TextSanitiser, xmlToken } from '../../src/formats/escapes.ts';
import { drawGraph, findFormat, formats, getFormat, isText, writeGraph } from '../../src/formats/write-graph.ts';
import { selectView } from '../../src/views/select-view.ts';
import { randomGraph } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';
import { oddTexts, tortureGraph, unfitTexts } from './torture-graph.ts';

const textOf = (...words: Parameters<typeof writeGraph>): string => [...writeGraph(...words)].join('');
const texts = formats.filter(isText);

test('a format is known by its name, and by an ending that only it has', () => {
  expect(getFormat('gexf').name).toBe('gexf');
  expect(getFormat('GEXF').name).toBe('gexf');
  expect(getFormat('cyjs').name).toBe('cytoscape');
  expect(getFormat('csv').title).toBe('CSV for spreadsheets');
  expect(findFormat('json')).toBeUndefined();
});

test('names are told apart, and each file has an ending and a media type', () => {
  expect(new Set(formats.map((it) => it.name)).size).toBe(formats.length);
  for (const { ending, mediaType } of formats) {
    expect(ending).toMatch(/^[a-z0-9]+$/);
    expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(; [a-z]+=[a-zA-Z0-9-]+)*$/);
  }
});

test.each([
  ['a format that is none', () => writeGraph(tortureGraph, 'graphmll'), 'Did you mean "graphml"?'],
  ['a part that is none', () => writeGraph(tortureGraph, 'csv', { part: 'rows' }), 'Choose one of nodes, edges.'],
  ['a part of a single file', () => writeGraph(tortureGraph, 'dot', { part: 'nodes' }), 'leave the part out'],
  ['an option of another format', () => writeGraph(tortureGraph, 'dot', { static: true }), 'DOT has no such option'],
  [
    'a value that is none',
    () => writeGraph(tortureGraph, 'gexf', { gexfVersion: '2' as '1.2' }),
    'not one of 1.3, 1.2',
  ],
  ['a picture of points', () => writeGraph(tortureGraph, 'png'), 'Draw it with drawGraph'],
])('%s is refused at once, with the remedy', (_, write, remedy) => {
  expect(write).toThrow(remedy);
});

test('text is not drawn', async () => {
  await expect(drawGraph(tortureGraph, 'gexf')).rejects.toThrow('Write it with writeGraph');
});

describe.each(texts.map((it) => [it.name, it] as const))('%s', (name, format) => {
  test('of an empty graph is written too', () => {
    const nothing = selectView(tinyGraph('a'), { types: [] });
    expect(nothing.nodeCount).toBe(0);
    expect(textOf(nothing, format)).not.toBe('');
  });

  test('is the same bytes each time', () => {
    expect(textOf(tortureGraph, format)).toBe(textOf(tortureGraph, format));
  });

  test('holds no half of a surrogate pair, which no file could', () => {
    for (const part of format.parts ?? [undefined]) {
      const text = textOf(tortureGraph, format, part === undefined ? {} : { part });
      expect(Buffer.from(text).toString()).toBe(text);
    }
  });

  test('counts the characters that it replaced, and replaces none where there are none', () => {
    const sanitiser = new TextSanitiser();
    textOf(tinyGraph('a -knows-> b'), format, { sanitiser });
    expect(sanitiser.replaced).toBe(0);
    const options = format.parts ? { part: 'edges', sanitiser } : { sanitiser };
    textOf(tortureGraph, format, options);
    const isJson = /json|ndjson|image/.test(format.mediaType) && name !== 'json-ld';
    if (!isJson) expect(sanitiser.replaced).toBeGreaterThan(0);
  });
});

test('pieces are made as they are asked for', () => {
  const view = selectView(randomGraph(3, { nodes: 500, edges: 20_000 }), { via: ['knows', 'joins', 'meets', 'near'] });
  const asked = vi.spyOn(BitSet.prototype, 'has');
  try {
    const pieces = writeGraph(view, 'gexf')[Symbol.iterator]();
    pieces.next();
    pieces.next();
    expect(asked.mock.calls.length).toBeLessThan(2000);
    pieces.return?.();
  } finally {
    asked.mockRestore();
  }
});

test('pieces are of about 64 Ki characters', () => {
  const pieces = [...writeGraph(randomGraph(3, { nodes: 500, edges: 5000 }), 'graphml')];
  expect(pieces.length).toBeGreaterThan(5);
  for (const piece of pieces.slice(0, -1)) {
    expect(piece.length).toBeGreaterThanOrEqual(65_536);
    expect(piece.length).toBeLessThan(2 * 70_000);
  }
});

describe('the sanitiser', () => {
  test.each(unfitTexts)('%j becomes %j', (text, clean) => {
    const sanitiser = new TextSanitiser();
    expect(sanitiser.clean(text)).toBe(clean);
    expect(sanitiser.replaced).toBe([...clean].filter((it) => it === '\uFFFD').length);
  });

  test.each(Object.values(oddTexts))('leaves %j alone', (text) => {
    const sanitiser = new TextSanitiser();
    expect(sanitiser.clean(text)).toBe(text);
    expect(sanitiser.replaced).toBe(0);
  });
});

describe('ids in GraphML', () => {
  test.each(['state:kaz', 'org:a/b (c)#d', 'a_x2F_b', '_x', '_x_x41_', 'Қазақстан', '🇰🇿', 'half \uD800', 'a.b-c_d'])(
    '%j is a name token, and itself again',
    (id) => {
      expect(xmlToken(id)).toMatch(/^[\w.\-:\u00C0-\uD7FF]+$/);
      expect(readXmlToken(xmlToken(id))).toBe(id);
    },
  );

  test('usual ids stay as they are', () => {
    expect(xmlToken('official:kate-forbes')).toBe('official:kate-forbes');
  });
});

test('CSV for spreadsheets runs no formula, and the others keep the text', () => {
  const world = tinyGraph('a', { a: { name: '=1+1', aliases: ['+x', '-1', '@y', 'z'] } });
  expect(textOf(world, 'csv')).toContain("a,Thing,'=1+1,'+x; -1; @y; z");
  expect(textOf(world, 'csv-gephi')).toContain('a,=1+1,Thing,=1+1');
  expect(textOf(world, 'csv-neo4j')).toContain('a,Thing,=1+1,+x;-1;@y;z');
});

test('GEXF lifetimes are the days on which an edge may hold; nothing stands for open and unknown ends', () => {
  const world = tinyGraph('a -knows[1990..1995]-> b; b -knows[2020..]-> c; c -knows-> a; a -knows[..1950]-> c');
  const lifetimes = textOf(world, 'gexf').match(/<edge id="[^"]*" source="[^"]*" target="[^"]*" [^>]*>/g);
  expect(lifetimes?.map((it) => it.replace(/^.*kind="knows"(.*)>$/, '$1').trim()).sort()).toEqual([
    '',
    'end="1950-12-31"',
    'start="1990-01-01" end="1995-12-31"',
    'start="2020-01-01"',
  ]);
  expect(textOf(world, 'gexf', { static: true })).not.toMatch(/<edge [^>]*\b(start|end)=/);
});

test('positions stand in every format that has a place for them', () => {
  const world = tinyGraph('a -knows-> b');
  const positions = { x: Float64Array.of(1.234, Number.NaN), y: Float64Array.of(-5, Number.NaN) };
  const told: Readonly<Record<string, string>> = {
    gexf: '<viz:position x="1.23" y="-5"/>',
    graphml: '<data key="n.x">1.23</data><data key="n.y">-5</data>',
    cytoscape: '"position":{"x":1.23,"y":5}',
    cx2: '"x":1.23,"y":-5',
    dot: 'pos="1.23,-5"',
    'node-link': '"x":1.23,"y":-5',
    graphology: '"x":1.23,"y":-5',
  };
  for (const { name, options } of formats) {
    if (!options.includes('positions') || name === 'svg' || name === 'png') continue;
    const text = textOf(world, name, { positions });
    expect(text, name).toContain(told[name]);
    expect(text, name).not.toContain('NaN');
  }
});

test('Cytoscape.js is told to keep to the positions, for by itself it draws a grid', () => {
  const world = tinyGraph('a -knows-> b');
  const positions = { x: Float64Array.of(1, 2), y: Float64Array.of(3, 4) };
  expect(JSON.parse(textOf(world, 'cytoscape', { positions })).layout).toEqual({ name: 'preset' });
  expect(JSON.parse(textOf(world, 'cytoscape'))).not.toHaveProperty('layout');
});

test('lists of GEXF have line breaks as they are, for Gephi takes an escaped one for an n', () => {
  const world = tinyGraph('a', { a: { aliases: ['one\ntwo', 'a "b" \\'] } });
  const list = String.raw`value="[&quot;one&#10;two&quot;, &quot;a \&quot;b\&quot; \\&quot;]"`;
  expect(textOf(world, 'gexf')).toContain(list);
});

describe('CSV for Gephi', () => {
  test('doubles backslashes, for Gephi unescapes them and gives up at one before a quote', () => {
    const world = tinyGraph('a', { a: { name: 'C:\\new', aliases: ['say "A"'] } });
    expect(textOf(world, 'csv-gephi')).toContain(String.raw`a,C:\\new,Thing,C:\\new,"[""say \\""A\\""""]"`);
  });

  test('gives numbers a point, for Gephi takes the type of a column from its first rows', () => {
    const world = tinyGraph('a -knows-> b');
    expect(textOf(world, 'csv-gephi', { part: 'edges' })).toMatch(/,FACT,1\.0,/);
  });
});
