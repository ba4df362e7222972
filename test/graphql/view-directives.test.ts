import { describe, expect, test } from 'vitest';
import { smallWorld } from './small-world.ts';

/** One state, dated, doubted, sourced and inferred memberships; every part of the API must see the same view of them. */
const world = smallWorld(
  `
  scalar PartialDate
  enum Status { STATED INFERRED }
  type State @node { id: ID!  name: String!  memberOf: [Body!]! @relationship(type: "member-of", direction: OUT, properties: "Envelope") }
  type Body @node {
    id: ID!
    name: String!
    members: [State!]! @relationship(type: "member-of", direction: IN, properties: "Envelope")
    partOf: [Body!]! @relationship(type: "part-of", direction: OUT, properties: "Envelope")
    parts: [Body!]! @relationship(type: "part-of", direction: IN, properties: "Envelope")
  }
  type Envelope @relationshipProperties { id: ID!  when: PartialDate  status: Status!  confidence: Float!  count: Int  sources: [ID!]! }
  `,
  {
    State: { kaz: { name: 'Kazakhstan' }, bra: { name: 'Brazil' } },
    Body: { un: { name: 'United Nations' }, cis: { name: 'Commonwealth' }, who: { name: 'Health Organization' } },
  },
  [
    {
      id: 'un',
      type: 'member-of',
      from: 'kaz',
      to: 'un',
      sources: ['a'],
      properties: { when: '1992-03-02/..', count: 1 },
    },
    {
      id: 'cis',
      type: 'member-of',
      from: 'kaz',
      to: 'cis',
      sources: ['b'],
      properties: { when: '1991-12', count: 2, confidence: 0.5 },
    },
    { id: 'who-un', type: 'part-of', from: 'who', to: 'un', sources: ['a'] },
    {
      id: 'who',
      type: 'member-of',
      from: 'kaz',
      to: 'who',
      properties: { confidence: 0.9, count: 4 },
      derivations: [{ rule: 'R1', premises: ['un', 'cis'] }],
    },
  ],
);

const directives: readonly (readonly [string, string, readonly string[]])[] = [
  ['nothing', '', ['cis', 'un', 'who']],
  ['@asOf a day, possibly', '@asOf(date: "1992-03-02")', ['un', 'who']],
  ['@asOf a month, possibly', '@asOf(date: "1991-12")', ['cis', 'who']],
  ['@asOf a year, certainly', '@asOf(date: "1992", mode: CERTAIN)', ['un']],
  ['@stated', '@stated', ['cis', 'un']],
  ['@trust', '@trust(min: 0.8)', ['un', 'who']],
  ['@sources only', '@sources(only: ["a"])', ['un']],
  ['@sources except', '@sources(except: ["a"])', ['cis']],
  ['two directives', '@stated @trust(min: 0.8)', ['un']],
  ['two directives the other way round', '@trust(min: 0.8) @stated', ['un']],
];

