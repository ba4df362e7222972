import { MultiDirectedGraph, UndirectedGraph } from 'graphology';
import { beforeAll, describe, expect, test } from 'vitest';
import { printProblem } from '../../src/base/problem-list.ts';
import { type Import, importGraph } from '../../src/graph/import-graph.ts';
import { type ClubGraph, clubGraph, clubs, gexf, graphml, importTexts } from './clubs.ts';

let graph: ClubGraph;
beforeAll(async () => {
  graph = await clubGraph(clubs);
});

/** Cytoscape JSON, an element a line, because it is short. */
const cytoscape = (nodes: readonly object[], edges: readonly object[] = []): string => {
  const list = (all: readonly object[]): string => all.map((data) => `\n${JSON.stringify({ data })}`).join(',');
  return `{"elements":{"nodes":[${list(nodes)}],"edges":[${list(edges)}]}}`;
};
const take = (nodes: readonly object[], edges: readonly object[] = [], options = {}): Import<ClubGraph> =>
  importTexts(graph, 'cyjs', [cytoscape(nodes, edges)], options);
const problemsOf = ({ problems }: Import<unknown>): string[] =>
  problems.map((it) => printProblem(it).replace(/^.*?[/\\](?=\d\.)/, ''));

const cora = { id: 'person:cora', type: 'Person', name: 'Cora', sources: ['source:minutes'] };

