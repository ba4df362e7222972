/**
 * An ontology as an executable GraphQL schema: the generated read API, which is a strict subset of what
 * `@neo4j/graphql` 7 generates from the same SDL, and the root fields of `query.graphql`.
 */
import {
  type GraphQLFieldConfigMap,
  type GraphQLFieldResolver,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  specifiedDirectives,
} from 'graphql';
import { onceFor } from '../../base/once-for.ts';
import type { InterfaceType, NodeType, Ontology } from '../../ontology/ontology.ts';
import { connectionField } from '../names.ts';
import { type GraphContext, operationOf } from '../operation.ts';
import { entityInterface, entityUnion, ownTypes, sharedInterface } from '../own-fields/own-schema.ts';
import { connectionPage, listPage } from '../page.ts';
import type { NodeSort } from '../rows/graph-rows.ts';
import { rootConnectionType } from './connection-types.ts';
import { Connection } from './connections.ts';
import { whereInput } from './filter-inputs.ts';
import {
  type ConnectionArguments,
  connectionArguments,
  type ListArguments,
  listArguments,
  nodeOutputType,
} from './node-types.ts';
import { isUnion } from './relation-pages.ts';
import { sortInput } from './sort-inputs.ts';
import { nonNullList, TypeRegistry } from './type-registry.ts';

/**
 * The schema of any ontology, built once. Its resolvers are synchronous and want a fresh `GraphContext` for each
 * operation.
 */
export const buildGraphSchema: (ontology: Ontology) => GraphQLSchema = onceFor((ontology) => {
  const shared = sharedInterface(ontology);
  const made = shared === undefined ? entityInterface(ontology) : undefined;
  const types: TypeRegistry = new TypeRegistry(ontology, made ? [made] : [], (name) => own.type(name));
  const named = (name: string): GraphQLObjectType => nodeOutputType(types, name) as GraphQLObjectType;
  const any = () => entityUnion(ontology, () => [...ontology.nodeTypes.keys()].map(named));
  const own = ownTypes(ontology, made ?? (shared === undefined ? any() : nodeOutputType(types, shared)));
  const all: readonly Type[] = [...ontology.nodeTypes.values(), ...ontology.interfaces.values()];
  return new GraphQLSchema({
    query: new GraphQLObjectType<unknown, GraphContext>({
      name: 'Query',
      description: 'Everything that can be asked.',
      fields: () => Object.assign(own.queryFields(), ...all.map((type) => rootFields(types, type))),
    }),
    types: all.map(({ name }) => nodeOutputType(types, name)),
    directives: [...specifiedDirectives, ...own.directives()],
    // What is built of a checked ontology is valid, which tests hold; to find that out anew costs 50 ms at each start.
    assumeValid: true,
  });
});

type Type = NodeType | InterfaceType;
type RootResolver<Asked> = GraphQLFieldResolver<unknown, GraphContext, Asked>;

/** `states` and `statesConnection`. */
function rootFields(types: TypeRegistry, type: Type): GraphQLFieldConfigMap<unknown, GraphContext> {
  const { name, plural, root } = type;
  if ('implementations' in type && type.implementations.length === 0) return {};
  const list = {
    [plural]: {
      type: new GraphQLNonNull(nonNullList(nodeOutputType(types, name))),
      description: `All ${plural}, filtered, sorted, a page at a time.`,
      args: listArguments(types, type),
      resolve: resolveList(type) as GraphQLFieldResolver<unknown, GraphContext>,
    },
  };
  const pages = (): GraphQLFieldConfigMap<unknown, GraphContext> => ({
    [connectionField(plural)]: {
      type: new GraphQLNonNull(rootConnectionType(types, type, nodeOutputType)),
      description: `All ${plural} as pages with cursors, their number and aggregates.`,
      args: connectionArguments('node', whereInput(types, type), sortInput(types, type)),
      resolve: resolveConnection(type) as GraphQLFieldResolver<unknown, GraphContext>,
    },
  });
  // A union has a list and no pages, as with the library.
  if (isUnion(type)) return root?.list === false ? {} : list;
  return {
    ...(root?.list !== false && list),
    ...(root?.pages !== false && pages()),
  };
}

function resolveList({ name, plural, limit }: Type): RootResolver<ListArguments> {
  return (_, asked, context, info) => {
    const operation = operationOf(context, info);
    const { found, page } = operation.plan(info, () => ({
      found: operation.rows.nodesOf(name, asked),
      page: listPage(asked, operation.limits.maxPageSize, limit),
    }));
    const { nodes } = found.page(page);
    operation.spend(plural, nodes.length);
    return nodes;
  };
}

function resolveConnection({ name, limit }: Type): RootResolver<ConnectionArguments<NodeSort>> {
  return (_, asked, context, info) => {
    const operation = operationOf(context, info);
    const { found, page } = operation.plan(info, () => ({
      found: operation.rows.nodesOf(name, asked),
      page: connectionPage(asked, operation.limits.maxPageSize, limit),
    }));
    return new Connection(name, found, page, operation);
  };
}
