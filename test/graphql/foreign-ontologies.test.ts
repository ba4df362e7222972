/**
 * Ontologies that were written for the library and not for us: what is served of them is answered rightly.
 */
import { describe, expect, test } from 'vitest';
import { sdlText } from './sdl-files.ts';
import { smallWorld } from './small-world.ts';

describe('a shop whose types have no id and whose relations have one end', () => {
  const shop = smallWorld(
    sdlText('northwind'),
    {
      Product: { p1: { productName: 'Tea', unitPrice: 3 }, p2: { productName: 'Salt', unitPrice: 1 } },
      Category: { c1: { categoryName: 'Drinks' } },
      Order: { o1: { shipName: 'Ann' }, o2: { shipName: 'Bob' } },
      Customer: { ann: { companyName: 'Ann & Co' } },
    },
    [
      { type: 'PART_OF', from: 'p1', to: 'c1' },
      { type: 'ORDERS', from: 'o1', to: 'p1', properties: { quantity: 4 } },
      { type: 'ORDERS', from: 'o2', to: 'p1', properties: { quantity: 2 } },
      { type: 'PURCHASED', from: 'ann', to: 'o1' },
    ],
  );

  test('is walked by the end that there is, and filtered by it', () => {
    expect(
      shop.data('{ products(where: { category: { some: { categoryName: { eq: "Drinks" } } } }) { productName } }'),
    ).toEqual({
      products: [{ productName: 'Tea' }],
    });
    const sold = '{ ordersConnection: { aggregate: { edge: { quantity: { sum: { gt: 5 } } } } } }';
    expect(shop.data(`{ products(where: ${sold}) { productName ordersConnection { totalCount } } }`)).toEqual({
      products: [{ productName: 'Tea', ordersConnection: { totalCount: 2 } }],
    });
  });

  test('is asked for any node by fragments, since nothing is common to all', () => {
    const any = '{ entity(id: "p1") { __typename ... on Product { productName } } }';
    expect(shop.data(any)).toEqual({ entity: { __typename: 'Product', productName: 'Tea' } });
    expect(shop.data('{ customers { id companyName } }')).toEqual({
      customers: [{ id: 'ann', companyName: 'Ann & Co' }],
    });
  });

  test('says of what is left out that there is no such field', () => {
    expect(shop.ask('{ orders { total } }').errors?.[0]?.message).toContain('Cannot query field "total"');
    expect(shop.ask('{ cheapest { productName } }').errors?.[0]?.message).toContain('Cannot query field "cheapest"');
  });
});

test('two fields of one edge type that both lead out are two relations', () => {
  const world = smallWorld(sdlText('same-way'), { Author: { a: { name: 'A' } }, Book: { b: { title: 'B' } } }, [
    { type: 'LIKES', from: 'a', to: 'b', properties: { stars: 5 } },
    { type: 'LIKES', from: 'b', to: 'a' },
    { type: 'LIKES', from: 'b', to: 'a' },
  ]);
  expect(
    world.data(
      '{ authors { likesConnection { edges { properties { stars } } } } books { likesConnection { totalCount } } }',
    ),
  ).toEqual({
    authors: [{ likesConnection: { edges: [{ properties: { stars: 5 } }] } }],
    books: [{ likesConnection: { totalCount: 2 } }],
  });
});

test('a relation that an interface declares is asked of the interface', () => {
  const world = smallWorld(
    sdlText('productions'),
    { Movie: { m: { title: 'M' } }, Series: { s: { title: 'S' } }, Actor: { x: { name: 'X' } } },
    [
      { type: 'ACTED_IN', from: 'x', to: 'm', properties: { roles: ['one'] } },
      { type: 'ACTED_IN', from: 'x', to: 's' },
    ],
  );
  expect(
    world.data(
      '{ movies(where: { actors: { some: { name: { eq: "X" } } } }) { actors { name } } actors { actedIn { title } } }',
    ),
  ).toEqual({ movies: [{ actors: [{ name: 'X' }] }], actors: [{ actedIn: [{ title: 'M' }, { title: 'S' }] }] });
  const pages = 'actorsConnection { totalCount edges { properties { ... on ActedIn { roles } } } }';
  expect(world.data(`{ productions { title actors { name } ${pages} } }`)).toEqual({
    productions: [
      {
        title: 'M',
        actors: [{ name: 'X' }],
        actorsConnection: { totalCount: 1, edges: [{ properties: { roles: ['one'] } }] },
      },
      {
        title: 'S',
        actors: [{ name: 'X' }],
        actorsConnection: { totalCount: 1, edges: [{ properties: { roles: [] } }] },
      },
    ],
  });
});

