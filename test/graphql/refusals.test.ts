import { expect, test } from 'vitest';
import { movies } from './movies.ts';

const cases: readonly (readonly [string, string, string])[] = [
  ['some without a condition', 'EMPTY_FILTER', '{ people(where: { directed: { some: {} } }) { id } }'],
  ['none without a condition', 'EMPTY_FILTER', '{ people(where: { directed: { none: { AND: [] } } }) { id } }'],
  ['all without a condition', 'EMPTY_FILTER', '{ people(where: { directedConnection: { all: {} } }) { id } }'],
  ['single without one', 'EMPTY_FILTER', '{ people(where: { directedConnection: { single: { node: {} } } }) { id } }'],
  ['a quantifier that is null', 'EMPTY_FILTER', '{ people(where: { directed: { some: null } }) { id } }'],
  ['OR of nothing', 'EMPTY_FILTER', '{ people(where: { OR: [] }) { id } }'],
  ['an empty branch of OR', 'EMPTY_FILTER', '{ people(where: { OR: [{}, { name: { eq: "Ann" } }] }) { id } }'],
  ['NOT of nothing', 'EMPTY_FILTER', '{ people(where: { NOT: { name: {} } }) { id } }'],
  ['a property filter of nothing', 'EMPTY_FILTER', '{ people(where: { AND: [], name: {} }) { id } }'],
  ['a relation filter of nothing', 'EMPTY_FILTER', '{ people(where: { directed: {} }) { id } }'],
  ['a connection filter of nothing', 'EMPTY_FILTER', '{ people(where: { directedConnection: {} }) { id } }'],
  [
    'in among numbers about what is related',
    'AGGREGATE_FILTER',
    '{ people(where: { directedConnection: { aggregate: { node: { year: { min: { in: [1] } } } } } }) { id } }',
  ],
  [
    'a number that is compared with nothing',
    'EMPTY_FILTER',
    '{ people(where: { directedConnection: { aggregate: { node: { year: { min: {} } } } } }) { id } }',
  ],
  ['an aggregate of nothing', 'EMPTY_FILTER', '{ people(where: { directedConnection: { aggregate: {} } }) { id } }'],
  [
    'a count of nothing',
    'EMPTY_FILTER',
    '{ people(where: { directedConnection: { aggregate: { count: {} } } }) { id } }',
  ],
  ['typename of nothing', 'EMPTY_FILTER', '{ works(where: { typename: [] }) { id } }'],
  ['a property filter that is null', 'NULL_FILTER', '{ people(where: { name: null }) { id } }'],
  ['a relation that is null', 'NULL_FILTER', '{ people(where: { directed: null }) { id } }'],
  ['a connection that is null', 'NULL_FILTER', '{ people(where: { directedConnection: null }) { id } }'],
  ['a comparison with null', 'NULL_FILTER', '{ people(where: { name: { contains: null } }) { id } }'],
  [
    'an expression that Java alone reads',
    'BAD_EXPRESSION',
    '{ people(where: { name: { matches: "(?=a)a" } }) { id } }',
  ],
  [
    'an escape in capitals where they do not count',
    'BAD_EXPRESSION',
    String.raw`{ people(where: { name: { caseInsensitive: { matches: "\\D" } } }) { id } }`,
  ],
  [
    'a date of sources that is none',
    'BAD_DATE',
    '{ people(where: { directedConnection: { some: { support: { newest: "soon" } } } }) { id } }',
  ],
  ['caseInsensitive of nothing', 'EMPTY_FILTER', '{ people(where: { name: { caseInsensitive: {} } }) { id } }'],
  ['caseInsensitive that is null', 'NULL_FILTER', '{ people(where: { name: { caseInsensitive: null } }) { id } }'],
  [
    'what is compared with null in it',
    'NULL_FILTER',
    '{ people(where: { name: { caseInsensitive: { lt: null } } }) { id } }',
  ],
  ['in: null', 'NULL_FILTER', '{ people(where: { name: { in: null } }) { id } }'],
  ['in with a null', 'GRAPHQL_VALIDATION_FAILED', '{ people(where: { name: { in: [null] } }) { id } }'],
  [
    'a count compared with null',
    'NULL_FILTER',
    '{ people(where: { directedConnection: { aggregate: { count: { edges: { eq: null } } } } }) { id } }',
  ],
  [
    'all behind an interface',
    'INTERFACE_FILTER',
    '{ people(where: { actedIn: { all: { title: { eq: "x" } } } }) { id } }',
  ],
  [
    'single behind an interface',
    'INTERFACE_FILTER',
    '{ people(where: { actedIn: { single: { title: { eq: "x" } } } }) { id } }',
  ],
  [
    'typename in a plain filter',
    'INTERFACE_FILTER',
    '{ people(where: { actedIn: { some: { NOT: { typename: [Film] } } } }) { id } }',
  ],
  ['a sort with two fields', 'AMBIGUOUS_SORT', '{ people(sort: [{ name: ASC, born: ASC }]) { id } }'],
  [
    'a sort by edge and node at once',
    'AMBIGUOUS_SORT',
    '{ people { actedInConnection(sort: [{ edge: { pay: ASC }, node: { title: ASC } }]) { totalCount edges { cursor } } } }',
  ],
  ['a sort without a direction', 'NULL_SORT', '{ people(sort: [{ name: null }]) { id } }'],
  ['a cursor that is none', 'BAD_CURSOR', '{ peopleConnection(first: 1, after: "nonsense") { edges { cursor } } }'],
  ['a page of nothing', 'BAD_PAGE', '{ people(limit: 0) { id } }'],
  ['a negative page', 'BAD_PAGE', '{ peopleConnection(first: -1) { edges { cursor } } }'],
  ['a negative offset', 'BAD_PAGE', '{ people(offset: -1) { id } }'],
  ['a timeline that skips backwards', 'BAD_PAGE', '{ timeline(skip: -1) { entryCount } }'],
  ['a timeline of less than nothing', 'BAD_PAGE', '{ timeline(first: -5) { entryCount } }'],
  ['changes that skip backwards', 'BAD_PAGE', '{ changes(from: "2000", to: "2001", skip: -1) { happenedCount } }'],
  ['a number beyond 32 bits', 'GRAPHQL_VALIDATION_FAILED', '{ people(where: { born: { eq: 3000000000 } }) { id } }'],
  ['a mutation', 'GRAPHQL_VALIDATION_FAILED', 'mutation { createPeople { info } }'],
  ['a subscription', 'GRAPHQL_VALIDATION_FAILED', 'subscription { people { id } }'],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', '{ people { nmae } }'],
  ['text that is no query', 'GRAPHQL_PARSE_FAILED', '{ people { id '],
  ['brackets without end', 'GRAPHQL_PARSE_FAILED', `${'{people'.repeat(50_000)}${'}'.repeat(50_000)}`],
  [
    'a fragment in a circle',
    'GRAPHQL_VALIDATION_FAILED',
    '{ people { ...A } } fragment A on Person { directed { cast { ...A } } }',
  ],
];

