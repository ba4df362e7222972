import { describe, expect, test } from 'vitest';
import { movies } from './movies.ts';
import { smallWorld } from './small-world.ts';

describe('entity', () => {
  test('gives the node of an id, whatever its type', () => {
    expect(movies.data('{ entity(id: "dallas") { __typename id ... on Series { seasons } } }').entity).toEqual({
      __typename: 'Series',
      id: 'dallas',
      seasons: 14,
    });
  });

  test('of an unknown id is null, with a hint and a near id', () => {
    const answer = movies.ask('{ entity(id: "dalas") { id } }');
    expect(answer.data).toEqual({ entity: null });
    expect(answer).not.toHaveProperty('errors');
    expect(answer.extensions?.hints).toEqual([
      'No node has the id "dalas". Did you mean "dallas"? To look for names, use "search".',
    ]);
  });

  test("is the ontology's own interface where all types share one", () => {
    const world = smallWorld(
      'interface Thing { id: ID! name: String! } type Stone implements Thing @node { id: ID! name: String! }',
      { Stone: { s: { name: 'Slate' } } },
    );
    expect(world.data('{ entity(id: "s") { name } }').entity).toEqual({ name: 'Slate' });
  });
});

describe('search', () => {
  test('tells the name that matched, and how', () => {
    expect(movies.data('{ search(text: "anm") { node { id } matched how score } }').search).toEqual([
      { node: { id: 'ann' }, matched: 'Ann', how: 'FUZZY', score: expect.closeTo(0.6, 0) },
    ]);
  });

  test('looks among some types only', () => {
    expect(movies.data('{ search(text: "ann", types: ["Film"]) { node { id } } }').search).toEqual([]);
    expect(movies.refusal('{ search(text: "ann", types: ["Flim"]) { node { id } } }')).toBe('UNKNOWN_TYPE');
  });

  test('takes any text as plain text', () => {
    for (const text of ['', '.*', '(ann', '"ann" AND name:*', '\\', '\u0000', '💥'.repeat(50)]) {
      expect(movies.ask('query ($text: String!) { search(text: $text) { score } }', { text }).errors).toBeUndefined();
    }
  });
});

interface Found {
  readonly paths: readonly { readonly nodes: readonly { readonly id: string }[] }[];
}

describe('paths', () => {
  const paths = (rest: string): unknown =>
    (movies.data(`{ paths(${rest}) { paths { nodes { id } } } }`).paths as Found).paths.map((it) =>
      it.nodes.map((node) => node.id),
    );

  test('come shortest first, over edges in either direction', () => {
    expect(paths('from: "ann", to: "bob"')).toEqual([
      ['ann', 'bob'],
      ['ann', 'casino', 'bob'],
    ]);
  });

  test('keep to edge types, directions and nodes', () => {
    expect(paths('from: "ann", to: "bob", via: ["acted-in", "directed"]')).toEqual([['ann', 'casino', 'bob']]);
    expect(paths('from: "ann", to: "bob", avoid: ["casino", "married-to"]')).toEqual([]);
    expect(paths('from: "casino", to: "bob", direction: IN, maxHops: 1')).toEqual([['casino', 'bob']]);
    expect(paths('from: "casino", to: "bob", direction: OUT')).toEqual([]);
  });

  test('tell each hop with its edge and what it carries', () => {
    const query = `{ paths(from: "alien", to: "ann", via: ["acted-in"]) { paths { length hops {
      from { id } to { id } forward edge { type from { id } role modality properties { name value } } alternatives { role } } } } }`;
    expect(movies.data(query).paths).toEqual({
      paths: [
        {
          length: 1,
          hops: [
            {
              from: { id: 'alien' },
              to: { id: 'ann' },
              forward: false,
              edge: {
                type: 'acted-in',
                from: { id: 'ann' },
                role: 'Ripley',
                modality: 'FACT',
                properties: [{ name: 'pay', value: '10' }],
              },
              alternatives: [{ role: 'Mother' }],
            },
          ],
        },
      ],
    });
  });

  test('from or to an unknown id are refused with a near one', () => {
    const answer = movies.ask('{ paths(from: "dalas", to: "bob") { truncated } }');
    expect(answer.errors?.[0]?.message).toBe('No node has the id "dalas". Did you mean "dallas"?');
    expect(movies.refusal('{ paths(from: "ann", to: "bob", via: ["acts-in"]) { truncated } }')).toBe(
      'UNKNOWN_EDGE_TYPE',
    );
  });
});

