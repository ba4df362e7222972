/**
 * What people reported of comparable programs, each as small as it can be: what they gave, and what must come of it.
 *
 * A value arrives, or the file is refused at the place of it, or what is left out is named; nothing goes in silence.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { printProblem } from '../../src/base/problem-list.ts';
import type { Import } from '../../src/graph/import-graph.ts';
import { type ClubGraph, clubGraph, clubs, importTexts } from './clubs.ts';

let graph: ClubGraph;
beforeAll(async () => {
  graph = await clubGraph(clubs);
});

/** A mapping of every node to a person and of every edge to an acquaintance, and what more they say. */
const mapping = (node = '', edge = '', name = '{label}'): string => `source: source:minutes
nodes:
  - { id: 'person:{id|slug}', type: Person, name: '${name}'${node} }
edges:
  - { from: '{source}', edge: knows, to: '{target}'${edge} }
`;

/** What came of it, in a line a thing. */
function told({ nodes, edges, ignored, problems }: Import<unknown>): string[] {
  const inWords = ({ sources: _, ...properties }: Readonly<Record<string, unknown>>): string =>
    Object.entries(properties)
      .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
      .join('');
  const short = (id: string): string => id.replace('person:', '');
  return [
    ...nodes.added.map(({ id, properties }) => `${short(id)}${inWords(properties)}`),
    ...edges.added.map(({ from, to, properties }) => `${short(from)}-${short(to)}${inWords(properties)}`),
    ...ignored.map((it) => `left out: ${it}`),
    ...problems.map((it) => printProblem(it).replace(/^.*?[/\\](?=\d\.)/, '')),
  ];
}

interface Report {
  readonly ending: string;
  readonly texts: readonly string[];
  readonly map?: string;
  readonly comes: readonly unknown[];
}

const gexf = (inside: string, head = 'version="1.3"'): string =>
  `<gexf ${head}><graph defaultedgetype="undirected">${inside}</graph></gexf>`;
const declared = (of: string, ...attributes: readonly string[]): string =>
  `<attributes class="${of}">${attributes.join('')}</attributes>`;
const graphml = (keys: string, inside: string): string =>
  `<graphml>${keys}<graph edgedefault="undirected">${inside}</graph></graphml>`;
const label = '<key id="l" for="node" attr.name="label" attr.type="string"/>';
const two = '<nodes><node id="a" label="A"/><node id="b" label="B"/></nodes>';
const json = (value: unknown): string => JSON.stringify(value);

