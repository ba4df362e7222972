/**
 * Ontologies that were written for the library and not for us: what is served of them is answered rightly.
 */
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';
import { loadRecords } from '../../src/loading/load-records.ts';
import { entryOfEdge, entryOfNode } from '../../src/loading/saving/entries-of-facts.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { sdlText } from './sdl-files.ts';
import { smallWorld, worldOf } from './small-world.ts';

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

describe('names and kinds that mean something else here', () => {
  const { ontology } = readOntology(new SourceFile('schema.graphql', sdlText('staff')));
  if (!ontology) throw new Error('the schema is broken');
  const entries = {
    nodes: [
      { id: 2, type: 'Person', name: 'Ann', properties: { type: 'guest' } },
      { id: 10, type: 'Person', name: 'Bob' },
      { id: 'saw', type: 'Tool' },
      { id: 'spa', type: 'Place' },
    ],
    edges: [
      { from: '2', edge: 'KNOWS', to: '10', since: 1999, rank: 0.5, status: 'close' },
      { from: '10', edge: 'KNOWS', to: '2', rank: 2 },
      { from: '2', edge: 'USES', to: 'saw', hours: 3 },
      { from: '2', edge: 'USES', to: 'spa', hours: 1, reason: 'rest' },
    ],
  };
  const { nodes, edges, problems } = loadRecords(ontology, entries);
  const staff = worldOf(GraphView.whole(freezeGraph(ontology, { nodes, edges })));

  test('are read from entries, and written into them again', () => {
    expect(problems).toEqual([]);
    expect(nodes[0] && entryOfNode(ontology, nodes[0])).toMatchObject({ id: '2', properties: { type: 'guest' } });
    const again = loadRecords(ontology, {
      nodes: nodes.map((it) => entryOfNode(ontology, it)),
      edges: edges.map((it) => entryOfEdge(ontology, it)),
    });
    expect(again.edges.map((it) => it.properties)).toEqual(edges.map((it) => it.properties));
    expect(loadRecords(ontology, { nodes: [{ id: 'ann', type: 'Person' }] }).problems).toMatchObject([
      { code: 'wrong-kind' },
    ]);
  });

  test('are answered as the ontology says', () => {
    const carried = 'edges { node { id } properties { since rank status } }';
    expect(staff.data(`{ people(sort: [{ id: ASC }]) { id type knowsConnection { ${carried} } } }`)).toEqual({
      people: [
        {
          id: 2,
          type: 'guest',
          knowsConnection: { edges: [{ node: { id: 10 }, properties: { since: 1999, rank: 0.5, status: 'close' } }] },
        },
        {
          id: 10,
          type: null,
          knowsConnection: { edges: [{ node: { id: 2 }, properties: { since: null, rank: 2, status: null } }] },
        },
      ],
    });
  });

  test('are filtered, sorted and counted by', () => {
    const ids = (where: string): unknown => staff.data(`{ people(where: ${where}) { id } }`).people;
    expect(ids('{ id: { gt: 9 } }')).toEqual([{ id: 10 }]);
    expect(ids('{ id: { in: [2] }, type: { eq: "guest" } }')).toEqual([{ id: 2 }]);
    expect(ids('{ knowsConnection: { some: { edge: { since: { lt: 2000 }, rank: { lt: 1 } } } } }')).toEqual([
      { id: 2 },
    ]);
    expect(ids('{ knowsConnection: { aggregate: { edge: { rank: { max: { gt: 1 } } } } } }')).toEqual([{ id: 10 }]);
    const both =
      'usesConnection { edges { properties { hours } } } visitsConnection { edges { properties { reason } } }';
    expect(staff.data(`{ people(where: { id: { eq: 2 } }) { ${both} } }`)).toEqual({
      people: [
        {
          usesConnection: { edges: [{ properties: { hours: 3 } }] },
          visitsConnection: { edges: [{ properties: { reason: 'rest' } }] },
        },
      ],
    });
  });
});

