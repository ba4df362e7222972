/**
 * What is given arrives or is named: the ways in which other programs write what a graph can hold.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { printProblem } from '../../src/base/problem-list.ts';
import type { Import } from '../../src/graph/import-graph.ts';
import { type ClubGraph, clubGraph, clubs, graphml as graphmlOf, importTexts, textsOf } from './clubs.ts';

let graph: ClubGraph;
beforeAll(async () => {
  graph = await clubGraph(clubs);
});

const gexf = (inside: string, attributes = ''): string =>
  `<gexf version="1.3">\n<graph ${attributes}>\n${inside}\n</graph>\n</gexf>`;

/** A mapping of every node to a person and of every edge to an acquaintance. */
const mapping = (node = '', edge = '', name = '{id}', once = ''): string => `source: source:minutes
nodes:
  - { id: 'person:{id|slug}', type: Person, name: '${name}'${node} }
edges:
  - { ${once}from: '{source}', edge: member-of, to: 'club:chess'${edge} }
`;
const take = (ending: string, texts: string | readonly string[], map?: string): Import<ClubGraph> =>
  importTexts(graph, ending, [texts].flat(), map === undefined ? { source: 'source:minutes' } : { mapping: map });
const people = ({ nodes }: Import<unknown>): object =>
  Object.fromEntries(
    nodes.added.map(({ id, properties: { sources: _, ...rest } }) => [id.replace('person:', ''), rest]),
  );
const memberships = ({ edges }: Import<unknown>): object[] =>
  edges.added.map(({ from, properties }) => ({ from: from.replace('person:', ''), ...properties }));
const problems = (taken: Import<unknown>): string[] =>
  taken.problems.map((it) => printProblem(it).replace(/^.*?[/\\](?=\d\.)/, ''));

describe('empty cells', () => {
  test('of a property called "kind", "from" or "value" leave the edge as it is, without the property', () => {
    const text = JSON.stringify({
      nodes: [{ id: 'a' }, { id: 'b' }],
      links: [
        { source: 'a', target: 'b', w: 'x' },
        { source: 'b', target: 'a' },
      ],
    });
    const taken = take('json', text, mapping('', ", kind: '{w}'"));
    expect(memberships(taken)).toEqual([{ from: 'a', kind: 'x' }, { from: 'b' }]);
  });

  test('a column that is empty in all rows exists, and one that no file declares does not', () => {
    const tables = ['id,label,size\n1,Ana,\n2,Bo,\n', 'source,target\n1,2\n'];
    expect(people(take('csv', tables, mapping(", size: '{size}'", '', '{label}')))).toEqual({
      1: { name: 'Ana' },
      2: { name: 'Bo' },
    });
    expect(problems(take('csv', tables, mapping(", size: '{seize}'")))).toEqual([
      expect.stringMatching(/unknown-column .*Did you mean "size"\?$/),
    ]);
  });

  test('a file without edges needs none in the mapping, and one without nodes says so by being empty', () => {
    const taken = take('gexf', gexf('<nodes><node id="a" label="A"/></nodes><edges/>'), mapping('', '', '{label}'));
    expect([problems(taken), people(taken)]).toEqual([[], { a: { name: 'A' } }]);
  });

  test('an edge that no entry of the mapping fits is counted', () => {
    const tables = ['id\n1\n2\n', 'source,target,boss\n1,2,\n2,1,x\n'];
    const map = mapping().replace("from: '{source}'", "from: 'person:{boss}', extend: x").replace(', extend: x', '');
    expect(take('csv', tables, map).unmappedEdges).toBe(1);
  });
});

