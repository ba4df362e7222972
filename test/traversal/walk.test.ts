import { inspect } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { AnyOntology } from '../../src/ontology/typed-ontology.ts';
import { openGraph } from '../../src/open-graph.ts';

const schema = `
scalar PartialDate
enum Kind { IGO NGO }
enum Level { HIGH LOW }
interface Body { id: ID! name: String! }
type State implements Body @node {
  id: ID! name: String! aliases: [String!]! kind: Level founded: Date people: BigInt area: Float open: Boolean
  joined: [Club!]! @relationship(type: "joined", direction: OUT, properties: "Membership")
  met: [State!]! @relationship(type: "met", direction: OUT, queryDirection: UNDIRECTED)
  visited: [State!]! @relationship(type: "visited", direction: OUT, properties: "Visit")
  visitedBy: [State!]! @relationship(type: "visited", direction: IN, properties: "Visit")
}
type Club implements Body @node {
  id: ID! name: String! kind: Kind! when: PartialDate
  members: [State!]! @relationship(type: "joined", direction: IN, properties: "Membership")
  partOf: [Club!]! @relationship(type: "part-of", direction: OUT)
  parts: [Club!]! @relationship(type: "part-of", direction: IN)
}
type Membership @relationshipProperties { id: ID! when: PartialDate since: Date until: Date role: String weight: Int kind: Kind tags: [String!]! }
type Visit @relationshipProperties { id: ID! when: PartialDate since: Date kind: Level }
`;

let graph: Graph<AnyOntology>;
beforeAll(async () => {
  graph = await openGraph({
    schema,
    nodes: [
      {
        id: 'a',
        type: 'State',
        name: 'Aland',
        aliases: ['Aa', 'A'],
        kind: 'HIGH',
        founded: '1950-01-01',
        people: 5,
        area: 2.5,
        open: true,
      },
      {
        id: 'b',
        type: 'State',
        name: 'Bland',
        aliases: ['B'],
        kind: 'LOW',
        founded: '-0044-03-15',
        people: '9007199254740993',
        open: false,
      },
      { id: 'c', type: 'State', name: 'Cland' },
      { id: 'x', type: 'Club', name: 'Xclub', kind: 'IGO', when: '2001' },
      { id: 'y', type: 'Club', name: 'Yclub', kind: 'NGO' },
      { id: 'z', type: 'Club', name: 'Zclub', kind: 'NGO' },
    ].map((it) => ({ ...it, ...('people' in it && { people: BigInt(it.people ?? 0) }) })),
    edges: [
      { from: 'a', edge: 'joined', to: 'x', when: '2001/2004', role: 'head', weight: 3, kind: 'IGO', tags: ['t'] },
      { from: 'a', edge: 'joined', to: 'y', when: '2010/..', role: 'member', weight: 1 },
      { from: 'b', edge: 'joined', to: 'x', role: 'member', kind: 'NGO' },
      { from: 'c', edge: 'joined', to: 'x', when: '2003-05' },
      { from: 'a', edge: 'met', to: 'b' },
      { from: 'a', edge: 'met', to: 'a' },
      { from: 'a', edge: 'visited', to: 'b', when: '2002', kind: 'HIGH' },
      { from: 'b', edge: 'visited', to: 'a', when: '2003', kind: 'LOW' },
      { from: 'x', edge: 'part-of', to: 'y' },
      { from: 'y', edge: 'part-of', to: 'z' },
      { from: 'z', edge: 'part-of', to: 'x' },
    ],
  });
});

const states = (filter: Parameters<ReturnType<typeof graph.nodes>['where']>[0]): string =>
  graph.nodes('State').where(filter).ids().join('');
const joined = (filter: NonNullable<Parameters<ReturnType<typeof graph.nodes>['out']>[1]>): string =>
  graph
    .nodes('State')
    .out('joined', filter)
    .edges()
    .map((it) => it.from + it.to)
    .join(' ');

test('as of a date a walk tells how sure the edges of its last step are, and without one nothing', () => {
  const joined = (walked: Graph<AnyOntology>) => walked.from('x').in('joined').out('met').in('met').out('joined');
  // In June 2003 one membership spans the day, one has no date, one was over in May, and one began later.
  expect(joined(graph.asOf('2003-06-01')).certainty()).toEqual({ certain: 1, possible: 1, seenAtOtherTimes: 0 });
  expect(graph.asOf('2003').from('x').in('joined').certainty()).toEqual({
    certain: 2,
    possible: 1,
    seenAtOtherTimes: 0,
  });
  expect(joined(graph).certainty()).toBeUndefined();
  expect(graph.asOf('2003').from('x').certainty()).toEqual({ certain: 0, possible: 0, seenAtOtherTimes: 0 });
});

