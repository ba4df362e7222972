/**
 * The law: whatever the graph and whatever the filter, compiled filters answer as the plain reading of them does.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EdgeFact, NodeFact, Properties } from '../../src/facts/fact.ts';
import { undated } from '../../src/facts/validity.ts';
import { defaultLimits } from '../../src/graphql/limits/query-limits.ts';
import { engineOf } from '../../src/graphql/query-engine.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { PlainFilter, type PlainRelations, type PlainWorld } from './plain-filter.ts';
import { ontologyOf } from './sdl-files.ts';

/** How many worlds are tried; more on demand: `FILTER_LAW_RUNS=100000 npx vitest run test/graphql/filter-law`. */
const RUNS = Number(process.env.FILTER_LAW_RUNS ?? 1000);

const ontology = ontologyOf(`
interface Thing { id: ID!  name: String  fans: [Man!]! @declareRelationship }
union Friend = Man | Cat
type Man implements Thing @node {
  id: ID!
  name: String
  age: Int
  tags: [String!]
  likes: [Thing!]! @relationship(type: "likes", direction: OUT, properties: "Tie")
  likedBy: [Man!]! @relationship(type: "likes", direction: IN, properties: "Tie")
  knows: [Man!]! @relationship(type: "knows", direction: OUT, queryDirection: UNDIRECTED, properties: "Tie")
  fans: [Man!]! @relationship(type: "admires", direction: IN, properties: "Tie")
  boss: Man @relationship(type: "obeys", direction: OUT, properties: "Tie")
  best: Friend @relationship(type: "trusts", direction: OUT, properties: "Tie")
  friends: [Friend!]! @relationship(type: "befriends", direction: OUT, properties: "Tie")
}
type Cat implements Thing @node {
  id: ID!
  name: String
  lives: Int
  likedBy: [Man!]! @relationship(type: "likes", direction: IN, properties: "Tie")
  fans: [Man!]! @relationship(type: "feeds", direction: IN, properties: "Care")
}
type Tie @relationshipProperties { id: ID!  since: Date  role: String  weight: Int }
type Care @relationshipProperties { role: String  weight: Int }
`);
const relations: PlainRelations = {
  likes: { type: 'likes', way: 'OUT' },
  likedBy: { type: 'likes', way: 'IN' },
  knows: { type: 'knows', way: 'BOTH' },
  'Man.fans': { type: 'admires', way: 'IN', carries: 'Tie' },
  'Cat.fans': { type: 'feeds', way: 'IN', carries: 'Care' },
  boss: { type: 'obeys', way: 'OUT', single: true },
  best: { type: 'trusts', way: 'OUT', single: true, union: true },
  friends: { type: 'befriends', way: 'OUT', union: true },
};
const edgeTypesTo = {
  Man: ['likes', 'knows', 'admires', 'obeys', 'trusts', 'befriends'],
  Cat: ['likes', 'feeds', 'trusts', 'befriends'],
};

const text = fc.constantFrom('a', 'b', 'ab', 'ba', '', 'Ab', 'B');
const number = fc.constantFrom(0, 1, 2);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 3 });
const withoutMissing = (given: object): Properties =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

const typeTo = (target: keyof typeof edgeTypesTo, place: number): string => {
  const types = edgeTypesTo[target];
  return types[place % types.length] as string;
};

const world: fc.Arbitrary<PlainWorld> = fc
  .record({ men: fc.integer({ min: 1, max: 4 }), cats: fc.integer({ min: 0, max: 3 }) })
  .chain(({ men, cats }) => {
    const manIds = Array.from({ length: men }, (_, i) => `m${i}`);
    const catIds = Array.from({ length: cats }, (_, i) => `c${i}`);
    const node = (id: string, type: string): fc.Arbitrary<PlainWorld['nodes'][number]> =>
      fc
        .record({ name: optional(text), age: optional(number), tags: optional(fc.array(text, { maxLength: 2 })) })
        .map(({ name, age, tags }) => ({
          id,
          type,
          properties: withoutMissing(type === 'Man' ? { id, name, age, tags } : { id, name, lives: age }),
        }));
    const edge = fc
      .record({
        place: fc.nat({ max: 5 }),
        from: fc.constantFrom(...manIds),
        to: fc.constantFrom(...manIds, ...catIds),
        role: optional(text),
        weight: optional(number),
      })
      .map(({ place, from, to, role, weight }) => ({
        type: typeTo(to.startsWith('c') ? 'Cat' : 'Man', place),
        from,
        to,
        properties: withoutMissing({ role, weight }),
      }));
    return fc.record({
      nodes: fc.tuple(...manIds.map((id) => node(id, 'Man')), ...catIds.map((id) => node(id, 'Cat'))),
      edges: fc.array(edge, { maxLength: 16 }),
    });
  });

