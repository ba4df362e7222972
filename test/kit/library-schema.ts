/**
 * The schema that `@neo4j/graphql` 7 generates from an SDL, in its nested form without anything deprecated.
 */
import { Neo4jGraphQL } from '@neo4j/graphql';
import type { GraphQLSchema } from 'graphql';

export function librarySchema(typeDefs: string): Promise<GraphQLSchema> {
  const excludeDeprecatedFields = {
    mutationOperations: true,
    aggregationFilters: true,
    aggregationFiltersOutsideConnection: true,
    relationshipFilters: true,
    attributeFilters: true,
  };
  return new Neo4jGraphQL({ typeDefs, features: { excludeDeprecatedFields } }).getSchema();
}
