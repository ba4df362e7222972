/**
 * A folder with an ontology and facts of its own, about clubs: what commands do, they do for any ontology.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const schema = `
scalar PartialDate

type Person @node {
  id: ID!
  name: String!
  aliases: [String!]!
  sources: [ID!]!
  chairs: [Club!]! @relationship(type: "chairs", direction: OUT, properties: "Held")
  memberOf: [Club!]! @relationship(type: "member-of", direction: OUT, properties: "Held")
}

type Club @node {
  id: ID!
  name: String!
  aliases: [String!]!
  sources: [ID!]!
  chairedBy: [Person!]! @relationship(type: "chairs", direction: IN, properties: "Held")
  members: [Person!]! @relationship(type: "member-of", direction: IN, properties: "Held")
}

type Source @node {
  id: ID!
  name: String!
}

type Held @relationshipProperties {
  id: ID!
  when: PartialDate
  sources: [ID!]!
  locators: [String!]!
}
`;

const sources = `
- id: source:minutes
  name: Minutes of the clubs
`;

export const clubs = `title: Two clubs
source: source:minutes

nodes:
  - { id: person:ada, type: Person, name: Ada Őry, aliases: [Lady Ada] }
  - { id: person:bert, type: Person, name: Bert Smith }
  - { id: person:cora, type: Person, name: Cora Smith }
  - { id: club:chess, type: Club, name: Chess Club }
  - { id: club:rowing, type: Club, name: Rowing Club }

edges:
  - { from: person:ada, edge: chairs, to: club:chess, when: 2001/2003, locator: p. 4 }
  - { from: person:bert, edge: member-of, to: club:chess, when: 2002/.. }
  - { from: person:bert, edge: member-of, to: club:rowing, when: 2005/.. }
`;

/** Makes the folder and returns its path; it is gone when the process ends. */
export function smallFolder(dossier: string = clubs): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'graph-data', 'dossiers'), { recursive: true });
  writeFileSync(join(folder, 'schema.graphql'), schema);
  writeFileSync(join(folder, 'graph-data', 'sources.yaml'), sources);
  writeFileSync(join(folder, 'graph-data', 'dossiers', 'clubs.yaml'), dossier);
  return folder;
}
