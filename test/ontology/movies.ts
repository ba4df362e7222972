/**
 * A schema of other origin, as the documentation of the Neo4j GraphQL Library writes them: the engine serves it too.
 */
export const movies = `
interface Production {
  id: ID!
  title: String!
}

"A film."
type Movie implements Production @node(labels: ["Movie", "Film"]) @mutation(operations: []) {
  id: ID! @id
  title: String!
  released: Int
  tags: [String!] @alias(property: "keywords")
  genre: Genre
  actors: [Person!]! @relationship(type: "ACTED_IN", direction: IN, properties: "ActedIn")
  directors: [Person!]! @relationship(type: "DIRECTED", direction: IN)
}

type Series implements Production @node @plural(value: "allSeries") {
  id: ID!
  title: String!
  actors: [Person!]! @relationship(type: "ACTED_IN", direction: IN, properties: "ActedIn")
}

type Person @node @fulltext(indexes: [{ indexName: "names", queryName: "byName", fields: ["name"] }]) {
  id: ID!
  name: String! @deprecated(reason: "for the test")
  born: Date
  seen: DateTime @timestamp
  worth: BigInt @default(value: 0)
  "Played a part."
  actedIn: [Production!]! @relationship(type: "ACTED_IN", direction: OUT, properties: "ActedIn")
  "Sat in the chair."
  directed: [Movie!]! @relationship(type: "DIRECTED", direction: OUT, nestedOperations: [CONNECT], aggregate: true)
  knows: [Person!]! @relationship(type: "KNOWS", direction: OUT, queryDirection: UNDIRECTED)
}

extend type Person {
  height: Float
}

"How a part was played."
type ActedIn @relationshipProperties {
  roles: [String!]!
  screenTime: Int
}

enum Genre {
  DRAMA
  "Laughter."
  COMEDY
}

extend enum Genre {
  HORROR
}
`;
