import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type QueryLimits } from '../../src/graphql/limits/query-limits.ts';
import { engineOf, QueryEngine } from '../../src/graphql/query-engine.ts';
import { randomGraph } from '../kit/random-graph.ts';
import { movies } from './movies.ts';

interface Refused {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

function refused(query: string, limits: Partial<QueryLimits>, variables = {}): Refused {
  const answer = movies.ask(query, variables, limits);
  return answer.errors?.[0] as unknown as Refused;
}

const cases: readonly (readonly [keyof QueryLimits, number, string, string])[] = [
  ['maxDepth', 3, '{ people { directed { cast { id } } } }', 'is 4 fields deep, and may be 3'],
  ['maxDepth', 3, '{ people { ...A } } fragment A on Person { directed { cast { id } } }', 'is 4 fields deep'],
  ['maxAliases', 2, '{ a: people { x: id } b: people { id } }', 'has 3 aliases, and may have 2'],
  [
    'maxAliases',
    2,
    '{ people { ...A directed { cast { ...A } } } } fragment A on Person { x: id y: id }',
    'has 4 aliases',
  ],
  ['maxCost', 200, '{ people(limit: 10) { directed(limit: 10) { cast { id } } } }', 'is estimated to cost'],
  ['maxPageSize', 3, '{ people(limit: 4) { id } }', '"limit" is 4, and may be 3'],
  ['maxPageSize', 3, '{ people { id } }', '"people" has 4 rows, and a list may have 3'],
  ['maxPageSize', 1, '{ peopleConnection { edges { cursor } } }', 'has 4 rows'],
  ['maxPageSize', 5, '{ search(text: "ann") { score } }', '"first" is 10, and may be 5'],
  ['maxRows', 6, '{ people { directed { id } } films { id } }', 'has more than 6 rows in all'],
  ['maxWork', 3, '{ people(where: { name: { contains: "n" } }) { id } }', 'more than 3 nodes and edges'],
  ['maxWork', 8, '{ people(where: { actedIn: { some: { title: { eq: "x" } } } }) { id } }', 'more than 8 nodes'],
  ['maxWork', 39, '{ ranking(by: PAGERANK) { score } }', 'more than 39 nodes and edges'],
  ['maxWork', 199, '{ communities { modularity } }', 'more than 199 nodes and edges'],
  ['maxHops', 2, '{ paths(from: "ann", to: "bob", maxHops: 3) { truncated } }', '"maxHops" is 3, and may be 2'],
  ['maxSearchText', 5, '{ search(text: "ann and bob") { score } }', 'has 11 characters, and may have 5'],
];

test.each(cases)('%s = %i: refused by name, value and option', (limit, allowed, query, says) => {
  const { message, extensions } = refused(query, { [limit]: allowed });
  expect(message).toContain(says);
  expect(message).toContain(`raise the option "${limit}"`);
  expect(extensions).toMatchObject({ code: 'LIMIT_REACHED', limit, allowed });
});

test('what aliases multiply is paid for each time', () => {
  const searches = Array.from({ length: 55 }, (_, i) => `a${i}: search(text: "ann") { score }`);
  expect(refused(`{ ${searches.join(' ')} }`, {}).extensions).toMatchObject({ limit: 'maxWork' });
  expect(movies.ask(`{ ${searches.slice(0, 40).join(' ')} }`).errors).toBeUndefined();
});

test('an analysis pays for what is left of the graph, and not for the whole', () => {
  const ranking = (via: string): string => `{ ranking(by: PAGERANK${via}) { score } }`;
  expect(refused(ranking(''), { maxWork: 200 }).extensions).toMatchObject({ limit: 'maxWork' });
  expect(movies.ask(ranking(', via: ["directed"]'), {}, { maxWork: 200 }).errors).toBeUndefined();
});

test('betweenness searches from as many nodes as may be looked at, and says so', () => {
  const view = randomGraph(3, { nodes: 60, edges: 120 });
  const question = '{ ranking(by: BETWEENNESS, seed: 4) { score error } }';
  for (const wrong of ['sample: 0', 'sample: -1', 'seed: -1'])
    expect(movies.refusal(`{ ranking(by: BETWEENNESS, ${wrong}) { score } }`)).toBe('BAD_OPTION');
  expect(movies.refusal('{ communities(resolution: -1) { modularity } }')).toBe('BAD_OPTION');
  const ask = (maxWork: number) => engineOf(view.graph, { ...defaultLimits, maxWork }).ask({ view }, question);
  const estimated = ask(6000);
  expect(estimated.extensions?.hints).toEqual([
    expect.stringMatching(/^Betweenness is estimated, from \d\d of 60 nodes drawn by seed 4\.$/),
  ]);
  expect(ask(1_000_000).extensions?.hints).toBeUndefined();
});

describe('an operation that takes more work than is done here', () => {
  const engine = new QueryEngine(movies.view.graph);
  const tried = (query: string, workHere: number) =>
    engine.tryAnswer({ view: movies.view }, parse(query), { workHere }) as object | undefined;

  test.each([
    '{ people(where: { name: { contains: "n" } }) { id } }',
    '{ ranking(by: PAGERANK) { score } }',
    '{ paths(from: "ann", to: "bob") { truncated } }',
    // What introspection has beside it is executed by graphql-js.
    '{ __schema { queryType { name } } ranking(by: PAGERANK) { score } }',
  ])('%s is not answered, each time anew', (query) => {
    expect(tried(query, 1)).toBeUndefined();
    expect(tried(query, 1)).toBeUndefined();
    expect(tried(query, 5_000_000)).toEqual(engine.ask({ view: movies.view }, query));
  });

  test('is found in what is remembered once it was answered elsewhere', () => {
    const document = parse('{ ranking(by: DEGREE) { score } }');
    const asked = { view: movies.view };
    expect(engine.tryAnswer(asked, document, { workHere: 1 })).toBeUndefined();
    const answer = new QueryEngine(movies.view.graph).answer(asked, document);
    if ('json' in answer) engine.remember(asked, document, {}, answer);
    expect(engine.tryAnswer(asked, document, { workHere: 1 })).toBe(answer);
  });

  test('is refused all the same where it takes more than it may', () => {
    const strict = new QueryEngine(movies.view.graph, { limits: { ...defaultLimits, maxWork: 39 } });
    const answer = strict.tryAnswer({ view: movies.view }, parse('{ ranking(by: PAGERANK) { score } }'), {
      workHere: 39,
    });
    expect(answer).toMatchObject({ errors: [{ extensions: { limit: 'maxWork' } }] });
  });
});

describe('cost', () => {
  const estimate = (query: string, variables = {}): unknown => {
    const answer = movies.ask(query, variables);
    expect(answer.errors).toBeUndefined();
    return (answer.extensions as { cost: { estimate: number } }).cost.estimate;
  };

  test('is rows × (cost of a row) + 1, and comes with the answer', () => {
    expect(estimate('{ people(limit: 3) { id name } }')).toBe(1 + 3 * 2);
    expect(estimate('{ people(limit: 3) { directed(limit: 2) { id } } }')).toBe(1 + 3 * (1 + 2 * 1));
    expect(estimate('{ peopleConnection(first: 3) { totalCount edges { node { id } } } }')).toBe(1 + 3 * (1 + 3));
  });

  test('assumes a number of rows where no page size is given', () => {
    expect(estimate('{ people { id } }')).toBe(1 + 10);
    expect(estimate('{ search(text: "ann") { score } }')).toBe(1 + 10);
  });

  test('counts rows once, in whichever list of a page they are', () => {
    const timeline = (lists: string): string => `{ timeline(first: 7) { entryCount ${lists} } }`;
    expect(estimate(timeline('entries { when } undated { when }'))).toBe(1 + 7 * (1 + 2 * (1 + 1)));
    expect(estimate(`${timeline('...Dated')} fragment Dated on Timeline { entries { when } }`)).toBe(
      1 + 7 * (1 + 1 + 1),
    );
  });

  test('counts page sizes in variables and their defaults', () => {
    const query = 'query ($n: Int = 7) { people(limit: $n) { id } }';
    expect(estimate(query)).toBe(1 + 7);
    expect(estimate(query, { n: 3 })).toBe(1 + 3);
  });

  test('counts the hops of filters, written out or in variables', () => {
    const where = { directed: { some: { cast: { some: { id: { eq: 'x' } } } } } };
    const written =
      '{ people(limit: 1, where: { directed: { some: { cast: { some: { id: { eq: "x" } } } } } }) { id } }';
    expect(estimate(written)).toBe(1 + 1 + (10 * 10 * (1 + 10)) / 10);
    expect(estimate('query ($where: PersonWhere) { people(limit: 1, where: $where) { id } }', { where })).toBe(
      1 + 1 + (10 * 10 * (1 + 10)) / 10,
    );
  });

  test('of more fields than anybody can count is found out without counting them', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, i) => `fragment F${i} on Person { directed { cast { ...F${i + 1} } } marriedTo { ...F${i + 1} } }`,
    );
    const query = `{ people { ...F0 } } ${fragments.join(' ')} fragment F40 on Person { id }`;
    const { message } = refused(query, { maxDepth: 1000, maxAliases: 1000 });
    expect(message).toContain('costs more than can be counted');
  });
});

test('variables may lie in each other only so deep', () => {
  const where = { NOT: { NOT: { NOT: { name: { eq: 'Ann' } } } } };
  const query = 'query ($where: PersonWhere) { people(where: $where) { id } }';
  expect(refused(query, { maxInputDepth: 5 }, { where }).extensions).toMatchObject({
    limit: 'maxInputDepth',
    allowed: 5,
  });
  expect(refused(query, { maxInputDepth: 6 }, { where })).toBeUndefined();
});

test('reading the schema is not held to the depth of queries, but costs', () => {
  const introspection = '{ __schema { types { fields { type { ofType { ofType { name } } } } } } }';
  expect(refused(introspection, { maxDepth: 3 })).toBeUndefined();
  expect(
    refused(`{ a: ${introspection.slice(2, -2)} b: ${introspection.slice(2)}`, { maxCost: 15_000 }).extensions,
  ).toMatchObject({
    limit: 'maxCost',
  });
});
