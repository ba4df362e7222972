/**
 * Files made to do harm, or too large, or no files at all: a problem that says so, soon, and nothing taken in.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { printProblem } from '../../src/base/problem-list.ts';
import { importGraph } from '../../src/graph/import-graph.ts';
import { type ClubGraph, clubGraph, clubs, fileOf, gexf, graphml, importTexts, refusalsOf } from './clubs.ts';

let graph: ClubGraph;
beforeAll(async () => {
  graph = await clubGraph(clubs);
});

const refusals = (ending: string, ...texts: readonly string[]): string[] => refusalsOf(graph, ending, texts);
/** What is said of files that are there; paths are left out. */
const saidOf = (...paths: readonly string[]): string[] => {
  const { problems, nodes, edges } = importGraph(graph, paths);
  expect([nodes.added, edges.added]).toEqual([[], []]);
  return problems.map((it) => printProblem(it).replaceAll(/[^" ]*[/\\](?=[^/\\" ]*[" :])/g, ''));
};
const person = (values: string, id = 'person:p'): string =>
  `<nodes><node id="${id}"><attvalue for="type" value="Person"/><attvalue for="name" value="P"/>${values}</node></nodes>`;
const cytoscape = (data: string): string => `{"elements":{"nodes":[\n{"data":${data}}]}}`;

describe('XML that names other files, or grows', () => {
  const bomb = Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(8)}">`).join('\n');
  test.each([
    ['a bomb of entities', `[<!ENTITY a0 "ha">${bomb}]`, '&a30;'],
    ['an external entity', '[<!ENTITY x SYSTEM "file:///etc/passwd">]', '&x;'],
    ['a parameter entity', '[<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]', ''],
    ['an external type', 'SYSTEM "http://127.0.0.1/x.dtd"', ''],
    ['a type of its own and nothing more', '', ''],
  ])('%s is refused as a document type declaration', (_, declared, text) => {
    for (const [ending, file] of [
      ['gexf', gexf(`<nodes><node id="a" label="${text}"/>${text}</nodes>`)],
      ['graphml', graphml(`<node id="a"/>${text}`)],
    ] as const) {
      expect(refusals(ending, `<!DOCTYPE ${ending} ${declared}>${file}`)).toEqual([
        expect.stringMatching(
          /^0\.\w+:\d+:\d+ {2}unsafe-xml {2}A document type declaration is not read: .* Remove it\.$/,
        ),
      ]);
    }
  });

  test('an entity that nobody declared has no meaning', () => {
    expect(refusals('gexf', gexf('<nodes>&x;</nodes>'))).toEqual([
      expect.stringMatching(/^0\.gexf:3:10 {2}broken-file/),
    ]);
  });

  test.each([
    ['gexf', gexf],
    ['graphml', graphml],
  ])('%s: elements in elements without end are refused where there are too many', (ending, file) => {
    const deep = file('<nodes>'.repeat(100_000) + '</nodes>'.repeat(100_000));
    expect(refusals(ending, deep)).toEqual([
      expect.stringMatching(/^0\.\w+:3:687 {2}broken-file {2}.*: its elements are nested more than 100 deep\.$/),
    ]);
  });

  test('defaults of hundreds of attributes would make each node as large as they are', () => {
    const keys = (one: (i: number) => string): string => Array.from({ length: 101 }, (_, i) => one(i)).join('\n');
    const titles = keys((i) => `<attribute id="a${i}" title="t"><default>x</default></attribute>`);
    expect(refusals('gexf', gexf(`<attributes class="node">${titles}</attributes>`))).toEqual([
      expect.stringMatching(/^0\.gexf:103:32 {2}broken-file .*more than 100 attributes have a default\.$/),
    ]);
    const data = keys((i) => `<key id="k${i}" for="node"><default>x</default></key>`);
    expect(refusals('graphml', graphml(data))).toEqual([expect.stringMatching(/^0\.graphml:103:27 {2}broken-file/)]);
  });
});

describe('XML of another writer', () => {
  test('may have a prefix before all names', () => {
    const text = gexf(person('')).replaceAll(/<(\/?)/g, '<$1ns0:');
    expect(importTexts(graph, 'gexf', [text]).nodes.added.map((it) => it.id)).toEqual(['person:p']);
  });
});

describe('JSON nested without end', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const node = `"type":"Person","name":"P","note":${deep}`;
  test.each([
    ['cyjs', cytoscape(`{"id":"person:p",${node}}`)],
    ['json', `{"nodes":[{"id":"person:p",${node}}],"links":[]}`],
    ['json', `{"nodes":[{"key":"person:p","attributes":{${node}}}],"edges":[]}`],
    [
      'jsonl',
      `{"record":"graph","form":1}\n{"record":"node","id":"person:p","type":"Person","properties":{"name":"P","note":${deep}}}\n{"record":"end","nodes":1,"claims":0,"edges":0}`,
    ],
  ])('%s: what is no list of values is left out', (ending, text) => {
    expect(importTexts(graph, ending, [text]).nodes.added.map((it) => it.properties)).toEqual([{ name: 'P' }]);
  });

  test('a claim is refused, at its line', () => {
    const claim = `{"record":"graph","form":1}\n{"record":"claim","node":"person:ada","property":"label","value":${deep}}`;
    expect(refusals('jsonl', claim)).toEqual([
      expect.stringMatching(/^0\.jsonl:2:1 {2}broken-file .*lists in lists without end\.$/),
    ]);
  });

  test('and never closed, is cut short', () => {
    const open = cytoscape(`{"id":"x","y":${'['.repeat(100_000)}`).slice(0, -4);
    expect(refusals('cyjs', open)).toEqual([expect.stringMatching(/^0\.cyjs:2:\d{6} {2}broken-file/)]);
  });
});

describe('names of JavaScript', () => {
  test('are names like any other', () => {
    for (const value of ['{"x":1}', '["x"]', '"x"']) {
      const text = cytoscape(`{"id":"person:p","type":"Person","name":"P","__proto__":${value},"constructor":"c"}`);
      const { nodes, ignored } = importTexts(graph, 'cyjs', [text]);
      expect(nodes.added.map((it) => it.properties)).toEqual([{ name: 'P' }]);
      expect(ignored).toEqual(['constructor']);
    }
  });

  test('that one node has, a mapping does not find in the others', () => {
    const nodes = '{"data":{"id":"1","constructor":"c"}},{"data":{"id":"2"}}';
    const mapping = `nodes:\n  - { id: 'person:p{id}', type: Person, name: 'P', label: '{constructor}' }\n`;
    const { nodes: planned } = importTexts(graph, 'cyjs', [`{"elements":{"nodes":[${nodes}]}}`], { mapping });
    expect(planned.added.map((it) => it.properties.label)).toEqual(['c', undefined]);
  });
});

describe('JSON that says a thing twice, or too exactly', () => {
  test.each([
    ['an attribute', '{"elements":{"nodes":[\n{"data":{"id":"x","type":"Club","type":"Person"}}]}}', '2:33', 'type'],
    ['a list', '{"elements":{"nodes":[]},\n"elements":{"nodes":[]}}', '2:1', 'elements'],
    ['one behind the list', '{"elements":{"nodes":[]},"data":{\n"a":1,"b":{"a":2},"a":3}}', '2:19', 'a'],
  ])('%s of which a parser would take the last is refused', (_, text, place, key) => {
    expect(refusals('cyjs', text)).toEqual([
      `0.cyjs:${place}  broken-file  This is not Cytoscape.js JSON that can be read: the key "${key}" stands twice in one object. Keep one of them.`,
    ]);
  });

  test('ids of so many digits that two would be one are refused', () => {
    expect(refusals('cyjs', cytoscape('{"id":9007199254740993}'))).toEqual([
      '0.cyjs:2:1  broken-file  This is not Cytoscape.js JSON that can be read: it has an id of too many digits. Write it as a text.',
    ]);
    expect(refusals('json', '{"nodes":[],"links":[\n{"source":1,"target":9007199254740993}]}')).toEqual([
      expect.stringMatching(/^0\.json:2:1 {2}broken-file .*too many digits/),
    ]);
  });

  test.each([
    ['fortune', '9007199254740993', /"fortune" takes a whole number, not "9\.007199254740992e\+15"/],
    ['size', '1e300', /"size" takes a whole number up to \d+, not "1e\+300"/],
    ['share', '1e999', /"share" takes a number, not "Infinity"/],
  ])('%s of %s is refused, for it would be another number', (property, value, said) => {
    const text = cytoscape(`{"id":"person:p","type":"Person","name":"P","${property}":${value}}`);
    const { problems } = importTexts(graph, 'cyjs', [text]);
    expect(problems).toEqual([expect.objectContaining({ code: 'wrong-kind', message: expect.stringMatching(said) })]);
  });

  test('half a character is refused: no other format could give it back', () => {
    const text = cytoscape('{"id":"person:p","type":"Person","name":"P\\ud83d","sources":["source:minutes"]}');
    const { problems, nodes } = importTexts(graph, 'cyjs', [text]);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'bad-text', message: expect.stringContaining('half of a character') }),
    ]);
    expect(nodes.added).toEqual([]);
  });
});