describe('GEXF', () => {
  test('values of an attribute by time are a list, with their times beside it, and a warning', () => {
    const text = gexf(
      `<attributes class="edge" mode="dynamic"><attribute id="0" title="post" type="string"/></attributes>
<nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"><attvalues>
<attvalue for="0" value="member" start="2009" end="2011"/><attvalue for="0" value="chair" start="2011"/></attvalues></edge></edges>`,
    );
    const taken = take('gexf', text, mapping('', ", role: '{post}', note: '{post.when}'"));
    expect(memberships(taken)).toEqual([{ from: 'a', role: 'member;chair', note: '2009/2011;2011/..' }]);
    expect(problems(taken)).toEqual([expect.stringMatching(/several-values .*"post" has several values here/)]);
  });

  test('start, end, spells and the node around a node can be mapped, and are named where they are not', () => {
    const text = gexf(`<nodes><node id="a" start="2001" end="2005"><nodes><node id="b"/></nodes></node>
<node id="c" pid="a"><spells><spell start="1999" end="2000"/><spell start="2002"/></spells></node></nodes>`);
    const map = mapping(", aliases: ['{start}', '{end}', '{pid}', '{spells|split:;}']");
    expect(people(take('gexf', text, map))).toEqual({
      a: { name: 'a', aliases: ['2001', '2005'] },
      b: { name: 'b', aliases: ['a'] },
      c: { name: 'c', aliases: ['a', '1999/2000', '2002/..'] },
    });
    const attributes = `<attributes class="node"><attribute id="t" title="type"/><attribute id="n" title="name"/></attributes>`;
    const named = `<attvalues><attvalue for="t" value="Person"/><attvalue for="n" value="P"/></attvalues>`;
    const own = take(
      'gexf',
      gexf(`${attributes}<nodes><node id="person:p" pid="q" end="2005">${named}</node></nodes>`),
    );
    expect(own.ignoredCounts).toEqual({ pid: 1, end: 1 });
  });

  test.each([
    ['["x, y", "z"]', ['x, y', 'z']],
    ["['x, y', 'it\\'s']", ['x, y', "it's"]],
    ['[x, y]', ['x', 'y']],
    ['x|y', ['x', 'y']],
  ])('the list %s, by its own name and by a mapping', (list, items) => {
    const text = gexf(`<attributes class="node"><attribute id="0" title="aliases" type="liststring"/>
<attribute id="1" title="type"/><attribute id="2" title="name"/></attributes><nodes><node id="person:p"><attvalues>
<attvalue for="0" value="${list.replaceAll('"', '&quot;')}"/><attvalue for="1" value="Person"/><attvalue for="2" value="P"/></attvalues></node></nodes>`);
    const own = take('gexf', text.replace('1.3', list.includes('|') ? '1.2' : '1.3'));
    expect(own.nodes.added[0]?.properties.aliases).toEqual(items);
    const mapped = take(
      'gexf',
      text.replace('1.3', list.includes('|') ? '1.2' : '1.3'),
      mapping(", aliases: ['{aliases|split:;}']"),
    );
    expect(mapped.nodes.added[0]?.properties.aliases).toEqual(items);
  });

  test('a value may stand between the tags, and a truth and a number as others write them', () => {
    const text = gexf(`<attributes class="node"><attribute id="0" title="active" type="boolean"/>
<attribute id="1" title="size" type="double"/><attribute id="2" title="share" type="float"/></attributes>
<nodes><node id="a"><attvalues><attvalue for="0">TRUE</attvalue><attvalue for="1">5.0</attvalue><attvalue for="2">NaN</attvalue></attvalues></node></nodes>`);
    const taken = take('gexf', text, mapping(", active: '{active}', size: '{size}', share: '{share}'"));
    expect(people(taken)).toEqual({ a: { name: 'a', active: true, size: 5 } });
    expect(taken.ignoredCounts).toEqual({ 'share (NaN)': 1 });
  });

  test('an edge both ways is two, and one where its type is symmetric', () => {
    const text = (type: string): string =>
      gexf(`<edges><edge source="person:ada" target="person:bert" type="mutual" kind="${type}"/></edges>`);
    expect(take('gexf', text('knows')).edges.added).toHaveLength(0);
    expect(take('gexf', text('knows')).edges.unchanged).toBe(1);
    const both = gexf(
      '<nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b" type="mutual"/></edges>',
    );
    expect(memberships(take('gexf', both, mapping()))).toEqual([{ from: 'a' }, { from: 'b' }]);
  });

  test('a weight, a label or a time that nothing else says is named; what says nothing is not', () => {
    const edge = (attributes: string): string =>
      gexf(`<edges><edge source="person:bert" target="club:chess" kind="member-of" ${attributes}/></edges>`);
    expect(take('gexf', edge('weight="2.5" start="2001" label="x"')).ignoredCounts).toEqual({
      weight: 1,
      start: 1,
      label: 1,
    });
    expect(take('gexf', edge('weight="1.0" label="member-of"')).ignored).toEqual([]);
  });
});