describe('a newsroom, with unions, what leads to one, and what an interface declares', () => {
  const room = smallWorld(
    sdlText('newsroom'),
    {
      Report: { r1: { title: 'Floods', words: 800 }, r2: { title: 'After the floods' } },
      Interview: { i1: { title: 'A word with Ida' } },
      Person: { ida: { name: 'Ida' }, max: { name: 'Max' }, eva: { name: 'Eva' } },
      Place: { oslo: { name: 'Oslo' } },
    },
    [
      { type: 'WROTE', from: 'ida', to: 'r1', properties: { hours: 9 } },
      { type: 'WROTE', from: 'max', to: 'r1', properties: { hours: 2 } },
      { type: 'ASKED', from: 'max', to: 'i1' },
      { type: 'EDITED', from: 'eva', to: 'r1' },
      { type: 'REVISED', from: 'ida', to: 'i1' },
      { type: 'ABOUT', from: 'r1', to: 'oslo', properties: { times: 3 } },
      { type: 'ABOUT', from: 'r1', to: 'max', properties: { times: 1 } },
      { type: 'ON', from: 'i1', to: 'ida' },
      { type: 'FOLLOWS', from: 'r2', to: 'r1' },
      { type: 'BORN_IN', from: 'ida', to: 'oslo', properties: { year: 1990 } },
      { type: 'ADMIRES', from: 'max', to: 'oslo' },
    ],
  );
  const titles = (where: string): unknown =>
    (room.data(`{ pieces(where: ${where}) { title } }`).pieces as { title: string }[]).map((it) => it.title);
  const names = (where: string): unknown =>
    (room.data(`{ people(where: ${where}) { name } }`).people as { name: string }[]).map((it) => it.name);

  test('shows the one node, or null, and its edge', () => {
    expect(
      room.data(
        '{ people { name born { name } bornConnection { edges { properties { year } } } idol { __typename } } }',
      ),
    ).toEqual({
      people: [
        { name: 'Eva', born: null, bornConnection: { edges: [] }, idol: null },
        {
          name: 'Ida',
          born: { name: 'Oslo' },
          bornConnection: { edges: [{ properties: { year: 1990 } }] },
          idol: null,
        },
        { name: 'Max', born: null, bornConnection: { edges: [] }, idol: { __typename: 'Place' } },
      ],
    });
  });

  test('is filtered by the one node, its edge, and its absence', () => {
    expect(names('{ born: { name: { eq: "Oslo" } } }')).toEqual(['Ida']);
    expect(names('{ bornConnection: { edge: { year: { lt: 2000 } }, node: { name: { eq: "Oslo" } } } }')).toEqual([
      'Ida',
    ]);
    expect(names('{ born: null }')).toEqual(['Eva', 'Max']);
    expect(names('{ NOT: { born: null } }')).toEqual(['Ida']);
    expect(names('{ idol: { Place: {} } }')).toEqual(['Max']);
    expect(names('{ idol: { Person: { name: { eq: "Oslo" } } } }')).toEqual([]);
  });

  test('lists a union, all of it or what its members are asked for', () => {
    const list = (where: string): unknown =>
      room.data(`{ subjects${where} { __typename ... on Person { name } ... on Place { name } } }`).subjects;
    expect(list('')).toHaveLength(4);
    expect(list('(where: { Person: { name: { eq: "Ida" } }, Place: {} })')).toEqual([
      { __typename: 'Person', name: 'Ida' },
      { __typename: 'Place', name: 'Oslo' },
    ]);
  });

  test('pages a union by what edges carry', () => {
    const asked = `{ reports(where: { title: { eq: "Floods" } }) {
      about(where: { Person: {} }) { __typename }
      aboutConnection(sort: [{ edge: { Mention: { times: ASC } } }]) { edges { node { __typename } } }
    } }`;
    expect(room.data(asked)).toEqual({
      reports: [
        {
          about: [{ __typename: 'Person' }],
          aboutConnection: { edges: [{ node: { __typename: 'Person' } }, { node: { __typename: 'Place' } }] },
        },
      ],
    });
  });

  test('is filtered by what the interface declares, each type by its own edges', () => {
    expect(titles('{ authors: { some: { name: { eq: "Max" } } } }')).toEqual(['Floods', 'A word with Ida']);
    expect(titles('{ editor: { name: { eq: "Ida" } } }')).toEqual(['A word with Ida']);
    expect(titles('{ editor: null }')).toEqual(['After the floods']);
    expect(titles('{ about: { some: { Place: { name: { eq: "Oslo" } } } } }')).toEqual(['Floods']);
    expect(titles('{ authorsConnection: { aggregate: { count: { nodes: { gt: 1 } } } } }')).toEqual(['Floods']);
    const hours = '{ Writing: { hours: { gt: 5 } }, Asking: { asked: { eq: null } } }';
    expect(titles(`{ authorsConnection: { some: { edge: ${hours} } } }`)).toEqual(['Floods', 'A word with Ida']);
  });

  test('refuses what the library answers oddly', () => {
    expect(room.refusal('{ people(where: { born: {} }) { name } }')).toBe('EMPTY_FILTER');
    expect(room.refusal('{ people(where: { bornConnection: null }) { name } }')).toBe('EMPTY_FILTER');
    expect(room.refusal('{ people(where: { idol: null }) { name } }')).toBe('INTERFACE_FILTER');
    expect(room.refusal('{ people(where: { likes: { all: { Place: {} } } }) { name } }')).toBe('INTERFACE_FILTER');
    expect(room.refusal('{ subjects(where: { Place: null }) { __typename } }')).toBe('NULL_FILTER');
    const some = '{ some: { edge: { Writing: { hours: { gt: 5 } } } } }';
    expect(room.refusal(`{ pieces(where: { authorsConnection: ${some} }) { title } }`)).toBe('EMPTY_FILTER');
  });
});