test.each(cases)('%s is refused as %s', (_, code, query) => {
  expect(movies.refusal(query)).toBe(code);
});

test('an empty quantifier is told how to ask whether there is any', () => {
  const [error] = movies.ask('{ people(where: { directed: { some: {} } }) { id } }').errors ?? [];
  expect(error?.message).toBe(
    '"directed: { some: {} }" says nothing about what is related, and @neo4j/graphql would return every node. ' +
      'To ask whether there is any, write "directedConnection: { aggregate: { count: { edges: { gt: 0 } } } }".',
  );
  expect(error?.extensions?.hint).toBe(
    'To ask whether there is any, write "directedConnection: { aggregate: { count: { edges: { gt: 0 } } } }".',
  );
});

test("a variable of a wrong type is the caller's mistake, and nothing is run", () => {
  const answer = movies.ask('query ($limit: Int) { people(limit: $limit) { id } }', { limit: 'many' });
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  expect(answer).not.toHaveProperty('data');
});

test('an inner condition that says nothing has a remedy that can be followed', () => {
  const [error] = movies.ask('{ people(where: { name: { caseInsensitive: {} } }) { id } }').errors ?? [];
  expect(error?.message).toBe(
    '"caseInsensitive: {}" is no condition, and @neo4j/graphql would return everything. A variable in it may be unset. ' +
      'Leave "caseInsensitive" out, or give it a condition.',
  );
});

test.each(['.{10,120}Conference.{0,50}', '[A-Za-z]{2,40}( [A-Za-z]{2,40}){0,5}'])(
  'repetitions side by side add up: %s is taken',
  (matches) => {
    const ask = 'query ($matches: String) { people(where: { name: { matches: $matches } }) { id } }';
    expect(movies.ask(ask, { matches }).errors).toBeUndefined();
  },
);

test.each(['((a{20}){20}){20}', '(a{50}b{50}){40}'])(
  'repetitions in each other multiply: %s is too large',
  (matches) => {
    const ask = 'query ($matches: String) { people(where: { name: { matches: $matches } }) { id } }';
    expect(movies.ask(ask, { matches }).errors).toHaveLength(1);
  },
);