describe('names that are taken', () => {
  test('an attribute of an edge called "source" has a _ behind it in a mapping, which is told', () => {
    const text = gexf(`<attributes class="edge"><attribute id="0" title="source" type="string"/></attributes>
<nodes><node id="1"/><node id="2"/></nodes><edges><edge source="1" target="2"><attvalues><attvalue for="0" value="the press"/></attvalues></edge></edges>`);
    expect(problems(take('gexf', text, mapping('', ", role: '{source}'")))).toEqual([
      expect.stringMatching(/shadowed-attribute .*"source".*\{source_\}\.$/),
    ]);
    const taken = take('gexf', text, mapping('', ", role: '{source_}'"));
    expect([problems(taken), memberships(taken)]).toEqual([[], [{ from: '1', role: 'the press' }]]);
  });

  test('the id of an edge can be mapped, wherever in the file the first one is', () => {
    const text = gexf(`<nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"/>
<edge id="E1" source="b" target="a"/></edges>`);
    expect(memberships(take('gexf', text, mapping('', ", note: '{id}'")))).toEqual([
      { from: 'a' },
      { from: 'b', note: 'E1' },
    ]);
  });
});

describe('GraphML', () => {
  const named = `<key id="t" for="all" attr.name="type" attr.type="string"/><key id="n" for="node" attr.name="name" attr.type="string"/>`;
  const person = (id: string): string => `<node id="${id}"><data key="t">Person</data><data key="n">P</data></node>`;

  test.each([
    ['1', 1],
    ['true', 1],
    ['TRUE', 1],
    ['0', 0],
    ['false', 0],
  ])('directed="%s" is %i directed edge', (directed, count) => {
    const text =
      graphmlOf(`${named}${person('person:p')}<edge source="person:p" target="club:chess" directed="${directed}">
<data key="t">member-of</data></edge>`);
    expect(take('graphml', text).edges.added).toHaveLength(count);
  });

  test('truths are written in every way, and a default counts where nothing else is said', () => {
    const key = '<key id="b" for="node" attr.name="active" attr.type="boolean"><default>TRUE</default></key>';
    const text = graphmlOf(`${key}<node id="a"><data key="b">1</data></node><node id="b"><data key="b">0</data></node>
<node id="c"/><node id="d"><data key="b"> False </data></node>`);
    expect(people(take('graphml', text, mapping(", active: '{active}'")))).toMatchObject({
      a: { active: true },
      b: { active: false },
      c: { active: true },
      d: { active: false },
    });
  });

  test('a key of nodes and one of edges may have the same id', () => {
    const text = graphmlOf(`<key id="k" for="node" attr.name="label"/><key id="k" for="edge" attr.name="post"/>
<node id="a"><data key="k">Ana</data></node><node id="b"><data key="k">Bo</data></node><edge source="a" target="b"><data key="k">envoy</data></edge>`);
    const taken = take('graphml', text, mapping('', ", role: '{post}'", '{label}'));
    expect([people(taken), memberships(taken)]).toEqual([
      { a: { name: 'Ana' }, b: { name: 'Bo' } },
      [{ from: 'a', role: 'envoy' }],
    ]);
  });

  test('ids of others that look as we write ours stay as they are, and ours come back', () => {
    for (const id of ['cell_x41_y2', 'cell_x20_y2']) {
      const text = graphmlOf(`<node id="${id}"/><node id="b"/><edge source="${id}" target="b"/>`);
      expect(take('graphml', text, mapping()).nodes.added[0]?.properties.name).toBe(id);
    }
    const text = graphmlOf(`${named}${person('person:a_x2F_b')}${person('person:a_x41_b')}`);
    expect(take('graphml', text).nodes.added.map(({ id }) => id)).toEqual(['person:a/b', 'person:a_x41_b']);
  });

  test('of several labels the shown one is the value, and others are told apart', () => {
    const text =
      graphmlOf(`<key for="node" id="d6" yfiles.type="nodegraphics"/><node id="n1"><data key="d6"><y:Realizers active="1">
<y:GroupNode><y:NodeLabel>Open</y:NodeLabel></y:GroupNode><y:GroupNode><y:NodeLabel>Closed</y:NodeLabel></y:GroupNode></y:Realizers></data></node>
<node id="n2"><data key="d6"><y:ShapeNode><y:NodeLabel>B</y:NodeLabel><y:NodeLabel>b.</y:NodeLabel></y:ShapeNode></data></node>`);
    const map = mapping(", aliases: ['{nodegraphics.more|split:;}']", '', '{nodegraphics}');
    expect(people(take('graphml', text, map))).toEqual({ n1: { name: 'Closed' }, n2: { name: 'B', aliases: ['b.'] } });
  });

  test('inner elements may have a prefix that the root has not, and nodes may lie in nodes', () => {
    const text = `<graphml xmlns:n="http://graphml.graphdrawing.org/xmlns"><n:graph edgedefault="directed"><n:node id="a">
<n:graph><n:node id="b"/></n:graph></n:node><n:edge source="a" target="b"/></n:graph></graphml>`;
    const taken = take('graphml', text, mapping(", aliases: ['{parent}']"));
    expect(people(taken)).toEqual({ a: { name: 'a' }, b: { name: 'b', aliases: ['a'] } });
    expect(memberships(taken)).toHaveLength(1);
  });
});