describe('an import', () => {
  test('adds what the graph lacks, and the graph stays as it was until it is committed', () => {
    const taken = take(
      [cora],
      [{ source: 'person:cora', target: 'club:chess', type: 'member-of', sources: ['source:minutes'] }],
    );
    expect(taken.nodes.added.map((it) => it.id)).toEqual(['person:cora']);
    expect(taken.edges.added.map(({ from, type, to }) => [from, type, to])).toEqual([
      ['person:cora', 'member-of', 'club:chess'],
    ]);
    expect(graph.node('person:cora')).toBeUndefined();
    const later = taken.commit();
    expect(later.nodeCount).toBe(graph.nodeCount + 1);
    expect(later.from('club:chess').in('member-of').ids().sort()).toEqual(['person:ada', 'person:cora']);
  });

  test('changes what it says otherwise, and leaves what it does not speak of', () => {
    const taken = take([{ id: 'person:ada', type: 'Person', name: 'Ada Lovelace' }]);
    expect(taken.nodes.changed.map(({ before, after }) => [before.properties.name, after.properties.name])).toEqual([
      ['Ada Őry', 'Ada Lovelace'],
    ]);
    const ada = taken.commit().node('person:ada');
    expect(ada).toMatchObject({ name: 'Ada Lovelace', aliases: ['Lady Ada'], sources: ['source:minutes'] });
  });

  test('changes an edge by its id, and goes on citing what it cited', () => {
    const [edge] = graph.edges('member-of').toArray();
    const taken = take(
      [],
      [{ id: edge?.id, source: 'person:ada', target: 'club:chess', type: 'member-of', role: 'chair' }],
    );
    expect(taken.edges.changed).toHaveLength(1);
    expect(taken.commit().edge(edge?.id ?? '')).toMatchObject({
      role: 'chair',
      when: '2001/2003',
      sources: ['source:minutes'],
      locators: ['p. 4'],
    });
  });

  test('leaves as it is what it says alike', () => {
    const { nodes, edges } = take([{ id: 'person:ada', type: 'Person', name: 'Ada Őry' }]);
    expect([nodes.unchanged, nodes.changed, edges.unchanged]).toEqual([1, [], 0]);
  });

  test('knows the type of a node that the graph has', () => {
    expect(take([{ id: 'person:bert', name: 'Bert' }]).nodes.changed).toHaveLength(1);
  });

  test('knows a node by an id that it had', async () => {
    const merged = await clubGraph({
      nodes: [{ id: 'person:new', type: 'Person', name: 'N', replaces: ['person:old'] }],
    });
    const text = cytoscape([], [{ source: 'person:old', target: 'person:new', type: 'knows' }]);
    expect(importTexts(merged, 'cyjs', [text], { source: 'source:x' }).edges.added).toHaveLength(1);
  });

  test('cites the source that is given, where the file cites none', () => {
    const edge = { source: 'person:bert', target: 'club:chess', type: 'member-of' };
    expect(problemsOf(take([], [edge]))).toEqual([expect.stringMatching(/^0\.cyjs:2:1 {2}missing-source/)]);
    const taken = take([], [edge], { source: 'source:minutes' });
    expect(taken.edges.added[0]?.sources).toEqual(['source:minutes']);
    expect(taken.problems).toEqual([]);
  });

  test('leaves out what the ontology has no place for, and says what', () => {
    const taken = take([{ ...cora, 'Modularity Class': 3, pagerank: 0.1, label: 'drawn', x: 1 }]);
    expect(taken.ignored).toEqual(['Modularity Class', 'pagerank', 'label', 'x']);
    expect(taken.ignoredCounts).toEqual({ 'Modularity Class': 1, pagerank: 1, label: 1, x: 1 });
    expect(taken.nodes.added[0]?.properties).toEqual({ name: 'Cora', sources: ['source:minutes'] });
  });

  test('leaves conclusions to the rules', () => {
    const { inferred, edges } = take(
      [],
      [{ source: 'person:ada', target: 'person:bert', type: 'knows', status: 'INFERRED' }],
    );
    expect([inferred, edges.added]).toEqual([1, []]);
  });

  test('gives edges that are merely numbered ids of what they say', () => {
    const edges = ['7', 'e7', 'geid_1_2'].map((id, i) => {
      return {
        id,
        source: 'person:bert',
        target: 'club:chess',
        type: 'member-of',
        when: `200${i}`,
        sources: ['source:minutes'],
      };
    });
    for (const { id } of take([], edges).edges.added) expect(id).toMatch(/^edge:[\da-f]{16}$/);
  });

  test.each([
    [
      'no type',
      [{ id: 'person:x', name: 'X' }],
      [],
      '0.cyjs:2:1  untyped-import  Nothing tells of what type "person:x" is',
    ],
    [
      'an unknown type',
      [{ id: 'x', type: 'Persn', name: 'X' }],
      [],
      '0.cyjs:2:1  unknown-node-type  There is no node type "Persn". Did you mean "Person"?',
    ],
    [
      'another type',
      [{ id: 'person:ada', type: 'Club', name: 'X' }],
      [],
      '0.cyjs:2:1  changed-identity  "person:ada" is a Person in the graph and a Club here.',
    ],
    [
      'a value that does not fit',
      [{ ...cora, size: 'large' }],
      [],
      '0.cyjs:2:1  wrong-kind  "size" takes a whole number',
    ],
    [
      'a word that is not in a list',
      [{ ...cora, mood: 'GREY' }],
      [],
      '0.cyjs:2:1  unknown-value  "mood" cannot be "GREY".',
    ],
    ['an id twice', [cora, cora], [], '0.cyjs:3:1  duplicate-id  "person:cora" is already defined at '],
    ['no name', [{ id: 'person:x', type: 'Person' }], [], '0.cyjs:2:1  missing-property  '],
    [
      'an edge without a type',
      [],
      [{ source: 'person:ada', target: 'person:bert' }],
      '0.cyjs:2:1  untyped-import  Nothing tells of what type the edge from "person:ada" to "person:bert" is',
    ],
    [
      'an edge to nowhere',
      [],
      [{ source: 'person:ada', target: 'person:brt', type: 'knows', sources: ['source:minutes'] }],
      '0.cyjs:2:1  unknown-node  No node has the id "person:brt". Did you mean "person:bert"?',
    ],
    [
      'ends that do not fit',
      [],
      [{ source: 'club:chess', target: 'person:ada', type: 'member-of', sources: ['source:minutes'] }],
      '0.cyjs:2:1  wrong-end  ',
    ],
    [
      'a date that is none',
      [],
      [{ source: 'person:ada', target: 'club:chess', type: 'member-of', when: '2024-13', sources: ['source:minutes'] }],
      '0.cyjs:2:1  bad-date  ',
    ],
  ])('refuses %s, with the place and the reason', (_, nodes, edges, said) => {
    const taken = take(nodes, edges);
    expect(problemsOf(taken).map((it) => it.slice(0, said.length))).toContain(said);
    expect(() => taken.commit()).toThrow(/The graph of the import has problems/);
  });

  test('refuses an edge with the id of another', () => {
    const [edge] = graph.edges('member-of').toArray();
    const taken = take([], [{ id: edge?.id, source: 'person:bert', target: 'club:chess', type: 'member-of' }]);
    expect(problemsOf(taken)[0]).toMatch(
      /^0\.cyjs:2:1 {2}changed-identity {2}The edge "edge:[\da-f]{16}" has other ends/,
    );
  });

  test('tells a fault of a node once, and not again for each of its edges', () => {
    const edge = { source: 'person:x', target: 'club:chess', type: 'member-of', sources: ['source:minutes'] };
    const taken = take([{ id: 'person:x', type: 'Person', name: 'X', size: '?' }], [edge, { ...edge, when: '2001' }]);
    expect(taken.problems).toHaveLength(1);
    expect(taken.refused).toBe(3);
    expect(taken.nodes.added).toEqual([]);
  });

  test('takes in nothing of what was refused, and everything else, into its draft', () => {
    const taken = take([cora, { id: 'person:x', type: 'Person', name: 'X', size: '?' }]);
    expect(taken.draft.commit().node('person:cora')).toBeDefined();
    expect(taken.draft.commit().node('person:x')).toBeUndefined();
  });
});

