/**
 * Who writes a query as it would be elsewhere is told the form that is right here, in process and over HTTP alike.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../../src/server/create-server.ts';
import { movies } from './movies.ts';

type Server = Awaited<ReturnType<typeof createServer>>;
let server: Server;
beforeAll(async () => {
  server = await createServer({ graph: movies, print: () => {} });
});
afterAll(() => server.close());

const guesses: readonly (readonly [query: string, hint: string, variables: object])[] = [
  ['{ people(where: { name: "Ann" }) { id } }', 'Write { eq: "Ann" }.', {}],
  ['{ people(where: { id: ["ann", "bob"] }) { id } }', 'Write { in: ["ann", "bob"] }.', {}],
  ['{ people(where: { awards: "oscar" }) { id } }', 'Write { includes: "oscar" }.', {}],
  ['query ($name: String) { people(where: { name: $name }) { id } }', 'Write { eq: $name }.', {}],
  ['query ($where: PersonWhere) { people(where: $where) { id } }', 'Write { eq: "Ann" }.', { where: { name: 'Ann' } }],
  ['{ people(where: { name: { equals: "Ann" } }) { id } }', 'Write "eq: …".', {}],
  ['{ people(where: { name_STARTS_WITH: "A" }) { id } }', 'Write "name: { startsWith: … }".', {}],
  ['{ people(where: { directed: { title: { eq: "x" } } }) { id } }', 'Write "some: { title: … }".', {}],
  ['{ people(id: "ann") { id } }', 'Write "where: { id: { eq: … } }".', {}],
  ['{ people(orderBy: { name: ASC }) { id } }', 'Write "sort: [{ name: ASC }]".', {}],
  ['{ people(sort: "name") { id } }', 'Write [{ name: ASC }].', {}],
  ['{ people(sort: [{ directedConnection: DESC }]) { id } }', 'Write { nodes: DESC }.', {}],
  ['{ peopleConnection { nodes { id } } }', 'Write "edges { node { … } }".', {}],
  ['{ peopleConnection { edges { id } } }', 'Write "node { id }".', {}],
  ['{ peopleConnection { id } }', 'Write "edges { node { id } }".', {}],
  ['{ search(text: "ann") { id } }', 'Write "node { id }".', {}],
  ['{ entity(id: "ann") { edges { id } } }', 'Write "neighbourhood(of: …) { edges { … } }" at the root.', {}],
  [
    '{ people(where: { directedAggregate: { count: { gt: 1 } } }) { id } }',
    'Write "directedConnection: { aggregate: { count: { edges: { gt: … } } } }".',
    {},
  ],
  [
    '{ people(where: { directedConnection: { aggregate: { count: { gt: 1 } } } }) { id } }',
    'Write "edges: { gt: … }".',
    {},
  ],
];

describe.each(guesses)('%s', (query, hint, variables) => {
  const codes = ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

  test(`in process: ${hint}`, () => {
    const [error] = movies.ask(query, variables as Record<string, unknown>).errors ?? [];
    expect(error?.message.endsWith(` ${hint}`), error?.message).toBe(true);
    expect(error?.extensions?.hint).toBe(hint);
    expect(codes).toContain(error?.extensions?.code);
  });

  test('over HTTP the same', async () => {
    const answer = await server.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
    const [error] = answer.json().errors;
    expect(answer.statusCode).toBe(400);
    expect(error.message.endsWith(` ${hint}`), error.message).toBe(true);
    expect(error.extensions.hint).toBe(hint);
    expect(codes).toContain(error.extensions.code);
  });
});

test('what is right is asked as it is told', () => {
  for (const query of [
    '{ people(where: { name: { eq: "Ann" }, awards: { includes: "oscar" } }, sort: [{ name: ASC }]) { id } }',
    '{ peopleConnection { edges { node { id } } } neighbourhood(of: "ann") { edges { id } } }',
    '{ people(where: { directedConnection: { aggregate: { count: { edges: { gt: 1 } } } } }) { id } }',
  ]) {
    expect(movies.ask(query).errors, query).toBeUndefined();
  }
});

test('a variable that is not set does not make of a filter none at all', () => {
  const query = 'query ($name: String) { people(where: { name: { eq: $name } }) { id } }';
  expect(movies.refusal(query)).toBe('EMPTY_FILTER');
  expect(movies.data(query, { name: null })).toEqual({ people: [] });
  const counted =
    'query ($n: Int) { people(where: { directedConnection: { aggregate: { count: { edges: { gt: $n } } } } }) { id } }';
  expect(movies.refusal(counted)).toBe('EMPTY_FILTER');
});