describe('tables', () => {
  test.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('with %s, under the names that their headers have', (_, separator) => {
    const table = (text: string): string => text.replaceAll(',', separator);
    const taken = take(
      'csv',
      [table('Id,Label\n1,"Ana, Bo"\n2,Bo\n'), table('Source,Target\n1,2\n')],
      mapping('', '', '{Label}').replace('{id|slug}', '{Id|slug}'),
    );
    expect([problems(taken), memberships(taken)]).toEqual([[], [{ from: '1' }]]);
  });

  test('blanks around cells are none of theirs, but in quotes', () => {
    const taken = take(
      'csv',
      ['id, label\n1, Ana\n2,"  Bo "\n', 'source, target\n1, 2\n 2,1 \n'],
      mapping('', '', '{label}'),
    );
    expect(memberships(taken)).toEqual([{ from: '1' }, { from: '2' }]);
    const own = take('csv', ['id,type,name\nperson:x , Person,"  Bo "\n', 'source,target,type\n']);
    expect(own.nodes.added[0]).toMatchObject({ id: 'person:x', properties: { name: '  Bo ' } });
  });

  test('a name with a colon is a name, and a type of Neo4j behind one is a type', () => {
    const tables = [
      'id,schema:name,schema:url,old:string[]\n1,Ana,https://a.example,x;y\n2,Bo,https://b.example,\n',
      'source,target\n1,2\n',
    ];
    const map = mapping(", label: '{schema:url}', aliases: ['{old|split:;}']", '', '{schema:name}');
    expect(people(take('csv', tables, map))).toEqual({
      1: { name: 'Ana', label: 'https://a.example', aliases: ['x', 'y'] },
      2: { name: 'Bo', label: 'https://b.example' },
    });
  });

  test('two columns of one name are refused, and a column without one is called by its place', () => {
    expect(problems(take('csv', ['id,name,name\n1,a,b\n', 'source,target\n']))).toEqual([
      expect.stringMatching(/^0\.csv:1:9 {2}broken-file .*two columns are called "name"/),
    ]);
    const unnamed = take('csv', [',id\nx,1\n', 'source,target\n'], mapping(", label: '{column 1}'"));
    expect(people(unnamed)).toEqual({ 1: { name: '1', label: 'x' } });
  });

  test('an end of another space of ids is not taken for one of this', () => {
    const tables = [
      'id:ID(Person),name,:LABEL\n1,Ana,Person\n2,Bo,Person\n',
      ':START_ID(Person),:END_ID(Film),:TYPE\n1,1,SAW\n',
    ];
    const taken = take('csv', tables, mapping('', '', '{name}'));
    expect(problems(taken)).toEqual([
      expect.stringMatching(
        /^1\.csv:2:1 {2}unknown-node {2}An edge ends at "1" of "Film", and the file has no such node\.$/,
      ),
    ]);
    expect(people(taken)).toEqual({ 1: { name: 'Ana' }, 2: { name: 'Bo' } });
  });

  test('of several labels the one that the ontology has is the type, and others are named', () => {
    const tables = ['id:ID,name,:LABEL\nperson:x,X,Human;Person\n', ':START_ID,:END_ID,:TYPE\n'];
    const taken = take('csv', tables);
    expect([taken.nodes.added[0]?.type, taken.ignored]).toEqual(['Person', ['label Human']]);
  });

  test('a lone table of edges has its ends for nodes, one of nodes has no edges, in whatever order two are given', () => {
    expect(Object.keys(people(take('csv', 'source,target\n1,2\n2,3\n', mapping())))).toEqual(['1', '2', '3']);
    expect(people(take('csv', 'id,type,name\nperson:x,Person,X\n'))).toEqual({ x: { name: 'X' } });
    const turned = take('csv', ['source,target\n1,2\n', 'id\n1\n2\n'], mapping());
    expect([Object.keys(people(turned)), memberships(turned).length]).toEqual([['1', '2'], 1]);
  });

  test('any other table is refused in one sentence, with what it has and the way in', () => {
    expect(problems(take('csv', 'Name;Post\nAna;envoy\n'))).toEqual([
      expect.stringMatching(/it has neither "id".*there are Name, Post\. .*mapping beside it/),
    ]);
  });

  test('directions are those of Gephi, both ways too', () => {
    const taken = take('csv', ['id\n1\n2\n', 'Source,Target,Type\n1,2,Mutual\n'], mapping());
    expect(memberships(taken)).toEqual([{ from: '1' }, { from: '2' }]);
  });
});

