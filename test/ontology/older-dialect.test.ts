/**
 * Schemas written for older versions of the Neo4j GraphQL Library: read as what they say in version 7.
 */
import { expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';
import { buildGraphSchema } from '../../src/graphql/schema/build-schema.ts';
import { printUpgraded } from '../../src/ontology/older-dialect.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { isOwn } from '../graphql/own-names.ts';
import { beyond } from '../graphql/subset-of.ts';
import { librarySchema } from '../kit/library-schema.ts';

const upgraded = (text: string): string => printUpgraded(text).replace(/\s+/g, ' ').trim();

const olds: Readonly<Record<string, string>> = {
  'version 5': `
    type Movie @plural(value: "films") {
      id: ID! @id @unique
      title: String!
      tags: [String]
      director: Person! @relationship(type: "DIRECTED", direction: IN)
      actors: [Person!]! @relationship(type: "ACTED_IN", direction: IN, properties: "ActedIn")
      similar: [Movie!]! @relationship(type: "LIKE", direction: OUT, queryDirection: DEFAULT_UNDIRECTED)
    }
    type Person @node(labels: ["Person", "Human"]) {
      name: String!
      directed: [Movie!] @relationship(type: "DIRECTED", direction: OUT)
    }
    type ActedIn @relationshipProperties { roles: [String] }`,
  'version 3': `
    interface Production { title: String  actors: [Actor!]! @relationship(type: "ACTED_IN", direction: IN, properties: "ActedIn") }
    interface ActedIn @relationshipProperties { roles: [String!] }
    type Film implements Production @node(label: "Movie", plural: "films") { title: String  actors: [Actor!]!  note: String @private }
    type Show implements Production { title: String  actors: [Actor!]!  seen: Int @computed }
    type Actor @queryOptions(limit: { default: 10 }) { name: String @readonly  in: [Production!]! @relationship(type: "ACTED_IN", direction: OUT, properties: "ActedIn") }`,
  'version 1': `
    type Movie { id: ID  genres: [Genre] @relationship(type: "IN_GENRE", direction: "OUT") }
    type Genre { id: ID  movies: [Movie] @relationship(type: "IN_GENRE", direction: "IN") }`,
  'version 6': `
    type Shop @node(labels: ["Shop", "Place"]) { id: ID! @id @unique  tags: [String]!  owner: Owner! @relationship(type: "OWNS", direction: IN) }
    type Owner @node { name: String!  near: [Owner!]! @relationship(type: "NEAR", direction: OUT, queryDirection: UNDIRECTED_ONLY, properties: "Near") }
    type Near @relationshipProperties { id: ID! @unique  notes: [String] }
    type Summary { count: Int! }`,
  'labels alone': `
    interface Named { id: ID! }
    type Team implements Named @node(labels: ["Named", "Team"]) { id: ID! @unique }
    type Note { id: ID! @unique  text: String }`,
  'the library before': `
    type User { userId: ID!  name: String  rated: [Rated]  friends: [User] @relation(name: "FRIEND", direction: BOTH) }
    type Movie { title: String  ratings: [Rated]  genre: Genre @relation(name: "IN", direction: "OUT") }
    type Genre { name: String }
    type Rated @relation(name: "RATED") { from: User  to: Movie  rating: Float }`,
};

test.each(Object.entries(olds))('a schema of %s is taken by version 7 once it is upgraded', async (name, text) => {
  // `direction: BOTH` of the first library has no form of today that means the same.
  const fitting = name === 'the library before' ? text.replace('direction: BOTH', 'direction: OUT') : text;
  const { ontology, problems } = readOntology(new SourceFile('schema.graphql', fitting));
  expect(problems.filter((it) => it.severity === 'error')).toEqual([]);
  if (!ontology) throw new Error('it was refused');
  const theirs = await librarySchema(printUpgraded(fitting));
  const more = beyond(buildGraphSchema(ontology), theirs);
  expect(more.filter((it) => !isOwn(it, fitting))).toEqual([]);
});

test('each old form becomes the one that means the same', () => {
  expect(
    upgraded(
      'type A { b: B! @relationship(type: "X", direction: "OUT") l: [Int]! } type B { id: ID! @id(unique: true) }',
    ),
  ).toBe('type A @node { b: B @relationship(type: "X", direction: OUT) l: [Int!]! } type B @node { id: ID! @id }');
  expect(upgraded('type A { rs: [R] } type B { n: Int } type R @relation(name: "R") { from: A to: B w: Int }')).toBe(
    'type A @node { rs: [B!]! @relationship(type: "R", direction: OUT, properties: "R") } type B @node { n: Int } type R @relationshipProperties { w: Int }',
  );
});

test('an edge of the first library that carries nothing is a relationship without properties', () => {
  expect(upgraded('type A { rs: [R] } type B { n: Int } type R @relation(name: "R") { from: A to: B }')).toBe(
    'type A @node { rs: [B!]! @relationship(type: "R", direction: OUT) } type B @node { n: Int }',
  );
});

test('where types say that they are nodes, others become none', () => {
  expect(upgraded('type A @node { id: ID! @unique } type Answer { n: Int }')).toBe(
    'type A @node { id: ID! } type Answer { n: Int }',
  );
});

test('a schema of today is left as it is, faults included', () => {
  const text = 'type A @node { b: [B] @relationship(type: "X", direction: OUT) } type B @node { id: ID! }';
  expect(upgraded(text)).toBe(text);
});

test('rules of access of older versions are refused', () => {
  const text =
    'type A @auth(rules: [{ isAuthenticated: true }]) { id: ID!  a: [A] @relationship(type: "X", direction: OUT) }';
  expect(readOntology(new SourceFile('schema.graphql', text)).problems).toMatchObject([
    { code: 'older-dialect' },
    { code: 'outside-dialect' },
  ]);
});
