import { expect, test } from 'vitest';
import { movies } from './movies.ts';
import { sdlText } from './sdl-files.ts';
import { smallWorld } from './small-world.ts';

test('a root connection tells numbers about its nodes, missing values left out', () => {
  expect(
    movies.data(
      `{ peopleConnection { aggregate { count { nodes } node { born { min max average sum } name { longest shortest } } } } }`,
    ),
  ).toEqual({
    peopleConnection: {
      aggregate: {
        count: { nodes: 4 },
        node: {
          born: { min: 1950, max: 1960, average: 5860 / 3, sum: 5860 },
          name: { longest: 'Ann', shortest: 'Ann' },
        },
      },
    },
  });
});

test('numbers about nothing are null, and their sum is 0', () => {
  const none = '{ peopleConnection(where: { name: { eq: "X" } }) { aggregate { node { born { min average sum } } } } }';
  expect(movies.data(none)).toEqual({
    peopleConnection: { aggregate: { node: { born: { min: null, average: null, sum: 0 } } } },
  });
});

test('a relation counts each node once and each edge, whatever page is shown', () => {
  expect(
    movies.data(
      `{ people(where: { id: { eq: "ann" } }) { actedInConnection(first: 1) {
           totalCount
           aggregate { count { nodes edges } node { title { longest } } edge { pay { min sum } role { longest } } } } } }`,
    ).people,
  ).toEqual([
    {
      actedInConnection: {
        totalCount: 3,
        aggregate: {
          count: { nodes: 2, edges: 3 },
          node: { title: { longest: 'Dallas' } },
          edge: { pay: { min: 10, sum: 40 }, role: { longest: 'Mother' } },
        },
      },
    },
  ]);
});

test('aggregates heed the filter of their connection', () => {
  expect(
    movies.data(
      `{ people(where: { id: { eq: "ann" } }) { actedInConnection(where: { edge: { pay: { gt: 15 } } }) {
           aggregate { count { nodes edges } edge { pay { max } } } } } }`,
    ).people,
  ).toEqual([{ actedInConnection: { aggregate: { count: { nodes: 1, edges: 1 }, edge: { pay: { max: 30 } } } } }]);
});

test('large numbers stay exact and moments are compared as moments', () => {
  const world = smallWorld(sdlText('kinds'), {
    State: {
      a: { name: 'A', population: 9_007_199_254_740_993n, moment: '2024-01-01T00:00:00+05:00' },
      b: { name: 'B', population: 2, moment: '2023-12-31T20:00:00Z' },
    },
  });
  expect(
    world.data('{ statesConnection { aggregate { node { population { sum max } moment { min max } } } } }'),
  ).toEqual({
    statesConnection: {
      aggregate: {
        node: {
          population: { sum: '9007199254740995', max: '9007199254740993' },
          moment: { min: '2023-12-31T19:00:00.000Z', max: '2023-12-31T20:00:00.000Z' },
        },
      },
    },
  });
});