describe('JSON', () => {
  test('edges in "edges" count where "links" is empty, and ends may be "from" and "to"', () => {
    const nodes = [{ id: 'a' }, { id: 'b' }];
    for (const edges of [{ links: [], edges: [{ source: 'a', target: 'b' }] }, { edges: [{ from: 'a', to: 'b' }] }]) {
      expect(memberships(take('json', JSON.stringify({ nodes, ...edges }), mapping()))).toEqual([{ from: 'a' }]);
    }
  });

  test('attributes in attributes have both names; lists of objects are named among what is left out', () => {
    const node = {
      id: 'person:x',
      type: 'Person',
      name: 'X',
      meta: { born: 1970, at: { city: 'B' } },
      posts: [{ a: 1 }],
    };
    const text = JSON.stringify({ nodes: [node], links: [] });
    expect(take('json', text).ignoredCounts).toEqual({ posts: 1, 'meta.born': 1, 'meta.at.city': 1 });
    const map = mapping(", size: '{meta.born}', label: '{meta.at.city}'");
    expect(take('json', text, map).nodes.added[0]?.properties).toMatchObject({ size: 1970, label: 'B' });
  });

  test('ends are places in the list of nodes where none of them is an id', () => {
    const links = [{ source: 1, target: 0 }];
    const byPlace = take(
      'json',
      JSON.stringify({ nodes: [{ name: 'Ana' }, { name: 'Bo' }], links }),
      mapping('', '', '{name}'),
    );
    expect(memberships(byPlace)).toEqual([{ from: '1' }]);
    const besideIds = take('json', JSON.stringify({ nodes: [{ id: 'x' }, { id: 'y' }], links }), mapping());
    expect(memberships(besideIds)).toEqual([{ from: 'y' }]);
    const byId = take('json', JSON.stringify({ nodes: [{ id: 1 }, { id: 0 }], links }), mapping());
    expect(memberships(byId)).toEqual([{ from: '1' }]);
  });

  test("networkx's lists of neighbours are edges, each undirected one once", () => {
    const graphOf = (directed: boolean): string =>
      JSON.stringify({
        directed,
        nodes: [{ id: 'a' }, { id: 'b' }],
        adjacency: [[{ id: 'b', post: 'x' }], [{ id: 'a', post: 'x' }]],
      });
    const map = mapping('', ", role: '{post}'");
    expect(memberships(take('json', graphOf(true), map))).toEqual([
      { from: 'a', role: 'x' },
      { from: 'b', role: 'x' },
    ]);
    expect(memberships(take('json', graphOf(false), map))).toEqual([{ from: 'a', role: 'x' }]);
  });

  test('attributes of nodes called "source", "target" and "key" are theirs', () => {
    const text = JSON.stringify({ nodes: [{ id: 'a', key: 'k', source: 's', target: 't' }], links: [] });
    const taken = take('json', text, mapping(", aliases: ['{key}', '{source}', '{target}']"));
    expect(people(taken)).toEqual({ a: { name: 'a', aliases: ['k', 's', 't'] } });
  });

  test('elements of Cytoscape are known behind other lists, bare in one, and by their group', () => {
    const elements = {
      nodes: [{ data: { id: 'a', parent: 'g' } }, { data: { id: 'b' } }],
      edges: [{ data: { source: 'a', target: 'b' } }],
    };
    const desktop = JSON.stringify({ format_version: '1.0', data: { annotations: ['x'] }, elements });
    const bare = JSON.stringify([...elements.nodes, { group: 'edges', data: { id: 'e', source: 'a', target: 'b' } }]);
    for (const text of [desktop, bare]) {
      const taken = take('json', text, mapping(", aliases: ['{parent}']"));
      expect([people(taken), memberships(taken)]).toEqual([
        { a: { name: 'a', aliases: ['g'] }, b: { name: 'b' } },
        [{ from: 'a' }],
      ]);
    }
  });
});

