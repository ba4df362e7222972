import { expect, test } from 'vitest';
import { movies } from './movies.ts';

const sorted = (field: string, sort: string, rest = ''): string[] =>
  (movies.data(`{ ${field}(sort: ${sort}${rest}) { id } }`)[field] as { id: string }[]).map((it) => it.id);

test('missing values come last, and first when descending', () => {
  expect(sorted('people', '[{ born: ASC }]')).toEqual(['ann', 'dan', 'bob', 'cec']);
  expect(sorted('people', '[{ born: DESC }]')).toEqual(['cec', 'bob', 'ann', 'dan']);
});

test('a second sort decides among equals, then the id', () => {
  expect(sorted('people', '[{ born: ASC }, { name: DESC }]')).toEqual(['dan', 'ann', 'bob', 'cec']);
  expect(sorted('people', '[{}, { born: ASC }]')).toEqual(['ann', 'dan', 'bob', 'cec']);
});

test('a sorted list has pages, with a filter and without', () => {
  expect(sorted('people', '[{ name: DESC }]', ', limit: 2, offset: 1')).toEqual(['cec', 'bob']);
  expect(sorted('people', '[{ name: DESC }]', ', limit: 2, offset: 1, where: { born: { gt: 0 } }')).toEqual([
    'bob',
    'ann',
  ]);
});

test('an interface sorts across its types', () => {
  expect(sorted('works', '[{ title: DESC }]')).toEqual(['dallas', 'casino', 'brazil', 'alien']);
});

test('edges are sorted by what they carry and by the node at the other end', () => {
  const roles = (sort: string): unknown =>
    (
      movies.data(
        `{ people(where: { id: { eq: "ann" } }) { actedInConnection(sort: ${sort}) { edges { properties { role } } } } }`,
      ).people as { actedInConnection: { edges: { properties: { role: string } }[] } }[]
    )[0]?.actedInConnection.edges.map((it) => it.properties.role);
  expect(roles('[{ edge: { pay: ASC } }]')).toEqual(['Ripley', 'Sue', 'Mother']);
  expect(roles('[{ edge: { pay: DESC } }]')).toEqual(['Mother', 'Sue', 'Ripley']);
  expect(roles('[{ node: { title: DESC } }, { edge: { role: ASC } }]')).toEqual(['Sue', 'Mother', 'Ripley']);
});
