/**
 * A filter that bounds its answer is answered from there, and says the same as one that looks at every node.
 */
import { expect, test } from 'vitest';
import { smallWorld } from './small-world.ts';

const COUNT = 300;
const sdl = `
interface Being { id: ID!  name: String }
enum Side { LEFT RIGHT }
type Person implements Being @node {
  id: ID!
  name: String
  side: Side
  seen: DateTime
  likes: [Being!]! @relationship(type: "likes", direction: OUT, properties: "Tie")
  likedBy: [Person!]! @relationship(type: "likes", direction: IN, properties: "Tie")
  knows: [Person!]! @relationship(type: "knows", direction: OUT, queryDirection: UNDIRECTED)
}
type Cat implements Being @node {
  id: ID!
  name: String
  likedBy: [Person!]! @relationship(type: "likes", direction: IN, properties: "Tie")
}
type Tie @relationshipProperties { id: ID!  weight: Int }
`;
const id = (i: number): string => `p${String(i % COUNT).padStart(3, '0')}`;
const people = Object.fromEntries(
  Array.from({ length: COUNT }, (_, i) => [
    id(i),
    {
      ...(i % 7 !== 0 && { name: `Name ${i % 10}` }),
      side: i % 2 === 0 ? 'LEFT' : 'RIGHT',
      seen: i % 2 === 0 ? '2024-01-01T00:00:00Z' : '2024-01-01T05:00:00+05:00',
    },
  ]),
);
const world = smallWorld(sdl, { Person: people, Cat: { tom: { name: 'Name 3' } } }, [
  ...Array.from({ length: COUNT }, (_, i) => ({
    type: 'likes',
    from: id(i),
    to: id(i * 7),
    properties: { weight: i % 3 },
  })),
  ...Array.from({ length: 20 }, (_, i) => ({ type: 'likes', from: id(i * 3), to: 'tom', properties: { weight: i } })),
  ...Array.from({ length: COUNT }, (_, i) => ({ type: 'knows', from: id(i), to: id(i + 1) })),
]);

const ids = (field: string, where: string): string[] =>
  (world.data(`{ ${field}(where: ${where}) { id } }`)[field] as { id: string }[]).map((it) => it.id);
/** The same filter in a form that bounds nothing. */
const plainly = (where: string): string => `{ OR: [${where}, ${where}] }`;

test.each([
  ['people', '{ name: { eq: "Name 3" } }'],
  ['people', '{ name: { in: ["Name 3", "Name 4", "Nobody"] }, side: { eq: LEFT } }'],
  ['people', '{ side: { in: [RIGHT] }, NOT: { name: { eq: "Name 5" } } }'],
  ['people', '{ name: { eq: null } }'],
  ['people', '{ name: { in: [] } }'],
  ['people', '{ seen: { eq: "2024-01-01T00:00:00Z" } }'],
  ['beings', '{ name: { eq: "Name 3" } }'],
  ['beings', '{ id: { in: ["tom", "p001", "nobody", "p000"] } }'],
  ['people', '{ likes: { some: { id: { eq: "tom" } } } }'],
  ['people', '{ likes: { some: { id: { in: ["tom", "p007"] }, name: { contains: "a" } } } }'],
  ['people', '{ likesConnection: { some: { node: { id: { eq: "tom" } }, edge: { weight: { gt: 5 } } } } }'],
  ['people', '{ likedBy: { some: { id: { eq: "p010" } } }, side: { eq: LEFT } }'],
  ['people', '{ knows: { some: { id: { eq: "p000" } } } }'],
  ['people', '{ knows: { some: { id: { eq: "nobody" } } } }'],
  ['people', '{ knows: { some: { id: { eq: "p001" } }, none: { id: { eq: "p002" } } } }'],
  ['people', '{ knows: { none: { id: { eq: "p000" } } } }'],
])('%s %s', (field, where) => {
  const found = ids(field, where);
  expect(found).toEqual(ids(field, plainly(where)));
  expect([...found].sort()).toEqual(found);
});

test('looking up costs what is found, not what there is', () => {
  const work = (where: string): unknown =>
    world.ask(`{ people(where: ${where}) { id } }`, {}, { maxWork: 60 }).errors?.[0]?.extensions?.limit;
  expect(work('{ name: { eq: "Name 3" } }')).toBeUndefined();
  expect(work('{ likes: { some: { id: { eq: "p000" } } } }')).toBeUndefined();
  expect(work('{ name: { contains: "Name 3" } }')).toBe('maxWork');
});
