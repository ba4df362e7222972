/**
 * The root fields of each node type and interface: a list and a connection.
 */
import {
  type GraphQLFieldConfigMap,
  type GraphQLFieldResolver,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { Where } from '../filters/logical-test.ts';
import type { InterfaceType, NodeType } from '../ontology/ontology.ts';
import { nodeAggregateType } from './aggregate-types.ts';
import { candidatesOf } from './candidates.ts';
import { nodeSortKeys } from './compile-sort.ts';
import { nodeTest } from './compile-where.ts';
import { connectionField, typeNames } from './names.ts';
import { NodeConnection, type NodeRow } from './node-connection.ts';
import { type NodePlan, propertiesOf, sliceNodeRows } from './node-rows.ts';
import { listArguments, nodeOutputType } from './node-types.ts';
import { type GraphContext, type Operation, operationOf } from './operation.ts';
import { connectionPage, listPage, type Page } from './page.ts';
import { pageInfoType } from './page-info.ts';
import type { ConnectionArguments, ListArguments } from './resolve-relations.ts';
import type { TypeRegistry } from './type-registry.ts';

type RootFields = GraphQLFieldConfigMap<unknown, GraphContext>;
type Type = NodeType | InterfaceType;

/** `states` and `statesConnection` for every node type and interface. */
export function rootFields(types: TypeRegistry): RootFields {
  const { nodeTypes, interfaces } = types.ontology;
  const all: readonly Type[] = [...nodeTypes.values(), ...interfaces.values()];
  return Object.assign({}, ...all.map((type) => fieldsOf(types, type)));
}

function fieldsOf(types: TypeRegistry, type: Type): RootFields {
  const list = new GraphQLList(new GraphQLNonNull(nodeOutputType(types, type.name)));
  const { where, sort } = listArguments(types, type) as { where: object; sort?: object };
  return {
    [type.plural]: {
      type: new GraphQLNonNull(list),
      description: `All ${type.plural}, filtered, sorted, a page at a time.`,
      args: listArguments(types, type),
      resolve: resolveList(type) as GraphQLFieldResolver<unknown, GraphContext>,
    },
    [connectionField(type.plural)]: {
      type: new GraphQLNonNull(connectionOf(types, type)),
      description: `All ${type.plural} as pages with cursors, their number and aggregates.`,
      args: {
        where,
        first: { type: GraphQLInt, description: 'The most to return.' },
        after: { type: GraphQLString, description: 'The cursor of the node to go on behind.' },
        ...(sort && { sort }),
      } as NonNullable<RootFields[string]['args']>,
      resolve: resolveConnection(type) as GraphQLFieldResolver<unknown, GraphContext>,
    },
  };
}

function connectionOf(types: TypeRegistry, type: Type): GraphQLObjectType {
  const name = typeNames.connection(type.plural);
  return types.once(
    name,
    `the connection of ${type.name}`,
    () =>
      new GraphQLObjectType<NodeConnection, GraphContext>({
        name,
        description: `A page of ${type.plural}.`,
        fields: () => ({
          edges: {
            type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(edgeOf(types, type)))),
            description: `The ${type.plural} of this page.`,
            resolve: (connection) => connection.rows(),
          },
          totalCount: {
            type: new GraphQLNonNull(GraphQLInt),
            description: `How many ${type.plural} there are on all pages.`,
            resolve: (connection) => connection.totalCount(),
          },
          pageInfo: {
            type: new GraphQLNonNull(pageInfoType(types)),
            description: 'Where this page stands among all.',
          },
          aggregate: {
            type: new GraphQLNonNull(nodeAggregateType(types, type)),
            description: 'Numbers about all pages together.',
            resolve: (connection) => connection,
          },
        }),
      }),
  );
}

function edgeOf(types: TypeRegistry, type: Type): GraphQLObjectType {
  const name = typeNames.edge(type.name);
  return types.once(
    name,
    `a place on a page of ${type.name}`,
    () =>
      new GraphQLObjectType<NodeRow, GraphContext>({
        name,
        description: `A place on a page of ${type.plural}.`,
        fields: () => ({
          cursor: {
            type: new GraphQLNonNull(GraphQLString),
            description: 'The place of the node: pass it as `after` to go on behind it.',
          },
          node: { type: new GraphQLNonNull(nodeOutputType(types, type.name)), description: 'The node itself.' },
        }),
      }),
  );
}

interface PagedPlan {
  readonly plan: NodePlan;
  readonly page: Page;
}

function nodePlan(
  { view, work }: Operation,
  type: Type,
  where: Where | null | undefined,
  sort: ListArguments['sort'],
): NodePlan {
  return {
    view,
    work,
    type: type.name,
    test: nodeTest({ view, work }, type.name, where),
    sort: nodeSortKeys(view.graph, propertiesOf(view.ontology, type.name), sort),
    candidates: candidatesOf(view, work, type.name, where),
  };
}

function resolveList(type: Type): GraphQLFieldResolver<unknown, GraphContext, ListArguments> {
  return (_, { where, limit, offset, sort }, context, info) => {
    const operation = operationOf(context, info);
    const { plan, page } = operation.plan(
      info,
      (): PagedPlan => ({
        plan: nodePlan(operation, type, where, sort),
        page: listPage(limit, offset, operation.limits.maxPageSize),
      }),
    );
    const nodes = sliceNodeRows(plan, page.start, page.size);
    operation.spend(type.plural, nodes.length);
    return nodes;
  };
}

function resolveConnection(
  type: Type,
): GraphQLFieldResolver<unknown, GraphContext, ConnectionArguments<ListArguments['sort']>> {
  return (_, { where, first, after, sort }, context, info) => {
    const operation = operationOf(context, info);
    const { plan, page } = operation.plan(
      info,
      (): PagedPlan => ({
        plan: nodePlan(operation, type, where, sort),
        page: connectionPage(first, after, operation.limits.maxPageSize),
      }),
    );
    return new NodeConnection(plan, page, operation);
  };
}
