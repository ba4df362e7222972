/**
 * What facts are called in Neo4j.
 *
 * A graph lives under one label of its own, the namespace, so that it shares a database with others and with another
 * graph. Types are labels and edge types relationship types, as `schema.graphql` has them, so people, Bloom and the Neo4j
 * GraphQL Library read the same nodes. What only this engine reads begins with `__`, which GraphQL gives to no property.
 */

/** A name in Cypher, in backticks. Names come from the ontology and the namespace; values are always parameters. */
export const neo4jName = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

export const DEFAULT_NAMESPACE = 'Diplograph';

/** The labels of a namespace: of nodes, of the marker, of old ids, and of cited sources that are no nodes. */
export type NamespaceLabels = Readonly<Record<'node' | 'marker' | 'redirect' | 'source', string>>;

export const labelsOf = (namespace: string): NamespaceLabels => ({
  node: neo4jName(namespace),
  marker: neo4jName(`${namespace}__Marker`),
  redirect: neo4jName(`${namespace}__Redirect`),
  source: neo4jName(`${namespace}__Source`),
});

/** Private properties. A node's type number orders nodes by type; the rest belongs to edges. */
export const PRIVATE = {
  hash: '__hash',
  typeNumber: '__type',
  /** Of a node: rival values of its properties, each as JSON. */
  claims: '__claims',
  /** Of a source: ids of the nodes that are called like its publisher. */
  publishers: '__publishers',
  possibleStart: '__possibleStart',
  certainStart: '__certainStart',
  certainEnd: '__certainEnd',
  possibleEnd: '__possibleEnd',
  /** Set where the bounds above are those of edges beside an undated one. */
  undated: '__undated',
  inferred: '__inferred',
  derivations: '__derivations',
  knownPossible: '__knownPossible',
  knownCertain: '__knownCertain',
  ways: '__ways',
} as const;

/** Where the four bounds of a vague date stand, by which it is compared. */
export const boundsName = (property: string): string => `__bounds_${property}`;

/** Where the comparable form of a property stands, for kinds that Neo4j would compare otherwise. */
export const keyName = (property: string): string => `__key_${property}`;