describe.each(directives)('%s', (_, directive, bodies) => {
  const data = (selection: string): Record<string, unknown> => world.data(`query ${directive} { ${selection} }`);
  const kaz = (selection: string): Record<string, unknown> =>
    (data(`states(where: { id: { eq: "kaz" } }) { ${selection} }`).states as Record<string, unknown>[])[0] ?? {};
  const ids = (rows: unknown): string[] => (rows as { id: string }[]).map((it) => it.id);
  const counts: Readonly<Record<string, number>> = { un: 1, cis: 2, who: 4 };

  test('holds in lists and connections', () => {
    expect(ids(kaz('memberOf(sort: [{ id: ASC }]) { id }').memberOf)).toEqual(bodies);
    const { edges } = kaz('memberOfConnection(sort: [{ node: { id: ASC } }]) { edges { node { id } } }')
      .memberOfConnection as { edges: { node: { id: string } }[] };
    expect(ids(edges.map((it) => it.node))).toEqual(bodies);
  });

  test('holds in counts and aggregates', () => {
    expect(kaz('memberOfConnection { totalCount aggregate { count { nodes edges } edge { count { sum } } } }')).toEqual(
      {
        memberOfConnection: {
          totalCount: bodies.length,
          aggregate: {
            count: { nodes: bodies.length, edges: bodies.length },
            edge: { count: { sum: bodies.reduce((sum, id) => sum + (counts[id] ?? 0), 0) } },
          },
        },
      },
    );
  });

  test('tells how sure the rows are, on a date', () => {
    const { memberOfConnection } = kaz('memberOfConnection { certainty { certain possible seenAtOtherTimes } }') as {
      memberOfConnection: { certainty: Readonly<Record<string, number>> | null };
    };
    const { certainty } = memberOfConnection;
    expect(certainty && Object.values(certainty).reduce((sum, it) => sum + it, 0)).toBe(
      directive.startsWith('@asOf') ? bodies.length : null,
    );
    if (directive.includes('CERTAIN')) expect(certainty?.certain).toBe(bodies.length);
  });

  test('holds in filters, on the edge and through it', () => {
    expect(ids(data('bodies(where: { members: { some: { id: { eq: "kaz" } } } }) { id }').bodies)).toEqual(bodies);
    expect(
      ids(data('bodies(where: { membersConnection: { aggregate: { count: { edges: { gt: 0 } } } } }) { id }').bodies),
    ).toEqual(bodies);
    expect(
      ids(data('states(where: { memberOf: { some: { members: { some: { id: { eq: "kaz" } } } } } }) { id }').states),
    ).toEqual(['kaz']);
  });

  test('holds at the second hop', () => {
    const [hop] = kaz('memberOf(sort: [{ id: ASC }], limit: 1) { members { memberOf(sort: [{ id: ASC }]) { id } } }')
      .memberOf as { members: { memberOf: unknown }[] }[];
    expect(ids(hop?.members[0]?.memberOf)).toEqual(bodies);
  });

  test('holds in paths', () => {
    for (const body of ['un', 'cis', 'who']) {
      const { paths } = data(`paths(from: "kaz", to: "${body}", maxHops: 1) { paths { length } }`) as {
        paths: { paths: unknown[] };
      };
      expect(paths.paths.length).toBe(bodies.includes(body) ? 1 : 0);
    }
  });

  test('holds in what lies around a node', () => {
    const { neighbourhood } = data('neighbourhood(of: "kaz") { nodes { id } edges { id } }') as {
      neighbourhood: { nodes: unknown; edges: unknown };
    };
    expect(ids(neighbourhood.nodes).sort()).toEqual(['kaz', ...bodies].sort());
    const membership = ids(neighbourhood.edges).filter((it) => it !== 'who-un');
    expect(membership.sort()).toEqual([...bodies]);
  });

  test('holds in rankings, communities, groups and the count of everything', () => {
    const { ranking } = data('ranking(type: "State", first: 1, via: ["member-of"]) { score node { id } }') as {
      ranking: { score: number }[];
    };
    expect(ranking[0]?.score).toBe(bodies.length);
    const { communities } = data('communities(via: ["member-of"]) { groups { size } }') as {
      communities: { groups: { size: number }[] };
    };
    expect(communities.groups.reduce((sum, it) => sum + it.size, 0)).toBe(bodies.length + 1);
    const { groupCount } = data('groupCount(type: "State", by: "memberOf") { node { id } }') as {
      groupCount: { node: { id: string } | null }[];
    };
    expect(ids(groupCount.flatMap((it) => it.node ?? [])).sort()).toEqual([...bodies]);
    const { dataset } = data('dataset { edgeTypes { name count } }') as {
      dataset: { edgeTypes: { name: string; count: number }[] };
    };
    expect(dataset.edgeTypes.find((it) => it.name === 'member-of')?.count).toBe(bodies.length);
  });

  test('holds in timelines', () => {
    const { timeline } = data('timeline(of: "kaz") { entries { edge { id } } undated { edge { id } } }') as {
      timeline: Record<'entries' | 'undated', { edge: { id: string } }[]>;
    };
    const told = [...timeline.entries, ...timeline.undated].map((it) => it.edge.id);
    expect(told.sort()).toEqual([...bodies]);
  });

  test('hides the edges it leaves out, even from those who know their ids', () => {
    for (const id of ['un', 'cis', 'who']) {
      expect(data(`edge(id: "${id}") { id }`).edge).toEqual(bodies.includes(id) ? { id } : null);
    }
  });

  test('leaves nodes to be found by name and id', () => {
    expect(data('search(text: "commonwealth") { node { id } } entity(id: "cis") { id }')).toEqual({
      search: [{ node: { id: 'cis' } }],
      entity: { id: 'cis' },
    });
  });
});

test('a conclusion shows its premises only as far as they are seen', () => {
  const premises = (directive: string): unknown =>
    world.data(`query ${directive} { edge(id: "who") { premises { id } } }`).edge;
  expect(premises('')).toEqual({ premises: [{ id: 'un' }, { id: 'cis' }] });
  expect(premises('@trust(min: 0.8)')).toEqual({ premises: [{ id: 'un' }] });
});

test('a date may be given in a variable', () => {
  const query = 'query ($date: String!) @asOf(date: $date) { states { memberOf { id } } }';
  expect(world.data(query, { date: '1990' }).states).toEqual([{ memberOf: [] }, { memberOf: [{ id: 'who' }] }]);
});

test.each([
  ['@asOf(date: "2024-13")', 'BAD_DATE'],
  ['@asOf(date: "")', 'BAD_DATE'],
  ['@trust(min: 2)', 'TRUST_OUT_OF_RANGE'],
  ['@sources(only: ["nobody"])', 'UNKNOWN_SOURCE'],
  ['@asOf(date: "2024", mode: MAYBE)', 'GRAPHQL_VALIDATION_FAILED'],
  ['@asOf', 'NO_DATE'],
  ['@stated @stated', 'GRAPHQL_VALIDATION_FAILED'],
])('%s is refused as %s', (directive, code) => {
  expect(world.refusal(`query ${directive} { states { id } }`)).toBe(code);
});

test('a directive has no place below the operation, where it could widen what is seen', () => {
  expect(world.refusal('{ states @asOf(date: "2024") { id } }')).toBe('GRAPHQL_VALIDATION_FAILED');
});
