import { describe, expect, test } from 'vitest';
import { movies, people } from './movies.ts';

const films = (where: string): unknown =>
  (movies.data(`{ films(where: ${where}) { id } }`).films as { id: string }[]).map((it) => it.id);
const works = (where: string): unknown =>
  (movies.data(`{ works(where: ${where}) { id } }`).works as { id: string }[]).map((it) => it.id);

describe('a missing value', () => {
  test('is neither less, greater nor equal', () => {
    expect(people('{ born: { gte: 0 } }')).toEqual(['ann', 'bob', 'dan']);
    expect(people('{ born: { in: [1950, 1960] } }')).toEqual(['ann', 'bob', 'dan']);
  });

  test('drops out of a negation too', () => {
    expect(people('{ NOT: { born: { eq: 1950 } } }')).toEqual(['bob']);
  });

  test('does not spoil a disjunction that holds anyway', () => {
    expect(people('{ OR: [{ born: { gt: 1900 } }, { name: { eq: "Cec" } }] }')).toEqual(['ann', 'bob', 'cec', 'dan']);
    expect(people('{ NOT: { OR: [{ born: { gt: 1955 } }, { name: { eq: "Cec" } }] } }')).toEqual(['ann', 'dan']);
  });

  test('is found by eq: null, and what is there by its negation', () => {
    expect(people('{ born: { eq: null } }')).toEqual(['cec']);
    expect(people('{ NOT: { born: { eq: null } } }')).toEqual(['ann', 'bob', 'dan']);
  });
});

describe('text', () => {
  test('is compared letter by letter', () => {
    expect(people('{ name: { contains: "n" } }')).toEqual(['ann', 'dan']);
    expect(people('{ name: { startsWith: "b" } }')).toEqual([]);
    expect(people('{ name: { endsWith: "ob" } }')).toEqual(['bob']);
  });

  test('of a pattern is plain text', () => {
    expect(people('{ name: { contains: ".*" } }')).toEqual([]);
  });
});

describe('a list', () => {
  test('includes an element, or equals a list', () => {
    expect(people('{ awards: { includes: "oscar" } }')).toEqual(['ann']);
    expect(people('{ awards: { eq: ["oscar"] } }')).toEqual(['ann']);
  });

  test('that must be there is empty where nothing was said', () => {
    expect(people('{ awards: { eq: [] } }')).toEqual(['bob', 'cec', 'dan']);
    expect(people('{ awards: { eq: null } }')).toEqual([]);
  });
});

describe('a quantifier', () => {
  test('some asks for one match, none for no match', () => {
    expect(people('{ directed: { some: { year: { gt: 1980 } } } }')).toEqual(['bob']);
    expect(people('{ directed: { none: { year: { gt: 1980 } } } }')).toEqual(['ann', 'cec', 'dan']);
  });

  test('all asks for at least one match, and for none that is known to fail', () => {
    expect(people('{ directed: { all: { year: { gt: 1970 } } } }')).toEqual(['ann', 'bob']);
    expect(people('{ directed: { all: { year: { gt: 1980 } } } }')).toEqual(['bob']);
    expect(people('{ NOT: { directed: { all: { year: { gt: 1970 } } } } }')).toEqual(['cec', 'dan']);
  });

  test('single counts edges, so two roles in one film are two', () => {
    expect(films('{ cast: { single: { name: { eq: "Ann" } } } }')).toEqual([]);
    expect(films('{ castConnection: { single: { edge: { role: { eq: "Ripley" } } } } }')).toEqual(['alien']);
  });

  test('reaches through several hops', () => {
    expect(people('{ directed: { some: { cast: { some: { name: { eq: "Bob" } } } } } }')).toEqual(['ann', 'bob']);
  });

  test('reads a symmetric relation from both ends, a loop once', () => {
    expect(people('{ marriedTo: { some: { name: { startsWith: "" } } } }')).toEqual(['ann', 'bob', 'dan']);
    expect(people('{ marriedToConnection: { aggregate: { count: { edges: { eq: 1 } } } } }')).toEqual([
      'ann',
      'bob',
      'dan',
    ]);
  });
});