describe('what other programs make of ours', () => {
  test('igraph numbers nodes, and keeps ids as an attribute', () => {
    const { nodes, edges, problems } = importTexts(graph, 'graphml', [
      graphml(`<key id="i" for="node" attr.name="id"/><key id="t" for="all" attr.name="type"/>
<key id="n" for="node" attr.name="name"/><key id="s" for="all" attr.name="sources"/>
<node id="n0"><data key="i">person:cora_x2F_2</data><data key="t">Person</data><data key="n">Cora</data><data key="s">["source:minutes"]</data></node>
<node id="n1"><data key="i">club:chess</data><data key="t">Club</data></node>
<edge source="n0" target="n1"><data key="t">member-of</data><data key="s">["source:minutes"]</data></edge>`),
    ]);
    expect(problems).toEqual([]);
    expect(nodes.added.map(({ id }) => id)).toEqual(['person:cora/2']);
    expect(edges.added.map(({ from, to }) => [from, to])).toEqual([['person:cora/2', 'club:chess']]);
  });

  test('Gephi writes an empty text of a list as null, and takes INF for infinity', () => {
    const { edges, inferred, problems } = importTexts(graph, 'gexf', [
      gexf(`<attributes class="edge"><attribute id="0" title="type" type="string"/><attribute id="1" title="status" type="string"/>
<attribute id="2" title="sources" type="liststring"/><attribute id="3" title="locators" type="liststring"/></attributes>
<attributes class="node"><attribute id="0" title="type" type="string"/><attribute id="1" title="name" type="string"/></attributes>
<node id="source:letters"><attvalues><attvalue for="0" value="Source"/><attvalue for="1" value="Letters"/></attvalues></node>
<edge source="person:bert" target="club:chess"><attvalues><attvalue for="0" value="member-of"/><attvalue for="1" value="STATED"/>
<attvalue for="2" value="[&quot;source:minutes&quot;, &quot;source:letters&quot;]"/><attvalue for="3" value="[null, &quot;p. 4&quot;]"/></attvalues></edge>
<edge source="person:bert" target="club:chess"><attvalues><attvalue for="0" value="knows"/><attvalue for="1" value="InfinityERRED"/></attvalues></edge>`),
    ]);
    expect(problems).toEqual([]);
    expect(inferred).toBe(1);
    expect(edges.added.map(({ properties }) => properties.locators)).toEqual([['', 'p. 4']]);
  });

  test('networkx writes the type of an edge where GEXF has its direction', () => {
    const typeIn = (attributes: string): unknown =>
      importTexts(graph, 'gexf', [gexf(`<edge source="person:bert" target="club:chess" ${attributes}/>`)], {
        source: 'source:minutes',
      }).edges.added[0]?.type;
    expect(typeIn('type="member-of"')).toBe('member-of');
    expect(typeIn('type="directed" kind="member-of"')).toBe('member-of');
    expect(typeIn('type="directed"')).toBeUndefined();
  });
});

