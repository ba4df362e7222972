/**
 * A table of memberships as a graph with an ontology of its own: dated, sourced and walked like the shipped one.
 *
 *     node examples/dist/graph-from-csv.js my-memberships.csv
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { openGraph } from 'diplograph';

const schema = `
scalar PartialDate

type Person @node {
  id: ID!
  name: String!
  memberOf: [Club!]! @relationship(type: "member-of", direction: OUT, properties: "Membership")
}

type Club @node {
  id: ID!
  name: String!
  members: [Person!]! @relationship(type: "member-of", direction: IN, properties: "Membership")
}

type Source @node {
  id: ID!
  name: String!
}

type Membership @relationshipProperties {
  id: ID!
  when: PartialDate
  role: String
  sources: [ID!]!
}
`;

interface Row {
  readonly person: string;
  readonly club: string;
  readonly since: string;
  readonly until: string;
  readonly role: string;
}

const file = process.argv[2] ?? new URL('../data/memberships.csv', import.meta.url);
const rows = parse(await readFile(file, 'utf8'), { columns: true, trim: true }) as Row[];
const idOf = (type: string, name: string): string => `${type}:${name.toLowerCase().replace(/\W+/g, '-')}`;
const named = (type: string, names: Iterable<string>): { id: string; type: string; name: string }[] =>
  Array.from(new Set(names), (name) => ({ id: idOf(type.toLowerCase(), name), type, name }));

const graph = await openGraph({
  schema,
  sources: [{ id: 'source:table', name: basename(String(file)) }],
  source: 'source:table',
  nodes: [
    ...named(
      'Person',
      rows.map((it) => it.person),
    ),
    ...named(
      'Club',
      rows.map((it) => it.club),
    ),
  ],
  edges: rows.map(({ person, club, since, until, role }) => ({
    from: idOf('person', person),
    edge: 'member-of',
    to: idOf('club', club),
    when: `${since}/${until || '..'}`,
    ...(role && { role }),
  })),
});

console.log(`${graph.nodeCount} nodes and ${graph.edgeCount} edges`);
for (const club of graph.nodes('Club').order('name')) {
  const members = graph.asOf('2011').from(club).in('member-of').order('name');
  console.log(
    `${club.name} in 2011: ${members
      .map((it) => it.name)
      .toArray()
      .join(', ')}`,
  );
}
const pairs = graph.from('person:ada-byron').out('member-of').in('member-of').not('person:ada-byron').dedupe();
console.log(
  `Clubmates of Ada: ${pairs
    .map((it) => it.name)
    .toArray()
    .join(', ')}`,
);