describe('times without a day and durations', () => {
  const world = smallWorld(sdlText('clocks'), {
    Journey: {
      a: { name: 'A', departs: '09:00:00', arrives: '10:00:00+01:00', booked: '2024-01-01T08:00:00', takes: 'PT1H' },
      b: { name: 'B', departs: '09:00:00.5', arrives: '09:30:00Z', booked: '2024-01-01T08:00:00.250', takes: 'PT60M' },
      c: { name: 'C', price: '12.50', links: ['https://example.org'] },
    },
  });
  const names = (where: string): unknown =>
    (world.data(`{ journeys(where: ${where}) { name } }`).journeys as { name: string }[]).map((it) => it.name);

  test('are compared as what they mean, not as texts', () => {
    expect(names('{ departs: { gt: "09:00:00.000" } }')).toEqual(['B']);
    expect(names('{ arrives: { eq: "09:00:00Z" } }')).toEqual(['A']);
    expect(names('{ booked: { lt: "2024-01-01T08:00:00.3", gte: "2024-01-01T08:00:00.2" } }')).toEqual(['B']);
    expect(names('{ takes: { eq: "PT3600S" } }')).toEqual(['A', 'B']);
    expect(names('{ price: { eq: "12.50" }, links: { includes: "https://example.org" } }')).toEqual(['C']);
  });

  test('that are none are refused', () => {
    expect(world.ask('{ journeys(where: { departs: { eq: "25:00:00" } }) { name } }').errors?.[0]?.message).toContain(
      '12:30:00',
    );
  });

  test('have a least and a greatest', () => {
    expect(world.data('{ journeysConnection { aggregate { node { departs { min max } } } } }')).toEqual({
      journeysConnection: { aggregate: { node: { departs: { min: '09:00:00', max: '09:00:00.5' } } } },
    });
  });
});