describe('nodes are kept by their properties', () => {
  test.each([
    [{ name: 'Aland' }, 'a'],
    [{ name: { in: ['Aland', 'Cland'] } }, 'ac'],
    [{ name: { contains: 'lan' }, kind: 'LOW' }, 'b'],
    [{ name: { startsWith: 'C' } }, 'c'],
    [{ name: { endsWith: 'land', startsWith: 'B' } }, 'b'],
    [{ aliases: 'B' }, 'b'],
    [{ aliases: { includes: 'A' } }, 'a'],
    [{ aliases: { eq: ['Aa', 'A'] } }, 'a'],
    [{ aliases: { eq: [] } }, 'c'],
    [{ kind: { eq: null } }, 'c'],
    [{ kind: { in: ['HIGH', 'LOW'] } }, 'ab'],
    [{ NOT: { kind: 'HIGH' } }, 'b'],
    [{ founded: { lt: '1900-01-01' } }, 'b'],
    [{ founded: { gte: '1950-01-01' } }, 'a'],
    [{ people: { gt: 9007199254740992n } }, 'b'],
    [{ people: 5n }, 'a'],
    [{ area: { lte: 2.5 } }, 'a'],
    [{ open: false }, 'b'],
    [{ OR: [{ open: true }, { AND: [{ name: 'Cland' }, { open: { eq: null } }] }] }, 'ac'],
    [{}, 'abc'],
  ])('%o', (filter, kept) => expect(states(filter)).toBe(kept));

  test('a property that means one thing here and another there is judged by each type', () => {
    const bodies = graph.nodes('Body');
    expect(bodies.where({ kind: 'IGO' }).ids()).toEqual(['x']);
    expect(bodies.where({ NOT: { kind: 'IGO' } }).ids()).toEqual(['a', 'b', 'y', 'z']);
    expect(bodies.where({ when: '2001' }).ids()).toEqual(['x']);
    expect(bodies.where({ NOT: { when: '2001' } }).ids()).toEqual([]);
  });
});

describe('edges are followed by what they carry and when they hold', () => {
  test.each([
    [{ role: 'head' }, 'ax'],
    [{ role: { in: ['head', 'member'] }, weight: { gte: 3 } }, 'ax'],
    [{ role: { eq: null } }, 'cx'],
    [{ NOT: { role: 'head' } }, 'ay bx'],
    [{ OR: [{ role: 'head' }, { weight: 1 }] }, 'ax ay'],
    [{ tags: 't' }, 'ax'],
    [{ tags: { eq: [] } }, 'ay bx cx'],
    [{ since: { gt: '2005-01-01' } }, 'ay'],
    [{ during: '2003-05-10' }, 'ax bx cx'],
    [{ during: '2003-05', certainty: 'CERTAIN' }, 'ax cx'],
    [{ during: '2003-05-10', certainty: 'CERTAIN' }, 'ax'],
    [{ during: '2025' }, 'ay bx'],
    [{ during: '2025', certainty: 'CERTAIN' }, 'ay'],
    [{ during: '../2002' }, 'ax bx'],
    [{ during: '2003', role: 'head' }, 'ax'],
    [{}, 'ax ay bx cx'],
  ] as const)('%o', (filter, followed) => expect(joined(filter)).toBe(followed));

  test('of several types, each by its own definition of the property', () => {
    const kinds = (kind: string): string[] => graph.from('a').out(['joined', 'visited'], { kind }).ids();
    expect(kinds('HIGH')).toEqual(['b']);
    expect(kinds('IGO')).toEqual(['x']);
  });
});

describe('directions', () => {
  test('a symmetric edge leads either way, whatever the direction; one to itself leads once', () => {
    for (const way of ['out', 'in', 'both'] as const) {
      expect(graph.from('b')[way]('met').ids()).toEqual(['a']);
      expect(graph.from('a')[way]('met').ids().sort()).toEqual(['a', 'b']);
    }
  });

  test('without types all edges are followed', () => {
    expect(graph.from('x').out().ids()).toEqual(['y']);
    expect(graph.from('x').in().count()).toBe(4);
    expect(graph.from('x').both().count()).toBe(5);
  });

  test('several starts are several walks in one, each as often as it is named', () => {
    expect(graph.from('a', 'b', 'a').out('joined').ids()).toEqual(['x', 'y', 'x', 'x', 'y']);
    expect(graph.from({ id: 'a' }).count()).toBe(1);
    expect(graph.from().out().count()).toBe(0);
  });
});