describe('the edge of a path', () => {
  const world = smallWorld(
    `scalar PartialDate
     type State @node { id: ID! name: String! joined: [Body!]! @relationship(type: "joined", direction: OUT, properties: "Envelope") }
     type Body @node { id: ID! name: String! members: [State!]! @relationship(type: "joined", direction: IN, properties: "Envelope") }
     type Paper @node { id: ID! name: String! }
     type Envelope @relationshipProperties { id: ID! when: PartialDate at: ID saidBy: ID sources: [ID!]! locators: [String!]! }`,
    { State: { kaz: { name: 'K' } }, Body: { un: { name: 'U' } }, Paper: { press: { name: 'P' } } },
    [
      {
        id: 'j',
        type: 'joined',
        from: 'kaz',
        to: 'un',
        sources: ['press', 'web'],
        properties: { when: '1992-03', at: 'un', saidBy: 'nobody', locators: ['P5: "joined in March"', ''] },
      },
    ],
  );

  test('has its sources, places and quotations, and its qualifiers as nodes', () => {
    const query = `{ paths(from: "kaz", to: "un") { paths { hops { edge { id when since until status confidence rank at { id } saidBy { id }
      sources { id node { id } locator quotation } premises { id } } } } } }`;
    expect(world.data(query).paths).toEqual({
      paths: [
        {
          hops: [
            {
              edge: {
                id: 'j',
                when: '1992-03',
                since: '1992-03-01',
                until: '1992-03-31',
                status: 'STATED',
                confidence: 1,
                rank: 'NORMAL',
                at: { id: 'un' },
                saidBy: null,
                sources: [
                  { id: 'press', node: { id: 'press' }, locator: 'P5', quotation: 'joined in March' },
                  { id: 'web', node: null, locator: null, quotation: null },
                ],
                premises: [],
              },
            },
          ],
        },
      ],
    });
  });
});

describe('neighbourhood', () => {
  const around = (rest: string): unknown => {
    const { neighbourhood } = movies.data(
      `{ neighbourhood(of: "casino", ${rest}) { nodes { id } edges { type from { id } to { id } } truncated } }`,
    ) as { neighbourhood: { nodes: { id: string }[]; edges: { type: string }[]; truncated: boolean } };
    const { nodes, edges, truncated } = neighbourhood;
    return { nodes: nodes.map((it) => it.id), edges: edges.length, truncated };
  };

  test('has the middle first, then the nearest nodes, and the edges among them', () => {
    expect(around('depth: 1')).toEqual({ nodes: ['casino', 'bob', 'ann'], edges: 3, truncated: false });
    expect(around('depth: 1, first: 2')).toEqual({ nodes: ['casino', 'bob'], edges: 1, truncated: true });
    expect(around('depth: 0')).toEqual({ nodes: ['casino'], edges: 0, truncated: false });
  });

  test('of several nodes has what lies around any of them, and at depth 0 the edges among them', () => {
    const of = (rest: string): unknown =>
      movies.data(`{ neighbourhood(of: ["casino", "ann"], ${rest}) { nodes { id } edges { type } } }`);
    expect(of('depth: 0')).toMatchObject({ neighbourhood: { nodes: [{ id: 'casino' }, { id: 'ann' }] } });
    expect(of('depth: 0, via: ["directed"]')).toMatchObject({ neighbourhood: { edges: [{ type: 'directed' }] } });
    expect(of('first: 3')).toMatchObject({ neighbourhood: { nodes: { length: 3 } } });
  });

  test('follows some edge types, in one direction', () => {
    expect(around('via: ["directed"]')).toEqual({ nodes: ['casino', 'ann'], edges: 1, truncated: false });
    expect(around('direction: OUT')).toEqual({ nodes: ['casino'], edges: 0, truncated: false });
  });

  test('of a negative depth, or of nothing known, is refused', () => {
    expect(movies.refusal('{ neighbourhood(of: "casino", depth: -1) { truncated } }')).toBe('BAD_DEPTH');
    expect(movies.refusal('{ neighbourhood(of: "casnio") { truncated } }')).toBe('UNKNOWN_NODE');
    expect(movies.refusal('{ neighbourhood(of: "casino", via: ["acts"]) { truncated } }')).toBe('UNKNOWN_EDGE_TYPE');
  });
});

