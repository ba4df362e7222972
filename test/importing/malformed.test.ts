/**
 * Files that are broken, hostile or too large: the place, the reason, and nothing taken in.
 */
import { truncateSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { printProblem } from '../../src/base/print-problem.ts';
import { importGraph } from '../../src/graph/import-graph.ts';
import { type ClubGraph, clubGraph, clubs, fileOf, importTexts, textsOf } from './clubs.ts';

let graph: ClubGraph;
beforeAll(async () => {
  graph = await clubGraph(clubs);
});

/** The problems of files that cannot be read; nothing of them may be in the plan. */
function refusals(ending: string, texts: readonly string[]): string[] {
  const { nodes, edges, problems, commit } = importTexts(graph, ending, texts);
  expect([nodes.added, nodes.changed, edges.added, edges.changed]).toEqual([[], [], [], []]);
  expect(commit).toThrow(/graph-has-problems|has problems/);
  return problems.map((it) => printProblem(it).replace(/^.*[/\\](?=\d\.)/, ''));
}

const gexf = (inside: string): string => `<gexf version="1.3">\n<graph>\n${inside}\n</graph>\n</gexf>`;
const graphml = (inside: string): string =>
  `<graphml>\n<graph edgedefault="directed">\n${inside}\n</graph>\n</graphml>`;

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

  test('JSON Lines: wherever a file is cut, that is seen', () => {
    const [text = ''] = textsOf(graph, 'jsonl');
    for (let length = 0; length < text.length - 1; length += 7) {
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

describe('a hostile file', () => {
  const bomb = [
    '<!DOCTYPE gexf [',
    '<!ENTITY a "ha">',
    ...Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i} "&a;&a;&a;&a;&a;&a;&a;&a;">`),
    ']>',
  ];

  test.each([
    ['a bomb of entities', `${bomb.join('\n')}\n${gexf('<nodes>&a29;</nodes>')}`],
    [
      'an external entity',
      `<!DOCTYPE gexf [<!ENTITY x SYSTEM "file:///etc/passwd">]>${gexf('<nodes><node id="a" label="&x;"/></nodes>')}`,
    ],
    ['an external type', `<!DOCTYPE gexf SYSTEM "http://127.0.0.1/x.dtd">${gexf('')}`],
  ])('%s is refused as a document type declaration', (_, text) => {
    expect(refusals('gexf', [text])).toEqual([
      expect.stringMatching(
        /^0\.gexf:\d+:\d+ {2}unsafe-xml {2}A document type declaration is not read: .* Remove it\.$/,
      ),
    ]);
  });

  test('elements within elements without end are refused', () => {
    expect(refusals('gexf', [gexf('<nodes>'.repeat(100_000))])).toEqual([
      expect.stringMatching(/nested more than 100 deep/),
    ]);
  });

  test('brackets within brackets without end are refused, or read', () => {
    const deep = `{"elements": {"nodes": [{"data": {"id": "x", "y": ${'['.repeat(50_000)}`;
    expect(refusals('cyjs', [deep])).toEqual([expect.stringMatching(/^0\.cyjs:1:\d+ {2}broken-file/)]);
  });

  test('names of JavaScript are names like any other', () => {
    const text =
      '{"elements":{"nodes":[{"data":{"id":"person:p","type":"Person","name":"P","__proto__":{"x":1},"constructor":"c"}}]}}';
    const { nodes, ignored } = importTexts(graph, 'cyjs', [text]);
    expect(nodes.added.map((it) => it.properties)).toEqual([{ name: 'P' }]);
    expect(ignored).toContain('constructor');
  });

  test('a file of more than 100 MB is refused before it is read, with the limit', () => {
    const path = fileOf('large.gexf', '');
    truncateSync(path, 200_000_000);
    const [problem] = importGraph(graph, path).problems;
    expect(problem?.message).toMatch(
      /large\.gexf" has 200 MB; files of other programs are read up to 100 MB\. Take a part of it\.$/,
    );
  });

  test('a file that is not UTF-8 is refused', () => {
    const path = fileOf('latin.gexf', '');
    writeFileSync(path, Buffer.from('<gexf label="\xe9"/>', 'latin1'));
    expect(importGraph(graph, path).problems.map((it) => it.code)).toEqual(['wrong-encoding']);
  });
});

describe('a format that cannot be told', () => {
  test('is asked for', () => {
    expect(() => importGraph(graph, fileOf('x.txt', 'hello'))).toThrow(
      /neither its name nor its beginning tells\. Say it: one of jsonl, gexf/,
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
    expect(() => importGraph(graph, fileOf('x.csv', 'id\n'))).toThrow(
      /CSV is read from two files, of nodes and of edges; 1 was given/,
    );
  });
});