describe('texts of many megabytes', () => {
  const long = 'a'.repeat(5_000_000);
  test.each([
    ['an id', gexf(person('', long)), /bad-id .*it has 5000000 characters/],
    ['an element', `<${long}/>`, /broken-file .*, and not <gexf>\.$/],
    ['a type', gexf(`<node id="x"><attvalue for="type" value="${long}"/></node>`), /unknown-node-type/],
    [
      'an end',
      gexf(`<edge source="person:ada" target="${long}"><attvalue for="type" value="knows"/></edge>`),
      /bad-id/,
    ],
  ])('as %s are told of in a line', (_, text, said) => {
    const [problem] = importTexts(graph, 'gexf', [text]).problems.map((it) => printProblem(it));
    expect(problem).toMatch(said);
    expect(problem?.length).toBeLessThan(400);
  });

  test('as a value are a value', () => {
    const { nodes } = importTexts(graph, 'gexf', [gexf(person(`<attvalue for="aliases" value="${long}"/>`))]);
    expect(nodes.added[0]?.properties.aliases).toEqual([long]);
  });

  test('take no longer than their length: quotes that are never closed, underscores, a table of one line', () => {
    const value = (name: string, text: string): string => `<attvalue for="${name}" value="${text}"/>`;
    const text = gexf(person(value('aliases', `[${'&quot;\\'.repeat(300_000)}]`) + value('_'.repeat(1_000_000), 'x')));
    expect(importTexts(graph, 'gexf', [text]).nodes.added).toHaveLength(1);
    expect(importTexts(graph, 'csv', ['"a",'.repeat(500_000), 'from,to,type\n']).nodes.added).toEqual([]);
  });
});