describe('FollowTheMoney', () => {
  const lines = [
    { id: 'p1', schema: 'Person', caption: 'Ana', properties: { name: ['Ana', 'Anna'], country: ['kz'] } },
    { id: 'c1', schema: 'Company', properties: { name: ['Acme'] } },
    { id: 'd1', schema: 'Directorship', properties: { director: ['p1'], organization: ['c1'], role: ['chair'] } },
    { id: 'd2', schema: 'Directorship', properties: { director: ['p1'] } },
  ];
  const text = lines.map((it) => JSON.stringify(it)).join('\n');

  test.each(['ftm', 'json'])('an entity a line, in a file that ends in %s: schemata of ends are edges', (ending) => {
    const map = `source: source:minutes
nodes:
  - { only: { type: [Person] }, id: 'person:{id}', type: Person, name: '{caption}', aliases: ['{name|split:;}'] }
edges:
  - { only: { type: [Directorship] }, from: '{source}', edge: member-of, to: 'club:chess', role: '{role}' }
`;
    const taken = take(
      ending,
      text,
      map.replace(
        '- { only: { type: [Person] }',
        "- { only: { type: [Company] }, extend: 'club:chess' }\n  - { only: { type: [Person] }",
      ),
    );
    expect([problems(taken), people(taken), memberships(taken)]).toEqual([
      [],
      { p1: { name: 'Ana', aliases: ['Ana', 'Anna'] } },
      [{ from: 'p1', role: 'chair' }],
    ]);
    expect(taken.ignoredCounts).toEqual({ Directorship: 1 });
  });
});

describe('edges that differ in nothing', () => {
  const text = gexf(
    '<nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"/><edge source="a" target="b"/></edges>',
  );

  test('are refused with the remedy, and with it counted into one', () => {
    expect(problems(take('gexf', text, mapping()))).toEqual([
      expect.stringMatching(/duplicate-statement .*alike in all.*"once: true"/),
    ]);
    const taken = take('gexf', text, mapping('', '', '{id}', 'once: true, '));
    expect([problems(taken), memberships(taken), taken.repeated]).toEqual([[], [{ from: 'a' }], 1]);
  });
});