const reports: Readonly<Record<string, Report>> = {
  'GEXF: attributes that are declared behind the nodes (gephi 931)': {
    ending: 'gexf',
    texts: [
      gexf(
        `<nodes><node id="a" label="A"><attvalues><attvalue for="0" value="5"/></attvalues></node><node id="b" label="B"/></nodes>
        ${declared('node', '<attribute id="0" title="size" type="integer"><default>1</default></attribute>')}`,
      ),
    ],
    map: mapping(", size: '{size}'"),
    comes: ['a name="A" size=5', 'b name="B" size=1'],
  },
  'GEXF: values that nothing declares (graphology 482)': {
    ending: 'gexf',
    texts: [
      gexf('<nodes><node id="a" label="A"><attvalues><attvalue for="size" value="1"/></attvalues></node></nodes>'),
    ],
    map: mapping(", size: '{size}'"),
    comes: ['a name="A" size=1'],
  },
  'GEXF: attributes of the graph itself (graphpass 68)': {
    ending: 'gexf',
    texts: [
      gexf(
        `${declared('graph', '<attribute id="0" title="made" type="string"/>')}<attvalues><attvalue for="0" value="2024"/></attvalues>${two}`,
      ),
    ],
    comes: ['a name="A"', 'b name="B"', 'left out: made (of the graph)'],
  },
  'GEXF: attributes that differ in case (networkx 947)': {
    ending: 'gexf',
    texts: [
      gexf(
        `${declared('node', '<attribute id="0" title="color" type="string"/>', '<attribute id="2" title="Color" type="string"/>')}
        <nodes><node id="a" label="A"><attvalues><attvalue for="0" value="red"/><attvalue for="2" value="blue"/></attvalues></node></nodes>`,
      ),
    ],
    map: mapping(", aliases: ['{color}', '{Color}']"),
    comes: ['a name="A" aliases=["red","blue"]'],
  },
  'GEXF: two attributes of one title (gephi 818)': {
    ending: 'gexf',
    texts: [
      gexf(
        `${declared('node', '<attribute id="0" title="post" type="string"/>', '<attribute id="2" title="post" type="string"/>')}
        <nodes><node id="a" label="A"><attvalues><attvalue for="0" value="x"/><attvalue for="2" value="y"/></attvalues></node></nodes>`,
      ),
    ],
    map: mapping(", aliases: '{post|split:;}'"),
    comes: ['a name="A" aliases=["x","y"]', expect.stringMatching(/several-values .*"post"/)],
  },
  'GEXF: one value twice for one time (gephi 964)': {
    ending: 'gexf',
    texts: [
      gexf(
        `${declared('node', '<attribute id="0" title="post" type="string"/>')}<nodes><node id="a" label="A"><attvalues>
        <attvalue for="0" value="x" start="2009"/><attvalue for="0" value="x" start="2009"/></attvalues></node></nodes>`,
      ),
    ],
    map: mapping(", aliases: '{post|split:;}'"),
    comes: ['a name="A" aliases=["x","x"]', expect.stringMatching(/several-values .*"post"/)],
  },
  'GEXF: truths as Python writes them (networkx 716)': {
    ending: 'gexf',
    texts: [
      gexf(
        `${declared('node', '<attribute id="0" title="on" type="boolean"/>')}<nodes><node id="a" label="A"><attvalues><attvalue for="0" value="True"/></attvalues></node></nodes>`,
      ),
    ],
    map: mapping(", active: '{on}'"),
    comes: ['a name="A" active=true'],
  },
  'GEXF: of the namespace that has no "draft" (networkx 8040)': {
    ending: 'gexf',
    texts: [gexf(two, 'xmlns="http://gexf.net/1.3" version="1.3"')],
    comes: ['a name="A"', 'b name="B"'],
  },
  'GraphML: keys behind the graph': {
    ending: 'graphml',
    texts: [
      `<graphml><graph edgedefault="directed"><node id="a"><data key="l">A</data></node><node id="b"/></graph>${label.replace('/>', '><default>?</default></key>')}</graphml>`,
    ],
    comes: ['a name="A"', 'b name="?"'],
  },
  'GraphML: attributes of edges (gephi 298)': {
    ending: 'graphml',
    texts: [
      graphml(
        '<key id="k" for="edge" attr.name="since" attr.type="string"/>',
        '<node id="a"/><node id="b"/><edge source="a" target="b"><data key="k">2001</data></edge>',
      ),
    ],
    map: mapping('', ", when: '{since}'", '{id}'),
    comes: ['a name="a"', 'b name="b"', 'a-b when="2001"'],
  },
  'GraphML: a key without a type (networkx 784)': {
    ending: 'graphml',
    texts: [graphml('<key id="d4" attr.name="label" for="node"/>', '<node id="a"><data key="d4">A</data></node>')],
    comes: ['a name="A"'],
  },
  'GraphML: several defaults (networkx 670)': {
    ending: 'graphml',
    texts: [
      graphml(
        '<key id="l" attr.name="label" for="node"><default>X</default></key><key id="s" attr.name="size" for="node"><default>7</default></key>',
        '<node id="a"/><node id="b"><data key="l">B</data></node>',
      ),
    ],
    map: mapping(", size: '{size}'"),
    comes: ['a name="X" size=7', 'b name="B" size=7'],
  },
  'GraphML: data of a key that is not there (networkx 3167)': {
    ending: 'graphml',
    texts: [graphml(label, '<node id="a"><data key="l">A</data><data key="d10">5.0</data></node>')],
    map: mapping(", size: '{d10}'"),
    comes: ['a name="A" size=5'],
  },
  'GraphML: edges that share an id, which nobody asked for (networkx 468)': {
    ending: 'graphml',
    texts: [
      graphml(
        '',
        '<node id="1"/><node id="2"/><edge id="0" source="1" target="2"/><edge id="0" source="1" target="1"/>',
      ),
    ],
    map: mapping('', '', '{id}'),
    comes: ['1 name="1"', '2 name="2"', '1-2', '1-1'],
  },
  'GraphML: edges that share an id, where it is to be kept': {
    ending: 'graphml',
    texts: [
      graphml(
        '',
        '<node id="1"/><node id="2"/><edge id="0" source="1" target="2"/><edge id="0" source="1" target="1"/>',
      ),
    ],
    map: mapping('', ", id: 'edge:{id}'", '{id}'),
    comes: [
      '1 name="1"',
      '2 name="2"',
      '1-2',
      expect.stringMatching(/duplicate-id {2}The edge id "edge:0" is already used/),
    ],
  },
  'CSV: all edges have one id (gephi 1772)': {
    ending: 'csv',
    texts: ['id,label\n1,A\n2,B\n', 'source,target,id\n1,2,5\n2,2,5\n'],
    comes: ['1 name="A"', '2 name="B"', '1-2', '2-2'],
  },
  'CSV: lines that end as on old Macs': {
    ending: 'csv',
    texts: ['id,label\r1,A\r2,B\r'],
    comes: ['1 name="A"', '2 name="B"'],
  },
  'CSV: a note to Excel in the first line': {
    ending: 'csv',
    texts: ['sep=;\r\nid;label\r\n1;A,B\r\n'],
    comes: ['1 name="A,B"'],
  },
  'CSV: rows in which nothing stands, as spreadsheets write them (openrefine 491)': {
    ending: 'csv',
    texts: ['id,label,\n1,A,\n,,\n2,B,\n , ,\n'],
    comes: ['1 name="A"', '2 name="B"'],
  },
  'CSV: quotes behind a blank (papaparse 99)': {
    ending: 'csv',
    texts: ['"id", "label"\n"1", "A, B"\n'],
    comes: [expect.stringMatching(/^0\.csv:1:7 {2}broken-file .*a quote stands inside a cell/)],
  },
  'CSV: headers in quotes that have commas (papaparse 1113)': {
    ending: 'csv',
    texts: ['id,"B, D","B, C"\n1,x,y\n'],
    map: mapping(", aliases: ['{B, D}', '{B, C}']", '', '{id}'),
    comes: ['1 name="1" aliases=["x","y"]'],
  },
  'CSV: a header of several lines with commas, parted by semicolons (papaparse 1077)': {
    ending: 'csv',
    texts: ['id;"label\n(in, full, here)";note\n1;A;x\n'],
    map: mapping(", label: '{note}'", '', '{id}'),
    comes: ['1 name="1" label="x"'],
  },
  'CSV: a quote within a cell of tabs (papaparse 699)': {
    ending: 'csv',
    texts: ['id\tlabel\tnote\n1\ta2"\ta3\n2\tb2"\tb3\n'],
    comes: [expect.stringMatching(/^0\.csv:2:5 {2}broken-file .*write this one twice/)],
  },
  'CSV: a line that ends in quotes before one that begins empty (papaparse 514)': {
    ending: 'csv',
    texts: ['note,id,label\n,1,"h"\n,"2","k"\n'],
    comes: ['1 name="h"', '2 name="k"'],
  },
  'CSV: three quotes, and no end of the last line (ya-csv 2)': {
    ending: 'csv',
    texts: ['id,label\n"one","""two"", and half"'],
    comes: ['one name="\\"two\\", and half"'],
  },
  'CSV: a mark at the beginning, then quotes (csv-parse 300, openrefine 1241)': {
    ending: 'csv',
    texts: ['\ufeff"id";"label"\n1;A\n'],
    comes: ['1 name="A"'],
  },
  'CSV: an id of nothing in quotes (neo4j 5357)': {
    ending: 'csv',
    texts: ['mail:ID,label\nx,A\n"",B\n'],
    comes: [expect.stringMatching(/^0\.csv:3:1 {2}broken-file .*nothing in the column ":id"/)],
  },
  'CSV: quotes behind backslashes (neo4j 12242)': {
    ending: 'csv',
    texts: ['id,label\n1,"say \\"hi\\" now"\n'],
    comes: [expect.stringMatching(/^0\.csv:2:10 {2}broken-file .*Write a quote inside a cell twice/)],
  },
  'CSV: a row that is too long (csv-parse 406)': {
    ending: 'csv',
    texts: ['id,label\n1,A,B\n'],
    comes: [expect.stringMatching(/^0\.csv:2:3 {2}broken-file .*3 cells, and there are 2 columns/)],
  },
  'CSV: a row that is too short (csv-parse 274)': {
    ending: 'csv',
    texts: ['id,label,note\n1,A,x\n2,B\n'],
    comes: [expect.stringMatching(/^0\.csv:3:3 {2}broken-file .*2 cells, and there are 3 columns/)],
  },
  'CSV: cells parted by blanks (gephi 498)': {
    ending: 'csv',
    texts: ['Id Class\n1 0\n', 'Source Target\n1 1\n'],
    comes: [expect.stringMatching(/^0\.csv:1:1 {2}broken-file .*there are Id Class/)],
  },
  'CSV: edges without a header (gephi 796)': {
    ending: 'csv',
    texts: ['ana,bo,3\nbo,cy,1\n'],
    comes: [expect.stringMatching(/^0\.csv:1:1 {2}broken-file .*there are ana, bo, 3/)],
  },
  'CSV: values with their times in one cell (gephi 3084)': {
    ending: 'csv',
    texts: ['id,label\n0,A\n', 'Source,Target,Type,Weight\n0,0,Directed,"<[2001.2, 1.0]; [2001.5, 9.0]>"\n'],
    map: mapping('', ", note: '{Weight}'"),
    comes: ['0 name="A"', '0-0 note="<[2001.2, 1.0]; [2001.5, 9.0]>"'],
  },
  'JSON: ids that are numbers here and texts there (RCy3 2)': {
    ending: 'json',
    texts: [
      json({
        nodes: [
          { id: 1, label: 'A' },
          { id: '2', label: 'B' },
        ],
        links: [{ source: '1', target: 2 }],
      }),
    ],
    comes: ['1 name="A"', '2 name="B"', '1-2'],
  },
  'JSON: a key twice in one object': {
    ending: 'json',
    texts: ['{"nodes":[{"id":"a","label":"A","label":"B"}],"links":[]}'],
    comes: [expect.stringMatching(/broken-file .*the key "label" stands twice in one object/)],
  },
};

describe('a report of another program', () => {
  test.each(Object.entries(reports))('%s', (_, { ending, texts, map = mapping(), comes }) => {
    expect(told(importTexts(graph, ending, texts, { mapping: map }))).toEqual(comes);
  });
});