describe('a pair of tables', () => {
  const nodes = 'id,type,name,sources\nperson:cora,Person,Cora \\\\ Co,source:minutes\n';
  const edgesOf = (head: string, ...cells: string[]): [string, string] => [
    nodes,
    `${head},sources\nperson:cora,${cells.join(',')},source:minutes\n`,
  ];

  test.each([
    ['with the type of an edge as "type"', edgesOf('source,target,type', 'club:chess', 'member-of')],
    ['for Gephi', edgesOf('Source,Target,Type,Kind', 'club:chess', 'Directed', 'member-of')],
    ['for Neo4j', edgesOf(':START_ID,:END_ID,:TYPE', 'club:chess', 'member-of')],
    [
      'for Neo4j, as others write them',
      [
        'personId:ID(Person),name:string,:LABEL,sources:string[]\nperson:cora,Cora,Person,source:minutes\n',
        ':START_ID(Person),sources:string[],:END_ID(Club),:TYPE\nperson:cora,source:minutes,club:chess,member-of\n',
      ],
    ],
    ['for people', edgesOf('from,to,type', 'club:chess', 'member-of')],
  ])('%s', (_, texts) => {
    const { edges, problems } = importTexts(graph, 'csv', texts);
    expect(problems).toEqual([]);
    expect(edges.added.map(({ from, type, to }) => [from, type, to])).toEqual([
      ['person:cora', 'member-of', 'club:chess'],
    ]);
  });

  test('with directions and no types tells that there are none', () => {
    const taken = importTexts(graph, 'csv', edgesOf('Source,Target,Type', 'club:chess', 'Undirected'));
    expect(problemsOf(taken)[0]).toContain('it has no "type"');
  });

  test('has backslashes halved where it was written for Gephi, and nowhere else', () => {
    const nameIn = (texts: readonly string[]): unknown =>
      importTexts(graph, 'csv', texts).nodes.added[0]?.properties.name;
    expect(nameIn(edgesOf('source,target,type', 'club:chess', 'member-of'))).toBe('Cora \\\\ Co');
    expect(nameIn(edgesOf('Source,Target,Type,Kind', 'club:chess', 'Directed', 'member-of'))).toBe('Cora \\ Co');
  });
});

describe('a graphology graph', () => {
  test('is taken in by its keys and attributes', () => {
    const made = new MultiDirectedGraph();
    made.addNode('person:cora', { type: 'Person', name: 'Cora', aliases: ['C'], x: 1, size: 9 });
    made.addNode('club:chess');
    made.addDirectedEdge('person:cora', 'club:chess', { type: 'member-of', sources: ['source:minutes'] });
    const taken = importGraph(graph, made);
    expect(taken.problems).toEqual([]);
    const node = taken.commit().node('person:cora');
    expect(node).toMatchObject({ name: 'Cora', aliases: ['C'] });
    expect(node).not.toHaveProperty('size');
  });

  test('may be undirected where its edge type is symmetric, and nowhere else', () => {
    const made = new UndirectedGraph();
    for (const id of ['person:ada', 'person:bert', 'club:chess']) made.addNode(id);
    made.addUndirectedEdge('person:bert', 'person:ada', { type: 'knows', when: '2024', sources: ['source:minutes'] });
    expect(importGraph(graph, made).problems).toEqual([]);
    made.addUndirectedEdge('person:bert', 'club:chess', { type: 'member-of', sources: ['source:minutes'] });
    expect(problemsOf(importGraph(graph, made))).toEqual([
      'edges:2:1  undirected-edge  This edge is undirected, and "member-of" is no symmetric edge type. Say which end is the source: make it directed.',
    ]);
  });
});

