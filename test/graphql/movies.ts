/**
 * A small world that most tests of filters ask: people act in films, some films have no year, one pair has two roles.
 */
import { smallWorld, type World } from './small-world.ts';

const moviesSdl = `
interface Work { id: ID!  title: String! }
type Person @node {
  id: ID!
  name: String!
  born: Int
  awards: [String!]!
  actedIn: [Work!]! @relationship(type: "acted-in", direction: OUT, properties: "Role")
  directed: [Film!]! @relationship(type: "directed", direction: OUT)
  marriedTo: [Person!]! @relationship(type: "married-to", direction: OUT, queryDirection: UNDIRECTED)
}
type Film implements Work @node {
  id: ID!
  title: String!
  year: Int
  cast: [Person!]! @relationship(type: "acted-in", direction: IN, properties: "Role")
  directors: [Person!]! @relationship(type: "directed", direction: IN)
}
type Series implements Work @node {
  id: ID!
  title: String!
  seasons: Int
  cast: [Person!]! @relationship(type: "acted-in", direction: IN, properties: "Role")
}
type Role @relationshipProperties { id: ID!  role: String  pay: Int }
`;

export const movies: World = smallWorld(
  moviesSdl,
  {
    Person: {
      ann: { name: 'Ann', born: 1950, awards: ['oscar'] },
      bob: { name: 'Bob', born: 1960 },
      cec: { name: 'Cec' },
      dan: { name: 'Dan', born: 1950, awards: [] },
    },
    Film: {
      alien: { title: 'Alien', year: 1979 },
      brazil: { title: 'Brazil', year: 1985 },
      casino: { title: 'Casino' },
    },
    Series: { dallas: { title: 'Dallas', seasons: 14 } },
  },
  [
    { type: 'acted-in', from: 'ann', to: 'alien', properties: { role: 'Ripley', pay: 10 } },
    { type: 'acted-in', from: 'ann', to: 'alien', properties: { role: 'Mother' } },
    { type: 'acted-in', from: 'ann', to: 'dallas', properties: { role: 'Sue', pay: 30 } },
    { type: 'acted-in', from: 'bob', to: 'brazil', properties: { pay: 20 } },
    { type: 'acted-in', from: 'bob', to: 'casino', properties: { role: 'Sam' } },
    { type: 'directed', from: 'bob', to: 'brazil' },
    { type: 'directed', from: 'ann', to: 'casino' },
    { type: 'directed', from: 'ann', to: 'alien' },
    { type: 'married-to', from: 'ann', to: 'bob' },
    { type: 'married-to', from: 'dan', to: 'dan' },
  ],
);

/** The ids of the people that a filter keeps. */
export function people(where: string): string[] {
  const { people } = movies.data(`{ people(where: ${where}) { id } }`) as { people: { id: string }[] };
  return people.map((it) => it.id);
}