describe('edge', () => {
  test('gives the statement of an id', () => {
    expect(movies.data('{ edge(id: "e2") { type to { id } properties { name value } } }').edge).toEqual({
      type: 'acted-in',
      to: { id: 'dallas' },
      properties: [{ name: 'pay', value: '30' }],
    });
  });

  test('of an unknown id is null with a hint, and tells when it is only out of view', () => {
    const unknown = movies.ask('{ edge(id: "e99") { type } }');
    expect([unknown.data, unknown.extensions?.hints]).toEqual([{ edge: null }, ['No edge has the id "e99" here.']]);
    const hidden = movies.ask('query @asOf(date: "2024", mode: CERTAIN) { edge(id: "e2") { type } }');
    expect(hidden.extensions?.hints).toEqual(['No edge has the id "e2" in the view that this operation selects.']);
  });
});

describe('analyses', () => {
  test('rank nodes of a type by a measure of the view', () => {
    expect(movies.data('{ ranking(type: "Person", first: 2) { node { id } score } }').ranking).toEqual([
      { node: { id: 'ann' }, score: 6 },
      { node: { id: 'bob' }, score: 4 },
    ]);
    expect(
      movies.data('{ ranking(type: "Work", by: PAGERANK, via: ["acted-in"], first: 1) { node { id } } }').ranking,
    ).toEqual([{ node: { id: 'alien' } }]);
  });

  test('find communities, the largest first', () => {
    const { communities } = movies.data(
      '{ communities(via: ["acted-in"]) { groups { size nodes(first: 1) { id } } } }',
    ) as {
      communities: { groups: { size: number; nodes: unknown[] }[] };
    };
    expect(communities.groups.map((it) => it.size)).toEqual([3, 3]);
    expect(communities.groups[0]?.nodes).toHaveLength(1);
  });

  test('count nodes and edges in groups', () => {
    expect(movies.data('{ groupCount(type: "Person", by: "born") { value count nodes { id } } }').groupCount).toEqual([
      { value: '1950', count: 2, nodes: [{ id: 'ann' }, { id: 'dan' }] },
      { value: '1960', count: 1, nodes: [{ id: 'bob' }] },
      { value: null, count: 1, nodes: [{ id: 'cec' }] },
    ]);
    expect(movies.data('{ groupCount(type: "Person", by: "born", of: "actedIn") { value count } }').groupCount).toEqual(
      [
        { value: '1950', count: 3 },
        { value: '1960', count: 2 },
      ],
    );
    expect(movies.data('{ groupCount(type: "Film", by: "directors") { node { id } count } }').groupCount).toEqual([
      { node: { id: 'ann' }, count: 2 },
      { node: { id: 'bob' }, count: 1 },
    ]);
  });

  test('group only what is related to a node, but for some', () => {
    const group = (rest: string): unknown =>
      movies.data(`{ groupCount(type: "Person", by: "born", ${rest}) { value count } }`).groupCount;
    expect(group('relatedTo: "casino", along: "directed"')).toEqual([{ value: '1950', count: 1 }]);
    expect(group('except: ["ann", "cec"]')).toEqual([
      { value: '1950', count: 1 },
      { value: '1960', count: 1 },
    ]);
    expect(movies.refusal('{ groupCount(type: "Person", by: "born", relatedTo: "casino") { count } }')).toBe(
      'HALF_A_RELATION',
    );
    expect(
      movies.refusal('{ groupCount(type: "Person", by: "born", relatedTo: "casino", along: "seen") { count } }'),
    ).toBe('UNKNOWN_FIELD');
    expect(movies.refusal('{ groupCount(type: "Person", by: "bron") { count } }')).toBe('UNKNOWN_FIELD');
  });
});

test('dataset tells what the graph holds, as far as the operation sees it', () => {
  const query = '{ nodes edges inferred sources from until nodeTypes { name count } edgeTypes { name count } name }';
  expect(movies.data(`{ dataset ${query} }`).dataset).toEqual({
    nodes: 8,
    edges: 10,
    inferred: 0,
    sources: 0,
    from: null,
    until: null,
    name: null,
    nodeTypes: [
      { name: 'Person', count: 4 },
      { name: 'Film', count: 3 },
      { name: 'Series', count: 1 },
    ],
    edgeTypes: [
      { name: 'acted-in', count: 5 },
      { name: 'directed', count: 3 },
      { name: 'married-to', count: 2 },
    ],
  });
  const { dataset } = movies.data('query @asOf(date: "2024", mode: CERTAIN) { dataset { edges ontology } }');
  expect(dataset).toEqual({ edges: 0, ontology: expect.stringContaining('type Person') });
});