type Where = Readonly<Record<string, unknown>>;

const ordered = (of: fc.Arbitrary<unknown>): fc.Arbitrary<Where> =>
  fc.oneof(fc.record({ gt: of }), fc.record({ gte: of, lte: of }), fc.record({ lt: of }));
const expression = fc.constantFrom('a.*', '(a|b)+', '[^b]*', 'ab?', '');
const caselessFilter = fc.oneof(
  fc.record({ eq: fc.option(fc.constantFrom('A', 'aB', ''), { freq: 4 }) }),
  fc.record({ in: fc.array(fc.constantFrom('A', 'Ba', 'c'), { maxLength: 3 }) }),
  fc.record({ contains: fc.constantFrom('A', 'b'), startsWith: fc.constantFrom('A', '') }),
  ordered(fc.constantFrom('A', 'Ab', 'b')),
  fc.record({ matches: expression }),
);
const textFilter = fc.oneof(
  ordered(text),
  fc.record({ matches: expression }),
  fc.record({ caseInsensitive: caselessFilter }),
  fc.record({ eq: fc.option(text, { freq: 4 }) }),
  fc.record({ in: fc.array(text, { maxLength: 3 }) }),
  fc.record({ contains: text }),
  fc.record({ startsWith: text, endsWith: text }),
);
const numberFilter = fc.oneof(
  fc.record({ eq: fc.option(number, { freq: 4 }) }),
  fc.record({ in: fc.array(number, { maxLength: 2 }) }),
  fc.record({ gt: number }),
  fc.record({ gte: number, lte: number }),
  fc.record({ lt: number }),
);
/** Of averages and sums too; the library fails on `in` here. */
const comparedWith = fc.oneof(
  fc.record({ eq: number }),
  fc.record({ gt: number, lte: number }),
  fc.record({ gte: number }),
  fc.record({ lt: number }),
);
const numbersFilter = (names: readonly string[]): fc.Arbitrary<Where> =>
  fc.dictionary(fc.constantFrom(...names), comparedWith, { minKeys: 1, maxKeys: 2 });
const listFilter = fc.oneof(
  fc.record({ eq: fc.option(fc.array(text, { maxLength: 2 }), { freq: 4 }) }),
  fc.record({ includes: text }),
);
const idFilter = fc.record({ in: fc.array(fc.constantFrom('m0', 'm1', 'c0', 'x'), { maxLength: 3 }) });