describe('what an SDL takes from the API, and puts in the place of missing values', () => {
  const shop = smallWorld(
    sdlText('restricted'),
    {
      Product: {
        a: { name: 'A', price: 5, stock: 3, colour: 'red', tags: ['old'] },
        b: { name: 'B' },
        c: { name: 'C', price: 20 },
        d: { name: 'D', colour: 'grey' },
      },
      Service: { s: { name: 'S' } },
      Shop: { x: { name: 'X' } },
      Maker: { m: {} },
    },
    [
      { type: 'SOLD_IN', from: 'a', to: 'x', properties: { pieces: 5 } },
      { type: 'SOLD_IN', from: 'b', to: 'x' },
      { type: 'SOLD_IN', from: 'c', to: 'x' },
    ],
  );
  const names = (where: string): unknown =>
    (shop.data(`{ products(limit: 3, where: ${where}) { name } }`).products as { name: string }[]).map((it) => it.name);

  test('a missing value is shown and compared as what stands in for it, and is missing still', () => {
    expect(shop.data('{ products(limit: 1, offset: 1) { price stock colour tags } makers { name } }')).toEqual({
      products: [{ price: 9.5, stock: 0, colour: 'grey', tags: ['new'] }],
      makers: [{ name: 'nobody' }],
    });
    expect(names('{ colour: { eq: "grey" } }')).toEqual(['B', 'C', 'D']);
    expect(names('{ price: { lt: 10 }, tags: { includes: "new" } }')).toEqual(['B', 'D']);
    expect(names('{ stock: { eq: null } }')).toEqual(['B', 'C', 'D']);
    expect(names('{ shopsConnection: { some: { edge: { pieces: { eq: 1 } } } } }')).toEqual(['B', 'C']);
    expect(shop.data('{ offers(where: { price: { gt: 9 } }) { name } }')).toEqual({
      offers: [{ name: 'B' }, { name: 'C' }],
    });
    expect(shop.data('{ products(limit: 1) { shopsConnection { edges { properties { pieces } } } } }')).toEqual({
      products: [{ shopsConnection: { edges: [{ properties: { pieces: 5 } }] } }],
    });
  });

  test('pages are as long as the SDL says, and say when there is more', () => {
    const { products, some } = shop.data('{ products { name } some: products(limit: 100) { name } }');
    expect([products, some]).toEqual([
      [{ name: 'A' }, { name: 'B' }],
      [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
    ]);
    const page = 'totalCount pageInfo { hasNextPage } edges { node { name } }';
    expect(shop.data(`{ productsConnection { ${page} } }`)).toEqual({
      productsConnection: {
        totalCount: 4,
        pageInfo: { hasNextPage: true },
        edges: [{ node: { name: 'A' } }, { node: { name: 'B' } }],
      },
    });
    expect(shop.data('{ entity(id: "x") { ... on Shop { sells { name } } } }')).toEqual({
      entity: { sells: [{ name: 'A' }, { name: 'B' }] },
    });
  });

  test('what is taken away is not there', () => {
    const message = (query: string): unknown => shop.ask(query).errors?.[0]?.message;
    expect(message('{ shops { name } }')).toContain('Cannot query field "shops"');
    expect(message('{ makersConnection { totalCount } }')).toContain('Cannot query field "makersConnection"');
    expect(message('{ products(where: { code: { eq: "x" } }) { name } }')).toContain('"code" is not defined');
    expect(message('{ products(sort: [{ rank: ASC }]) { name } }')).toContain('"rank" is not defined');
  });
});

describe('points', () => {
  const { ontology } = readOntology(new SourceFile('schema.graphql', sdlText('places')));
  if (!ontology) throw new Error('the schema is broken');
  const { nodes, edges, problems } = loadRecords(ontology, {
    nodes: [
      { id: 'astana', type: 'Place', at: { latitude: 51.13, longitude: 71.43 }, sketched: { x: 3, y: 4 } },
      { id: 'geneva', type: 'Place', at: 'POINT (6.14 46.2)', seen: [{ latitude: 46, longitude: 6 }] },
      { id: 'peak', type: 'Place', at: { latitude: 46, longitude: 7, height: 4000 }, outline: ['POINT (0 0)'] },
      { id: 'nowhere', type: 'Place' },
    ],
    edges: [{ from: 'astana', edge: 'ROAD', to: 'geneva', via: { latitude: 50, longitude: 30 } }],
  });
  const world = worldOf(GraphView.whole(freezeGraph(ontology, { nodes, edges })));
  const ids = (where: string): unknown =>
    (world.data(`{ places(where: ${where}) { id } }`).places as { id: string }[]).map((it) => it.id).sort();

  test('are read from entries and shown with their coordinates', () => {
    expect(problems).toEqual([]);
    const shown =
      'at { longitude latitude height crs srid } sketched { x y z crs srid } seen { latitude } outline { x }';
    expect(
      world.data(`{ places(where: { id: { in: ["astana", "peak"] } }, sort: [{ id: ASC }]) { ${shown} } }`),
    ).toEqual({
      places: [
        {
          at: { longitude: 71.43, latitude: 51.13, height: null, crs: 'wgs-84', srid: 4326 },
          sketched: { x: 3, y: 4, z: null, crs: 'cartesian', srid: 7203 },
          seen: null,
          outline: [],
        },
        {
          at: { longitude: 7, latitude: 46, height: 4000, crs: 'wgs-84-3d', srid: 4979 },
          sketched: null,
          seen: null,
          outline: [{ x: 0 }],
        },
      ],
    });
  });

  test('are found by place and by distance, in which heights count apart', () => {
    const geneva = '{ longitude: 6.14, latitude: 46.2 }';
    expect(ids(`{ at: { eq: ${geneva} } }`)).toEqual(['geneva']);
    expect(ids(`{ at: { in: [${geneva}, { longitude: 1, latitude: 1 }] } }`)).toEqual(['geneva']);
    expect(ids('{ at: { eq: null } }')).toEqual(['nowhere']);
    expect(ids(`{ at: { distance: { from: ${geneva}, lt: 5000000 } } }`)).toEqual(['astana', 'geneva']);
    expect(ids(`{ at: { distance: { from: ${geneva}, gt: 0, lt: 5000000 } } }`)).toEqual(['astana']);
    expect(ids(`{ NOT: { at: { distance: { from: ${geneva}, gt: 1000 } } } }`)).toEqual(['geneva']);
    expect(ids('{ seen: { includes: { longitude: 6, latitude: 46 } } }')).toEqual(['geneva']);
    expect(ids('{ sketched: { distance: { from: { x: 0, y: 0 }, lte: 5 } } }')).toEqual(['astana']);
    expect(ids('{ outline: { eq: [{ x: 0, y: 0 }] } }')).toEqual(['peak']);
    const via = '{ distance: { from: { longitude: 30, latitude: 50 }, eq: 0 } }';
    expect(ids(`{ roadsConnection: { some: { edge: { via: ${via} } } } }`)).toEqual(['astana']);
    expect(world.refusal(`{ places(where: { at: { distance: { from: ${geneva} } } }) { id } }`)).toBe('EMPTY_FILTER');
  });

  test('that are none are refused where they are written', () => {
    const told = (at: unknown) =>
      loadRecords(ontology, { nodes: [{ id: 'x', type: 'Place', at }] }).problems.map((it) => it.code);
    expect(told({ latitude: 95, longitude: 0 })).toEqual(['out-of-range']);
    expect(told({ latitude: 5 })).toEqual(['wrong-kind']);
    expect(told('51, 71')).toEqual(['wrong-kind']);
  });
});

test('directives of a federation say nothing of facts', () => {
  const { ontology, problems } = readOntology(
    new SourceFile(
      'schema.graphql',
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])
       type Product @node @key(fields: "id") { id: ID!  name: String! @shareable }`,
    ),
  );
  expect(problems.filter((it) => it.severity === 'error')).toEqual([]);
  expect([...(ontology?.nodeTypes.keys() ?? [])]).toEqual(['Product']);
});

test('a type of which nothing is served is left out with what leads to it, and said', () => {
  const { ontology, problems } = readOntology(
    new SourceFile(
      'schema.graphql',
      `type Item { name: String  near: [Item] @relationship(type: "NEAR", direction: OUT) }
       type Found { items(first: Int): [Item]! }`,
    ),
  );
  expect([...(ontology?.nodeTypes.keys() ?? [])]).toEqual(['Item']);
  expect(problems.map((it) => it.message).join()).toContain('The type "Found"');
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
    for (const nothing of ['{}', '{ edge: {} }', '{ node: {} }']) {
      const where = `{ Person: { node: { name: { eq: "Eva" } } }, Place: ${nothing} }`;
      expect(room.refusal(`{ people(where: { idolConnection: ${where} }) { name } }`)).toBe('EMPTY_FILTER');
      expect(room.refusal(`{ reports(where: { aboutConnection: { none: ${where} } }) { title } }`)).toBe(
        'EMPTY_FILTER',
      );
      expect(room.refusal(`{ pieces(where: { aboutConnection: { some: ${where} } }) { title } }`)).toBe('EMPTY_FILTER');
      const page = `{ reports(where: { title: { eq: "Floods" } }) { aboutConnection(where: ${where}) { totalCount } } }`;
      expect(room.data(page)).toEqual({ reports: [{ aboutConnection: { totalCount: 1 } }] });
    }
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
