/**
 * An ontology as an executable GraphQL schema: the generated read API, which is a strict subset of what
 * `@neo4j/graphql` 7 generates from the same SDL, and the root fields of `query.graphql`.
 */
import { GraphQLObjectType, GraphQLSchema, specifiedDirectives } from 'graphql';
import type { Ontology } from '../ontology/ontology.ts';
import { nodeOutputType } from './node-types.ts';
import type { GraphContext } from './operation.ts';
import { entityInterface, ownTypes, sharedInterface } from './own-fields/own-schema.ts';
import { rootFields } from './root-fields.ts';
import { TypeRegistry } from './type-registry.ts';

/**
 * The schema of any ontology. Its resolvers are synchronous and want a fresh `GraphContext` for each operation.
 * @throws KnowledgeError `name-taken` when names of the ontology collide with those that the API makes.
 */
export function buildGraphSchema(ontology: Ontology): GraphQLSchema {
  const shared = sharedInterface(ontology);
  const made = shared === undefined ? entityInterface() : undefined;
  const types = new TypeRegistry(ontology, made ? [made] : []);
  const own = ownTypes(ontology, made ?? nodeOutputType(types, shared ?? ''));
  return new GraphQLSchema({
    query: new GraphQLObjectType<unknown, GraphContext>({
      name: 'Query',
      description: 'Everything that can be asked.',
      fields: () => ({ ...own.queryFields(), ...rootFields(types) }),
    }),
    types: [...ontology.nodeTypes.keys(), ...ontology.interfaces.keys()].map((name) => nodeOutputType(types, name)),
    directives: [...specifiedDirectives, ...own.directives()],
    // What is built of a checked ontology is valid, which tests hold; to find that out anew costs 50 ms at each start.
    assumeValid: true,
  });
}
