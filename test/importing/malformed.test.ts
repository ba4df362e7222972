/**
 * Files that are broken: the place, the reason, and nothing taken in.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { importGraph } from '../../src/graph/import-graph.ts';
import { type ClubGraph, clubGraph, clubs, fileOf, gexf, graphml, refusalsOf, textsOf } from './clubs.ts';

let graph: ClubGraph;
beforeAll(async () => {
  graph = await clubGraph(clubs);
});

const refusals = (ending: string, texts: readonly string[]): string[] => refusalsOf(graph, ending, texts);

describe('a file that is not what it should be', () => {
  test.each([
    [
      'gexf',
      gexf('<nodes><node id="a"></nodes>'),
      '0.gexf:3:28  broken-file  This is not GEXF that can be read: unexpected close tag',
    ],
    [
      'gexf',
      gexf('<nodes>\n  <node label="x"/></nodes>'),
      '0.gexf:4:3  broken-file  This is not GEXF that can be read: this <node> has no "id".',
    ],
    [
      'gexf',
      gexf('<edges><edge source="a"/></edges>'),
      '0.gexf:3:8  broken-file  This is not GEXF that can be read: this <edge> has no "target".',
    ],
    ['gexf', gexf('<nodes>&nbsp;</nodes>'), '0.gexf:3:'],
    [
      'gexf',
      gexf('<nodes>\u0007</nodes>'),
      '0.gexf:3:8  broken-file  This is not GEXF that can be read: disallowed character',
    ],
    ['gexf', '<gexf', '0.gexf:1:'],
    ['gexf', 'no markup', '0.gexf:1:'],
    ['gexf', '', '0.gexf:1:1  broken-file  This is not GEXF that can be read: document must contain a root element.'],
    [
      'gexf',
      '<?xml version="1.0"?>\n<html/>',
      '0.gexf:2:1  broken-file  This is not GEXF that can be read: it is <html>, and not <gexf>.',
    ],
    [
      'graphml',
      gexf(''),
      '0.graphml:1:1  broken-file  This is not GraphML that can be read: it is <gexf>, and not <graphml>.',
    ],
    [
      'cyjs',
      '',
      '0.cyjs:1:1  broken-file  This is not Cytoscape.js JSON that can be read: Unexpected end of JSON input.',
    ],
    [
      'cyjs',
      '{"elements": {"nodes": [\n{"data": {"id": "a"}},\n{"data": nope}]}}',
      "0.cyjs:3:11  broken-file  This is not Cytoscape.js JSON that can be read: Unexpected token 'o'.",
    ],
    [
      'cyjs',
      '{"elements":\n [}',
      "0.cyjs:2:3  broken-file  This is not Cytoscape.js JSON that can be read: Unexpected token '}'.",
    ],
    [
      'graphml',
      graphml('<node id="a"/><edge source="a"/>'),
      '0.graphml:3:15  broken-file  This is not GraphML that can be read: this <edge> has no "target".',
    ],
    [
      'graphml',
      graphml('<hyperedge/>'),
      '0.graphml:3:1  broken-file  This is not GraphML that can be read: an edge between more than two nodes',
    ],
    [
      'cyjs',
      '{"elements": {"nodes": [\n{"data": {"id": "a"}},\n{"data" {}}]}}',
      '0.cyjs:3:9  broken-file  This is not Cytoscape.js JSON that can be read: ',
    ],
    [
      'cyjs',
      '{"nodes": []}',
      '0.cyjs:1:1  broken-file  This is not Cytoscape.js JSON that can be read: it has no "elements".',
    ],
    [
      'cyjs',
      '{"elements": {"nodes": [\n{"data": {"id": "a"}},\n{"data": {}}]}}',
      '0.cyjs:3:1  broken-file  This is not Cytoscape.js JSON that can be read: this element has no "id".',
    ],
    [
      'cyjs',
      '{"elements": {"nodes": [1]}}',
      '0.cyjs:1:25  broken-file  This is not Cytoscape.js JSON that can be read: this item of "elements.nodes" is no object.',
    ],
    [
      'json',
      '{"nodes": [{"id": "a"}], "links": [\n{"source": "a"}]}',
      '0.json:2:1  broken-file  This is not Node-link JSON that can be read: this item has no "target".',
    ],
    [
      'json',
      '{"nodes": [{"key": "a"},\n {}], "edges": []}',
      '0.json:2:2  broken-file  This is not Graphology JSON that can be read: this item has no "key".',
    ],
  ])('%s: %j', (ending, text, said) => {
    expect(refusals(ending, [text]).map((it) => it.slice(0, said.length))).toEqual([said]);
  });

  test.each([
    [
      ['id,type\na', 'from,to,type\n'],
      '0.csv:2:1  broken-file  This is not a table that can be read: this row has 1 cells, and there are 2 columns.',
    ],
    [
      ['id,type\n"a,b', 'from,to,type\n'],
      '0.csv:2:1  broken-file  This is not a table that can be read: this quote is never closed.',
    ],
    [['', 'from,to,type\n'], '0.csv:1:1  broken-file  This is not a table that can be read: it is empty.'],
    [
      ['id,type\nperson:ada,Person', 'from,to,type\nperson:ada,,knows\n'],
      '1.csv:2:1  broken-file  This is not a table that can be read: this row has nothing in the column "to".',
    ],
  ])('tables: %j', (texts, said) => {
    expect(refusals('csv', texts)).toEqual([said]);
  });

  test('JSON: a token out of place is found in a long file, where much looks alike', () => {
    const nodes = Array.from({ length: 3000 }, (_, i) => `\n{"data": {"id": "${i % 10}", "note": "nope,, ]]"}}`);
    nodes[2000] = '\n{"data": {"id": "1",, "note": "nope,, ]]"}}';
    expect(refusals('cyjs', [`{"elements": {"nodes": [${nodes.join(',')}]}}`])).toEqual([
      expect.stringMatching(/^0\.cyjs:2002:21 {2}broken-file {2}.*: Expected double-quoted property name\.$/),
    ]);
    nodes[2000] = '\n{"data": {"id": "1", "note": [,]}}';
    expect(refusals('cyjs', [`{"elements": {"nodes": [${nodes.join(',')}]}}`])).toEqual([
      expect.stringMatching(/^0\.cyjs:2002:31 {2}broken-file {2}.*: Unexpected token ','\.$/),
    ]);
  });

  test('JSON Lines: wherever a file is cut, that is seen', () => {
    const [text = ''] = textsOf(graph, 'jsonl');
    const lineEnds = [...text.matchAll(/\n/g)].flatMap(({ index }) => [index - 1, index, index + 1]);
    const others = Array.from({ length: Math.ceil(text.length / 47) }, (_, i) => 47 * i);
    for (const length of [...lineEnds, ...others].filter((it) => it < text.length - 1)) {
      expect(refusals('jsonl', [text.slice(0, length)])).toEqual([
        expect.stringMatching(/^0\.jsonl:\d+:\d+ {2}broken-file/),
      ]);
    }
  });

  test.each([
    [
      '{"record":"node"}',
      '0.jsonl:1:1  broken-file  This is not JSON Lines that can be read: it does not begin with a "graph" record.',
    ],
    [
      '{"record":"graph","form":99}',
      '0.jsonl:1:1  broken-file  This is not JSON Lines that can be read: it is of form 99, and 1 is known.',
    ],
    [
      '{"record":"graph","form":1}\n{"record":"nod"}',
      '0.jsonl:2:1  broken-file  This is not JSON Lines that can be read: there is no record "nod".',
    ],
    [
      '{"record":"graph","form":1}\n{"record":"end","nodes":1,"claims":0,"edges":0}',
      '0.jsonl:2:1  broken-file  This is not JSON Lines that can be read: it has 0 nodes, and should have 1.',
    ],
  ])('JSON Lines: %j', (text, said) => {
    expect(refusals('jsonl', [text])).toEqual([said]);
  });
});

describe('a format that cannot be told', () => {
  test('is asked for', () => {
    expect(() => importGraph(graph, fileOf('x.txt', 'hello'))).toThrow(
      /neither its name nor its beginning tells\. Say it: one of jsonl, ftm, gexf/,
    );
  });

  test('is told by the beginning of the text, where the ending says nothing', () => {
    for (const format of ['jsonl', 'gexf', 'graphml', 'cytoscape', 'graphology', 'node-link']) {
      const [text = ''] = textsOf(graph, format);
      const { nodes, problems } = importGraph(graph, fileOf(`${format}.txt`, text));
      expect([format, nodes.unchanged, problems]).toEqual([format, graph.nodeCount, []]);
    }
  });

  test('and a number of files that does not fit, are mistakes of the caller', () => {
    const path = fileOf('x.gexf', gexf(''));
    expect(() => importGraph(graph, path, { format: 'gefx' })).toThrow(
      /No format "gefx" is read\. Choose one of .*Did you mean "gexf"\?/,
    );
    expect(() => importGraph(graph, [path, path])).toThrow(/GEXF is read from one file; 2 were given/);
    const table = fileOf('x.csv', 'id\n');
    expect(() => importGraph(graph, [table, table, table])).toThrow(
      /CSV is read from two files, of nodes and of edges, or from one of them; 3 were given/,
    );
  });
});