describe('a mapping', () => {
  const text = cytoscape(
    [
      { id: '1', label: 'Ada', group: 'human', nick: ['A', 'B'] },
      { id: '2', label: 'Rowing Club', group: 'club' },
      { id: '3', label: 'A thing', group: 'thing' },
    ],
    [
      { source: '1', target: '2', label: 'IN', year: 1999 },
      { source: '1', target: '3', label: 'HAS' },
    ],
  );
  const mapping = `source: source:study
sources:
  - { id: source:study, name: A study }
lookups:
  people: { Ada: ada }
nodes:
  - { only: { group: [human] }, id: 'person:{label|lookup:people}', type: Person, name: '{label}', aliases: ['{nick|split:;}'] }
  - { only: { group: [club] }, id: 'club:{label|slug}', type: Club, name: '{label}' }
edges:
  - { only: { label: [IN] }, from: '{source}', edge: member-of, to: '{target}', when: '{year}' }
`;

  test('says what nodes and edges mean, and where they are said', () => {
    const taken = importTexts(graph, 'cyjs', [text], { mapping });
    expect(taken.nodes.added.map((it) => it.id)).toEqual(['source:study', 'club:rowing-club']);
    expect(taken.nodes.changed.map(({ after }) => [after.id, after.properties.aliases])).toEqual([
      ['person:ada', ['A', 'B']],
    ]);
    expect(taken.edges.added).toMatchObject([
      {
        from: 'person:ada',
        type: 'member-of',
        to: 'club:rowing-club',
        sources: ['source:study'],
        properties: { when: '1999' },
      },
    ]);
    expect(taken.unmapped).toBe(1);
    expect(problemsOf(taken)).toEqual([
      '0.cyjs:6:1  unmapped-end (warning)  An edge ends at "3", of which the mapping makes no node. It is left out.',
    ]);
    expect(taken.commit().from('person:ada').out('member-of').ids().sort()).toEqual(['club:chess', 'club:rowing-club']);
  });

  test('recognises a node without changing it, by "extend" and nothing else', () => {
    const recognising = mapping.replace(
      /id: 'person:[^}]*\}', type: Person.*$/m,
      "extend: 'person:{label|lookup:people}' }",
    );
    const { nodes, edges } = importTexts(graph, 'cyjs', [text], { mapping: recognising });
    expect([nodes.changed, edges.added.length]).toEqual([[], 1]);
    const lost = recognising.replace('Ada: ada', 'Ada: adda');
    expect(problemsOf(importTexts(graph, 'cyjs', [text], { mapping: lost }))[0]).toMatch(
      /No node has the id "person:adda"\. Did you mean "person:ada"\?/,
    );
  });

  test('of nodes alone leaves the edges their own names', () => {
    const own = cytoscape([{ id: 'a' }], [{ source: 'a', target: 'a', type: 'knows', sources: ['source:minutes'] }]);
    const taken = importTexts(graph, 'cyjs', [own], {
      mapping: "nodes:\n  - { extend: 'person:bert' }\n  - { only: { id: [x] }, extend: 'person:ada' }\n",
    });
    expect(taken.edges.added).toMatchObject([{ from: 'person:bert', to: 'person:bert' }]);
  });

  test.each([
    ['no map', '- a\n- b\n', 'mapping:1:1  wrong-form  A mapping has "source"'],
    [
      'an unknown key',
      'nods: []\nedges: []\n',
      'mapping:1:1  unknown-key  A mapping has no "nods". Did you mean "nodes"?',
    ],
    ['an unknown attribute', "nodes:\n  - { extend: '{lable}' }\n", 'mapping:2:15  unknown-column  '],
    ['broken YAML', 'nodes: [\n', 'mapping:'],
  ])('with %s is refused at its place', (_, wrong, said) => {
    const taken = importTexts(graph, 'cyjs', [text], { mapping: wrong });
    expect(problemsOf(taken)[0]?.slice(0, said.length)).toBe(said);
    expect(taken.nodes.added).toEqual([]);
  });
});
