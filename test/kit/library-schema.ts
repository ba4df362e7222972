/**
 * The schema that `@neo4j/graphql` 7 generates from an SDL, in its nested form without anything deprecated, with the filters
 * that it has where somebody asks for them.
 */
import { Neo4jGraphQL } from '@neo4j/graphql';
import type { GraphQLSchema } from 'graphql';

const made = new Map<string, Promise<GraphQLSchema>>();

/**
 * Made once for each SDL: the shipped one takes the library seconds. What answers it stands in `contextValue`:
 * `{ executionContext: driver }`.
 */
export function librarySchema(typeDefs: string): Promise<GraphQLSchema> {
  let schema = made.get(typeDefs);
  if (!schema) made.set(typeDefs, (schema = makeLibrarySchema(typeDefs)));
  return schema;
}

function makeLibrarySchema(typeDefs: string): Promise<GraphQLSchema> {
  const excludeDeprecatedFields = {
    mutationOperations: true,
    aggregationFilters: true,
    aggregationFiltersOutsideConnection: true,
    relationshipFilters: true,
    attributeFilters: true,
  };
  const order = { GT: true, GTE: true, LT: true, LTE: true };
  const filters = { String: { ...order, MATCHES: true, CASE_INSENSITIVE: true }, ID: { MATCHES: true } };
  return new Neo4jGraphQL({
    typeDefs,
    features: { excludeDeprecatedFields, filters },
  }).getSchema();
}
