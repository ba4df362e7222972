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

describe('paths', () => {
  const paths = (rest: string): unknown =>
    (movies.data(`{ paths(${rest}) { nodes { id } } }`).paths as { nodes: { id: string }[] }[]).map((it) =>
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
    const query = `{ paths(from: "alien", to: "ann", via: ["acted-in"]) { length hops {
      from { id } to { id } forward edge { type from { id } role modality properties { name value } } alternatives { role } } } }`;
    expect(movies.data(query).paths).toEqual([
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
    ]);
  });

  test('from or to an unknown id are refused with a near one', () => {
    const answer = movies.ask('{ paths(from: "dalas", to: "bob") { length } }');
    expect(answer.errors?.[0]?.message).toBe('No node has the id "dalas". Did you mean "dallas"?');
    expect(movies.refusal('{ paths(from: "ann", to: "bob", via: ["acts-in"]) { length } }')).toBe('UNKNOWN_EDGE_TYPE');
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
    const query = `{ paths(from: "kaz", to: "un") { hops { edge { id when since until status confidence rank at { id } saidBy { id }
      sources { id node { id } locator quotation } premises { id } } } } }`;
    expect(world.data(query).paths).toEqual([
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
    ]);
  });
});