describe('a connection filter', () => {
  test('looks at an edge and its node together', () => {
    const where = (pay: number): string =>
      `{ actedInConnection: { some: { edge: { pay: { eq: ${pay} } }, node: { title: { eq: "Alien" } } } } }`;
    expect(people(where(10))).toEqual(['ann']);
    expect(people(where(30))).toEqual([]);
  });

  test('joins conditions on edges with AND, OR and NOT', () => {
    expect(
      people('{ actedInConnection: { some: { NOT: { edge: { role: { eq: "Sam" } } }, edge: { pay: { lt: 25 } } } } }'),
    ).toEqual(['ann']);
    expect(
      people(
        '{ actedInConnection: { some: { OR: [{ edge: { pay: { gt: 15 } } }, { edge: { role: { eq: null } } }] } } }',
      ),
    ).toEqual(['ann', 'bob']);
  });

  test('counts edges, and distinct nodes', () => {
    expect(people('{ actedInConnection: { aggregate: { count: { edges: { eq: 3 } } } } }')).toEqual(['ann']);
    expect(people('{ actedInConnection: { aggregate: { count: { nodes: { eq: 2 } } } } }')).toEqual(['ann', 'bob']);
    expect(people('{ actedInConnection: { aggregate: { count: { edges: { in: [0, 2] } } } } }')).toEqual([
      'bob',
      'cec',
      'dan',
    ]);
    expect(people('{ actedInConnection: { aggregate: { NOT: { count: { edges: { gt: 0 } } } } } }')).toEqual([
      'cec',
      'dan',
    ]);
  });

  test('judges all types behind an interface together', () => {
    expect(people('{ actedInConnection: { all: { node: { title: { contains: "l" } } } } }')).toEqual(['ann']);
    expect(people('{ actedInConnection: { some: { node: { typename: [Series] } } } }')).toEqual(['ann']);
    expect(people('{ actedInConnection: { none: { node: { NOT: { typename: [Film] } } } } }')).toEqual([
      'bob',
      'cec',
      'dan',
    ]);
  });
});

describe('an interface', () => {
  test('is filtered by what its types share, and by type', () => {
    expect(works('{ title: { contains: "a" } }')).toEqual(['brazil', 'casino', 'dallas']);
    expect(works('{ typename: [Series] }')).toEqual(['dallas']);
    expect(works('{ NOT: { typename: [Series] } }')).toEqual(['alien', 'brazil', 'casino']);
    expect(works('{ OR: [{ typename: [Series] }, { title: { eq: "Alien" } }] }')).toEqual(['alien', 'dallas']);
  });

  test('behind a plain relation filter takes some and none', () => {
    expect(people('{ actedIn: { some: { title: { eq: "Dallas" } } } }')).toEqual(['ann']);
    expect(people('{ actedIn: { none: { title: { eq: "Dallas" } } } }')).toEqual(['bob', 'cec', 'dan']);
  });
});

describe('a filter by id', () => {
  test('finds nodes of the type alone, in the order of the list', () => {
    expect(people('{ id: { in: ["dan", "ann", "alien", "nobody", "ann"] } }')).toEqual(['ann', 'dan']);
  });

  test('still heeds the conditions beside it', () => {
    expect(people('{ id: { in: ["dan", "ann", "cec"] }, born: { lt: 2000 }, NOT: { id: { eq: "dan" } } }')).toEqual([
      'ann',
    ]);
  });
});

test('a filter without a condition keeps everything', () => {
  expect(people('{}')).toEqual(['ann', 'bob', 'cec', 'dan']);
  expect(people('{ AND: [] }')).toEqual(['ann', 'bob', 'cec', 'dan']);
  expect(people('null')).toEqual(['ann', 'bob', 'cec', 'dan']);
  expect(people('{ NOT: null, OR: null }')).toEqual(['ann', 'bob', 'cec', 'dan']);
});

describe('numbers about what is related', () => {
  test('of nodes count each node once, of edges every edge', () => {
    // Ann acts in Alien twice and in Dallas: lengths 5 and 6, for a mean of 5.5.
    expect(people('{ actedInConnection: { aggregate: { node: { title: { averageLength: { eq: 5.5 } } } } } }')).toEqual(
      ['ann'],
    );
    expect(people('{ actedInConnection: { aggregate: { edge: { pay: { sum: { eq: 40 } } } } } }')).toEqual(['ann']);
  });

  test('of nothing are unknown, but a sum of nothing is 0', () => {
    expect(people('{ actedInConnection: { aggregate: { edge: { pay: { max: { lt: 25 } } } } } }')).toEqual(['bob']);
    expect(people('{ actedInConnection: { aggregate: { NOT: { edge: { pay: { max: { lt: 25 } } } } } } }')).toEqual([
      'ann',
    ]);
    expect(people('{ actedInConnection: { aggregate: { edge: { pay: { sum: { eq: 0 } } } } } }')).toEqual([
      'cec',
      'dan',
    ]);
  });

  test('are compared together', () => {
    const either = '{ OR: [{ node: { year: { min: { lt: 1980 } } } }, { count: { nodes: { eq: 0 } } }] }';
    expect(people(`{ directedConnection: { aggregate: ${either} } }`)).toEqual(['ann', 'cec', 'dan']);
    const both = '{ node: { year: { min: { gt: 1970, lt: 1980 }, max: { gt: 1980 } } } }';
    expect(people(`{ directedConnection: { aggregate: ${both} } }`)).toEqual([]);
  });
});
