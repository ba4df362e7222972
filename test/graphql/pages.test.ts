import { expect, test } from 'vitest';
import { movies } from './movies.ts';

const ids = (rows: unknown): string[] => (rows as { id: string }[]).map((it) => it.id);

test('limit and offset cut a page out of a list', () => {
  expect(ids(movies.data('{ people(limit: 2, offset: 1) { id } }').people)).toEqual(['bob', 'cec']);
  expect(ids(movies.data('{ people(offset: 9) { id } }').people)).toEqual([]);
  expect(ids(movies.data('{ works(limit: 2, offset: 2) { id } }').works)).toEqual(['casino', 'dallas']);
});

interface Connection {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: Readonly<Record<string, unknown>>;
}

const PAGE = 'totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

function page(after: string | null): Connection {
  const query = `query ($after: String) { peopleConnection(first: 3, after: $after) { ${PAGE} } }`;
  return movies.data(query, { after }).peopleConnection as Connection;
}

test('following endCursor visits everything once', () => {
  const first = page(null);
  expect(ids(first.edges.map((it) => it.node))).toEqual(['ann', 'bob', 'cec']);
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const second = page(first.pageInfo.endCursor as string);
  expect(ids(second.edges.map((it) => it.node))).toEqual(['dan']);
  expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect(second.totalCount).toBe(4);
});

test('a cursor is base64 of its place, as the library makes it', () => {
  expect(Buffer.from(page(null).edges[1]?.cursor ?? '', 'base64').toString()).toBe('arrayconnection:1');
});

test('an empty page has no cursors', () => {
  const past = movies.data(`{ peopleConnection(where: { name: { eq: "X" } }) { ${PAGE} } }`).peopleConnection;
  expect(past).toEqual({
    totalCount: 0,
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

test('without a page size everything that follows is on the page', () => {
  expect(
    movies.data('{ peopleConnection { pageInfo { hasNextPage } edges { node { id } } } }').peopleConnection,
  ).toEqual({
    pageInfo: { hasNextPage: false },
    edges: ['ann', 'bob', 'cec', 'dan'].map((id) => ({ node: { id } })),
  });
});

test('a relation is paged by its edges, a list of it by its distinct nodes', () => {
  const [ann] = movies.data(
    `{ people(where: { id: { eq: "ann" } }) {
         actedIn(limit: 1, offset: 1) { id }
         actedInConnection(first: 2, after: "YXJyYXljb25uZWN0aW9uOjA=") { ${PAGE} } } }`,
  ).people as [{ actedIn: unknown; actedInConnection: Connection }];
  expect(ann.actedIn).toEqual([{ id: 'dallas' }]);
  expect(ids(ann.actedInConnection.edges.map((it) => it.node))).toEqual(['alien', 'dallas']);
  expect(ann.actedInConnection.totalCount).toBe(3);
  expect(ann.actedInConnection.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
});