describe('results', () => {
  test('results, nodes, edges and paths are different things', () => {
    const walk = graph.from('a', 'b').out('joined').in('joined');
    expect(walk.ids()).toHaveLength(walk.count());
    expect(walk.count()).toBe(7);
    expect(walk.dedupe().ids()).toEqual(['b', 'a', 'c']);
    expect(walk.edges().length).toBe(4);
    expect(walk.paths().length).toBe(7);
    expect(walk.paths()[0]?.nodes.map((it) => it.id)).toEqual(['a', 'x', 'b']);
  });

  test('a walk can go on in two ways, and be read again', () => {
    const clubs = graph.from('a').out('joined');
    const [one, other] = [clubs.where({ kind: 'IGO' }), clubs.where({ kind: 'NGO' })];
    expect([one, other, clubs, one].map((it) => it.ids())).toEqual([['x'], ['y'], ['x', 'y'], ['x']]);
    expect([...clubs].map((it) => it.id)).toEqual(['x', 'y']);
  });

  test('starts have no edge, and a path of no hops', () => {
    expect(graph.from('a').edges()).toEqual([]);
    expect(graph.from('a').paths()).toMatchObject([{ nodes: [{ id: 'a' }], edges: [] }]);
  });

  test('groups go by a property, by each element of a list, or by a function', () => {
    const byKind = graph.nodes('State').group('kind');
    expect([...byKind].map(([key, nodes]) => [key, nodes.map((it) => it.id)])).toEqual([
      ['HIGH', ['a']],
      ['LOW', ['b']],
      [undefined, ['c']],
    ]);
    expect([...graph.nodes('State').group('aliases').keys()]).toEqual(['Aa', 'A', 'B']);
    expect(
      graph
        .nodes('Body')
        .group((it) => it.type)
        .get('Club'),
    ).toHaveLength(3);
  });

  test('orders put what is missing last, first when descending, and ties by id', () => {
    const order = (...by: (string | Record<string, 'ASC' | 'DESC'>)[]): string =>
      graph
        .nodes('State')
        .order(...by)
        .ids()
        .join('');
    expect(order('founded')).toBe('bac');
    expect(order({ founded: 'DESC' })).toBe('cab');
    expect(order('area', { name: 'DESC' })).toBe('acb');
    expect(order()).toBe('abc');
    expect(graph.nodes().order({ type: 'DESC' }, 'name').ids().join('')).toBe('abcxyz');
  });

  test('printing a walk takes no step, and says how it is taken', () => {
    expect(inspect(graph.from('a').out('joined'))).toBe('Walk [read it by toArray(), first(), count() or for … of] {}');
  });

  test('sequences map, filter and stop', () => {
    const names = graph.nodes('State').map((it) => it.name);
    expect(names.toArray()).toEqual(['Aland', 'Bland', 'Cland']);
    expect(
      names
        .filter((it) => it !== 'Bland')
        .limit(1)
        .toArray(),
    ).toEqual(['Aland']);
    expect(names.limit(0).toArray()).toEqual([]);
    expect([names.count(), names.first()]).toEqual([3, 'Aland']);
    expect(graph.nodes('State').skip(1).limit(1).ids()).toEqual(['b']);
  });
});