/** One condition, or several joined; never none, for that is refused inside quantifiers. */
function joined(condition: fc.Arbitrary<Where>, depth: number): fc.Arbitrary<Where> {
  if (depth === 0) return condition;
  const inner = joined(condition, depth - 1);
  return fc.oneof(
    { weight: 4, arbitrary: condition },
    { weight: 1, arbitrary: fc.record({ AND: fc.array(inner, { minLength: 1, maxLength: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ OR: fc.array(inner, { minLength: 1, maxLength: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ NOT: inner }) },
    { weight: 1, arbitrary: fc.tuple(condition, inner).map(([a, b]) => ({ ...a, NOT: b })) },
  );
}

const edgeWhere = joined(fc.oneof(fc.record({ role: textFilter }), fc.record({ weight: numberFilter })), 1);

function thingWhere(plain: boolean, depth = 0): fc.Arbitrary<Where> {
  const typename = fc.record({ typename: fc.subarray(['Man', 'Cat'], { minLength: 1 }) });
  const conditions: fc.Arbitrary<Where>[] = [fc.record({ name: textFilter }), ...(plain ? [] : [typename])];
  if (depth > 0) {
    const any = fc.constantFrom('some', 'none', 'all', 'single');
    const by = (where: fc.Arbitrary<Where>): fc.Arbitrary<Where> =>
      fc.tuple(any, where).map(([name, it]) => ({ [name]: it }));
    const men = manWhere(depth - 1);
    conditions.push(fc.record({ fans: by(men) }), fc.record({ fansConnection: by(declaredEdges(men)) }));
  }
  return joined(fc.oneof(...conditions), 2);
}

/** Edges of what `Thing` declares: each type of edges is asked by its own name. */
const declaredEdges = (node: fc.Arbitrary<Where>): fc.Arbitrary<Where> =>
  joined(
    fc.oneof(
      fc.record({ node }),
      fc.record({ edge: fc.record({ Tie: edgeWhere, Care: edgeWhere }) }),
      fc.record({ node, edge: fc.record({ Tie: edgeWhere, Care: edgeWhere }) }),
    ),
    1,
  );

function manWhere(depth: number): fc.Arbitrary<Where> {
  const conditions: fc.Arbitrary<Where>[] = [
    fc.record({ name: textFilter }),
    fc.record({ age: numberFilter }),
    fc.record({ tags: listFilter }),
    fc.record({ id: idFilter }),
  ];
  if (depth > 0) conditions.push(...relationFilters(depth), ...relationFilters(depth));
  return joined(fc.oneof(...conditions), 2);
}

function relationFilters(depth: number): fc.Arbitrary<Where>[] {
  const some = fc.constantFrom('some', 'none');
  const any = fc.constantFrom('some', 'none', 'all', 'single');
  const quantified = (quantifier: fc.Arbitrary<string>, where: fc.Arbitrary<Where>): fc.Arbitrary<Where> =>
    fc.tuple(quantifier, where).map(([name, it]) => ({ [name]: it }));
  const edges = (node: fc.Arbitrary<Where>): fc.Arbitrary<Where> =>
    joined(fc.oneof(fc.record({ node }), fc.record({ edge: edgeWhere }), fc.record({ node, edge: edgeWhere })), 1);
  const count = fc.oneof(fc.record({ nodes: numberFilter }), fc.record({ edges: numberFilter }));
  const counted = (numbers: fc.Arbitrary<Where>[]): fc.Arbitrary<Where> =>
    joined(fc.oneof(...numbers, fc.record({ count })), 1)
      .filter((it) => !JSON.stringify(it).includes('null'))
      .map((it) => ({ aggregate: it }));
  const lengths = numbersFilter(['shortestLength', 'longestLength', 'averageLength']);
  const numbers = numbersFilter(['min', 'max', 'average', 'sum']);
  const edge = joined(fc.oneof(fc.record({ role: lengths }), fc.record({ weight: numbers })), 1).map((it) => ({
    edge: it,
  }));
  const named = joined(fc.record({ name: lengths }), 1).map((it) => ({ node: it }));
  const aged = joined(fc.oneof(fc.record({ age: numbers }), fc.record({ name: lengths })), 1).map((it) => ({
    node: it,
  }));
  const men = manWhere(depth - 1);
  const cats = thingWhere(true, depth - 1);
  const members = (
    of: (where: fc.Arbitrary<Where>) => fc.Arbitrary<Where>,
    ...nothing: fc.Arbitrary<Where>[]
  ): fc.Arbitrary<Where> =>
    fc.oneof(
      fc.record({ Man: of(men) }),
      fc.record({ Cat: of(fc.record({ name: textFilter })) }),
      fc.record({ Man: of(men), Cat: fc.oneof(...nothing, of(fc.record({ lives: numberFilter }))) }),
    );
  // Of a member nothing need be said, but in the filter of a connection.
  const plainMembers = members((it) => it, fc.constant({}));
  return [
    fc.record({ likes: quantified(some, cats) }),
    fc.record({ fans: quantified(any, men) }),
    fc.record({ fansConnection: quantified(any, declaredEdges(men)) }),
    fc.record({ boss: fc.option(men, { freq: 4 }) }),
    fc.record({ bossConnection: edges(men) }),
    fc.record({ best: plainMembers }),
    fc.record({ bestConnection: members(edges) }),
    fc.record({ friends: quantified(some, plainMembers) }),
    fc.record({ friendsConnection: quantified(some, members(edges)) }),
    fc.record({ likedBy: quantified(any, men) }),
    fc.record({ knows: quantified(any, men) }),
    fc.record({ likesConnection: quantified(any, edges(thingWhere(false))) }),
    fc.record({ knowsConnection: quantified(any, edges(men)) }),
    fc.record({ likedByConnection: counted([aged, edge]) }),
    fc.record({ likesConnection: counted([named, edge]) }),
    fc.record({ knowsConnection: counted([aged, edge]) }),
  ];
}

function viewOf({ nodes, edges }: PlainWorld): GraphView {
  const nodeFacts = nodes.map(
    ({ id, type, properties }): NodeFact => ({ id, type, properties: properties as Properties }),
  );
  const edgeFacts = edges.map(
    (edge, i): EdgeFact => ({
      id: `e${i}`,
      ...edge,
      properties: edge.properties as Properties,
      validity: undated,
      sources: [],
    }),
  );
  return GraphView.whole(freezeGraph(ontology, { nodes: nodeFacts, edges: edgeFacts }));
}

function ask<T>(view: GraphView, query: string, where: Where): T {
  const limits = { ...defaultLimits, maxCost: Number.POSITIVE_INFINITY };
  const answer = engineOf(view.graph, limits).ask({ view }, query, { variables: { where } });
  if (!('json' in answer)) throw new Error(answer.errors.map((it) => it.message).join('\n'));
  return JSON.parse(answer.json);
}

interface Men {
  readonly men: readonly { readonly id: string }[];
  readonly menConnection: { readonly totalCount: number };
}

interface Acquaintances {
  readonly men: readonly {
    readonly knowsConnection: {
      readonly totalCount: number;
      readonly edges: readonly unknown[];
      readonly aggregate: { readonly count: { readonly nodes: number; readonly edges: number } };
    };
  }[];
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map((it) => it.id).sort();

test(`a filter keeps the nodes that its plain reading keeps, in ${RUNS} random worlds`, () => {
  fc.assert(
    fc.property(world, manWhere(4), (facts, where) => {
      const plain = new PlainFilter(facts, relations);
      const kept = facts.nodes.filter(
        (node) => node.type === 'Man' && plain.holds(where, { node, edge: undefined }) === true,
      );
      const view = viewOf(facts);
      const query =
        'query ($where: ManWhere) { men(where: $where) { id } menConnection(where: $where) { totalCount } }';
      const { men, menConnection } = ask<Men>(view, query, where);
      expect(idsOf(men)).toEqual(idsOf(kept));
      expect(menConnection).toEqual({ totalCount: kept.length });
    }),
    { numRuns: RUNS },
  );
});

test('a connection keeps the edges that the plain reading keeps', () => {
  const where = fc.oneof(
    fc.record({ edge: edgeWhere }),
    fc.record({ node: manWhere(1) }),
    fc.record({ node: manWhere(1), NOT: fc.record({ edge: edgeWhere }) }),
  );
  fc.assert(
    fc.property(world, where, (facts, asked) => {
      const plain = new PlainFilter(facts, relations);
      const query = `query ($where: ManKnowsConnectionWhere) { men { knowsConnection(where: $where) {
        totalCount edges { node { id } properties { id } } aggregate { count { nodes edges } } } } }`;
      const { men } = ask<Acquaintances>(viewOf(facts), query, asked);
      const expected = facts.nodes
        .filter((it) => it.type === 'Man')
        .map((node) => plain.rows(node, 'knows').filter((row) => plain.holds(asked, row) === true))
        .map((rows) => ({
          totalCount: rows.length,
          listed: rows.length,
          edges: rows.length,
          nodes: new Set(rows.map((it) => it.node.id)).size,
        }));
      const found = men.map(({ knowsConnection: { totalCount, edges, aggregate } }) => ({
        totalCount,
        listed: edges.length,
        ...aggregate.count,
      }));
      expect(found).toEqual(expected);
    }),
    { numRuns: RUNS / 4 },
  );
});