describe('one fault', () => {
  test('of a mapping is told once, and not for each edge again', () => {
    const nodes = Array.from({ length: 9 }, (_, i) => ({ id: `n${i}` }));
    const links = nodes.map(({ id }) => ({ source: id, target: 'n0' }));
    const taken = take('json', JSON.stringify({ nodes, links }), mapping(", size: '{nowhere}'"));
    expect(problems(taken)).toEqual([expect.stringMatching(/unknown-column/)]);
  });

  test('of a node is told once, and its edges are refused with it', () => {
    const text = JSON.stringify({ nodes: [{ id: '...' }, { id: 'b' }], links: [{ source: '...', target: 'b' }] });
    const taken = take('json', text, mapping());
    expect(problems(taken)).toEqual([expect.stringMatching(/has no letters to make a slug of/)]);
    expect(memberships(taken)).toEqual([]);
  });
});

describe('dates of others', () => {
  test.each([
    ['{d|day}', '2024-10-28T09:30:00.000Z', '2024-10-28'],
    ['{d|day}', '2024-10-28 09:30', '2024-10-28'],
    ['{d|day}', '1952-00-00', '1952'],
    ['{d|day}', '+1952-07-00T00:00:00Z', '1952-07'],
    ['{d|date:DD/MM/YYYY}', '28/10/2024', '2024-10-28'],
    ['{d|date:DD/MM/YYYY}', '00/10/2024', '2024-10'],
    ['{d|date:M/D/YYYY}', '7/4/1776', '1776-07-04'],
    ['{d|date:YYYYMMDD}', '20241028', '2024-10-28'],
    ['{d|date:MM.YYYY}', '10.2024', '2024-10'],
  ])('%s of %s is %s', (hole, text, date) => {
    const taken = take(
      'json',
      JSON.stringify({ nodes: [{ id: 'a', d: text }], links: [] }),
      mapping(`, when: '${hole}'`),
    );
    expect([problems(taken), taken.nodes.added[0]?.properties.when]).toEqual([[], date]);
  });

  test.each([
    ['{d|day}', '28.10.2024', 'has no date at its beginning'],
    ['{d|date:DD/MM/YYYY}', '2024-10-28', 'is not written like that'],
    ['{d|date:DD/MM}', '28/10', 'has no YYYY'],
    ['{d|date:YYYY-YYYY}', '2024-2025', 'one of YYYY, MM, DD twice'],
  ])('%s of %s is refused: it %s', (hole, text, reason) => {
    const taken = take(
      'json',
      JSON.stringify({ nodes: [{ id: 'a', d: text }], links: [] }),
      mapping(`, when: '${hole}'`),
    );
    expect(problems(taken)).toEqual([expect.stringContaining(reason)]);
  });
});

describe('round trips of tables for people', () => {
  test.each([["'=x"], ["''-y"], ['=1'], ["'plain"], ['-3']])('the name %j comes back', async (name) => {
    const made = await clubGraph({ nodes: [{ id: 'person:p', type: 'Person', name, aliases: [name, 'b'] }] });
    const back = importTexts(await clubGraph({}), 'csv', textsOf(made, 'csv'));
    expect(back.nodes.added[0]?.properties).toMatchObject({ name, aliases: [name, 'b'] });
  });

  test.each([[['a; b']], [['a;', 'b; c', '"d"']], [['["y"]']], [['"; "', '"']]])(
    'the list %j comes back',
    async (aliases) => {
      const made = await clubGraph({ nodes: [{ id: 'person:p', type: 'Person', name: 'P', aliases }] });
      const back = importTexts(await clubGraph({}), 'csv', textsOf(made, 'csv'));
      expect(back.nodes.added[0]?.properties.aliases).toEqual(aliases);
    },
  );

  test('names and addresses of sources stand beside their ids, and are not taken in', () => {
    const [nodes = '', edges = ''] = textsOf(graph, 'csv');
    expect(nodes.split('\r\n')[0]).toMatch(/,sourceNames,sourceUrls$/);
    expect(edges.split('\r\n')[1]).toMatch(/source:minutes,p\. 4,Minutes,/);
    expect(importTexts(graph, 'csv', [nodes, edges])).toMatchObject({ ignored: [], problems: [] });
  });
});