describe('steps within steps', () => {
  test('types and ids keep or leave out', () => {
    expect(graph.from('a').out().ofType('Club').ids()).toEqual(['x', 'y']);
    expect(graph.from('a').out().ofType('Body').is('x', 'b').ids()).toEqual(['x', 'b', 'b']);
    expect(graph.nodes().not('a', 'b', 'c').count()).toBe(3);
    expect(
      graph
        .nodes('State')
        .having((at) => at.out('joined', { role: 'member' }))
        .ids(),
    ).toEqual(['a', 'b']);
    expect(
      graph
        .nodes('State')
        .not((at) => at.out('visited'))
        .ids(),
    ).toEqual(['c']);
  });

  test('a repetition goes once round a circle, and stops at its goal', () => {
    expect(
      graph
        .from('x')
        .repeat((at) => at.out('part-of'))
        .ids(),
    ).toEqual(['y', 'z']);
    expect(
      graph
        .from('x')
        .repeat((at) => at.out('part-of'), { until: { name: 'Yclub' } })
        .ids(),
    ).toEqual(['y']);
    expect(
      graph
        .from('x')
        .repeat((at) => at.out('part-of'), { until: { name: 'Nowhere' } })
        .ids(),
    ).toEqual([]);
    expect(
      graph
        .from('x')
        .repeat((at) => at.out('part-of'), { until: (at) => at.is('z'), emit: true })
        .ids(),
    ).toEqual(['y', 'z']);
    expect(
      graph
        .from('x')
        .repeat((at) => at.out('part-of'), { times: 4 })
        .ids(),
    ).toEqual(['y']);
    expect(
      graph
        .from('x')
        .repeat((at) => at.out('part-of'), { times: 4, until: { name: 'Zclub' } })
        .ids(),
    ).toEqual(['z']);
  });

  test('limits and orders among repeated steps count for one node at a time', () => {
    const two = graph.from('a', 'b').repeat((at) => at.out('joined').limit(1), { times: 1 });
    expect(two.ids()).toEqual(['x', 'x']);
    const paths = graph
      .from('a')
      .repeat((at) => at.out('joined').order({ name: 'DESC' }), { times: 1 })
      .paths();
    expect(paths.map((it) => it.nodes.map(({ id }) => id).join(''))).toEqual(['ay', 'ax']);
  });

  test('a repetition within a repetition gives whole paths', () => {
    const walk = graph.from('x').repeat((at) => at.repeat((again) => again.out('part-of'), { times: 2 }), { times: 2 });
    expect(walk.paths().map((it) => it.nodes.map(({ id }) => id).join(''))).toEqual(['xyzxy']);
  });
});

describe('what cannot be is told with the remedy', () => {
  const all = (): ReturnType<typeof graph.nodes> => graph.nodes();
  test.each<[string, () => unknown]>([
    ['That is a field; its edge type is "part-of".', () => all().out('partOf')],
    ['Did you mean "joined"?', () => all().out('joind')],
    ['Did you mean "State"?', () => graph.nodes('Stat')],
    ['Did you mean "Club"?', () => all().ofType('Clup')],
    ['Did you mean "name"?', () => all().where({ nam: 'A' })],
    ['To keep nodes of a type, call ofType("…").', () => all().where({ type: 'State' })],
    ['Did you mean "role"?', () => all().out('joined', { rol: 'A' })],
    ['No edge followed here has a property "role".', () => all().out('visited', { role: 'A' })],
    [
      'has no operator "like". It takes eq, in, contains, startsWith, endsWith, matches, gt, gte, lt, lte.',
      () => all().where({ name: { like: 'A' } }),
    ],
    [
      '"kind: { eq: "HIG" }" does not fit: give one of HIGH, LOW. Did you mean "HIGH"?',
      () => graph.nodes('State').where({ kind: 'HIG' }),
    ],
    ['give a value of Date', () => all().where({ founded: { lt: '1950' } })],
    ['give a value of Float', () => all().where({ area: 'big' })],
    ['give a list of String', () => all().where({ name: { in: 'A' } })],
    ['Write "name: { in: [...] }".', () => all().where({ name: ['A'] })],
    ['write "name: { eq: null }".', () => all().where({ name: null })],
    ['"NOT" holds a filter without a condition.', () => all().where({ NOT: {} })],
    ['"someday" is not a date', () => all().out('joined', { during: 'someday' })],
    [
      '"certainty" of out takes POSSIBLE or CERTAIN, not "SURE".',
      () => all().out('joined', { certainty: 'SURE' as 'CERTAIN' }),
    ],
    ["order({ name: 'ASC' }, { kind: 'ASC' })", () => all().order({ name: 'ASC', kind: 'ASC' })],
    ['"name" of order takes ASC or DESC, not "UP".', () => all().order({ name: 'UP' as 'ASC' })],
    ['"count" of limit takes a whole number from 0 on, not 1.5.', () => all().limit(1.5)],
    ['"count" of skip takes a whole number from 0 on, not -1.', () => all().skip(-1)],
    ['"times" of repeat takes a whole number from 1 on, not 0.', () => all().repeat((at) => at.out(), { times: 0 })],
    ['Say how many "times"', () => all().repeat((at) => at.out(), { dedupe: false })],
    ['Leave out "emit: false"', () => all().repeat((at) => at.out(), { emit: false })],
    ["having((at) => at.out('…'))", () => all().having(() => graph.nodes())],
    ["repeat((at) => at.out('…'))", () => all().repeat((at) => graph.from(at.first() ?? 'a'))],
    ['Did you mean a (Aland)?', () => graph.from('A')],
    ['No node has the id "nobody"', () => all().not('nobody')],
  ])('%s', (sentence, mistake) => expect(mistake).toThrow(sentence));
});