describe('files that are too large', () => {
  /** A file of so many bytes that takes none. */
  const sparse = (name: string, size: number): string => {
    const path = fileOf(name, '');
    truncateSync(path, size);
    return path;
  };

  test('are refused before they are read, with the limit and the remedy', () => {
    expect(saidOf(sparse('large.gexf', 300_000_000))).toEqual([
      'file-too-large  "large.gexf" has 300 MB; files of other programs are read up to 200 MB at once. Take it in by parts.',
    ]);
  });

  test('are refused where two of them are, together', () => {
    expect(saidOf(fileOf('n.csv', 'id,type\n'), sparse('e.csv', 300_000_000))).toEqual([
      expect.stringContaining('"n.csv" and "e.csv" have 300 MB; files of other programs are read up to 200 MB'),
    ]);
    expect(saidOf(sparse('n.csv', 150_000_000), sparse('e.csv', 150_000_000))).toHaveLength(1);
  });

  test('or small, with more nodes than a graph has room for, are refused at the first of these', () => {
    const nodes = '<node id="a"/>'.repeat(1_000_000);
    expect(refusals('gexf', gexf(`<nodes>${nodes}\n<node id="b"/></nodes>`))).toEqual([
      '0.gexf:4:1  file-too-large  There are more than 1,000,000 nodes, or edges, up to here; no more are read at once. Take it in by parts.',
    ]);
  });
});

describe('what is no text of a format', () => {
  const bytes = (name: string, content: Buffer): string => {
    const path = fileOf(name, '');
    writeFileSync(path, content);
    return path;
  };

  test('a folder cannot be read', () => {
    const path = fileOf('x', '').replace(/x$/, 'folder.gexf');
    mkdirSync(path);
    expect(saidOf(path)).toEqual(['unreadable-file  "folder.gexf" cannot be read: it is a folder.']);
  });

  test('nor can a file that is not there', () => {
    expect(saidOf('/nowhere/x.gexf')).toEqual([
      'unreadable-file  "x.gexf" cannot be read: there is no such file or folder.',
    ]);
  });

  test.skipIf(process.platform === 'win32')('a pipe and a device are not waited for', () => {
    const path = fileOf('x', '').replace(/x$/, 'pipe.gexf');
    execFileSync('mkfifo', [path]);
    const said = 'cannot be read: it is a pipe, a socket or a device. Write what comes out of it to a file.';
    expect(saidOf(path)).toEqual([`unreadable-file  "pipe.gexf" ${said}`]);
    expect(saidOf('/dev/zero')).toEqual([`unreadable-file  "zero" ${said}`]);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a file that may not be read is told of',
    () => {
      const path = fileOf('secret.gexf', gexf(''));
      chmodSync(path, 0);
      expect(saidOf(path)).toEqual(['unreadable-file  "secret.gexf" cannot be read: its permissions forbid it.']);
    },
  );

  test.each([
    ['latin.gexf', Buffer.from('<gexf label="\xe9"/>', 'latin1'), '1:1  wrong-encoding  This file is not UTF-8 text.'],
    ['utf16.gexf', Buffer.from('\ufeff<gexf/>', 'utf16le'), '1:1  wrong-encoding  This file is not UTF-8 text.'],
    ['bare.csv', Buffer.from('id,type\n', 'utf16le'), '1:2  wrong-encoding  Here is a NUL, which no text has.'],
    ['nul.gexf', Buffer.from('<gexf>\n <\0/>'), '2:3  wrong-encoding  Here is a NUL, which no text has.'],
    [
      'packed.gexf',
      Buffer.from([0x1f, 0x8b, 8, 0, 0]),
      '1:1  wrong-encoding  This file looks compressed, by gzip. Unpack it first.',
    ],
    [
      'session.cyjs',
      Buffer.from('PK\x03\x04rest', 'latin1'),
      '1:1  wrong-encoding  This file looks compressed, by zip. Unpack it first.',
    ],
  ])('%s is told of for what it is', (name, content, said) => {
    const [problem = ''] = saidOf(
      ...(name.endsWith('csv') ? [bytes(name, content), bytes('e.csv', content)] : [bytes(name, content)]),
    );
    expect(problem.slice(0, name.length + 1 + said.length)).toBe(`${name}:${said}`);
  });
});
