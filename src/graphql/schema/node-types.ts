/**
 * The object types of nodes, and the interfaces: properties, and for each relation a list and a connection.
 *
 * The value behind a node is its number. Resolvers are synchronous and ask the rows of the operation.
 */
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  type GraphQLFieldResolver,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import { type InterfaceType, type NodeType, type Relation, typeNamed } from '../../ontology/ontology.ts';
import { connectionField } from '../names.ts';
import { type GraphContext, operationOf, rowsOf } from '../operation.ts';
import { connectionPage, listPage } from '../page.ts';
import type { EdgeSort, NodeSort, Selection } from '../rows/graph-rows.ts';
import { relationConnectionType } from './connection-types.ts';
import { Connection } from './connections.ts';
import { connectionWhere, propertyType, whereInput } from './filter-inputs.ts';
import { connectionSort, sortInput } from './sort-inputs.ts';
import { nonNullList, type TypeRegistry } from './type-registry.ts';

/** The output type of a node type or an interface. */
export function nodeOutputType(types: TypeRegistry, name: string): GraphQLObjectType | GraphQLInterfaceType {
  const type = typeNamed(types.ontology, name);
  return 'relations' in type ? nodeObject(types, type) : nodeInterface(types, type);
}

function nodeInterface(types: TypeRegistry, type: InterfaceType): GraphQLInterfaceType {
  return types.once(
    type.name,
    () =>
      new GraphQLInterfaceType({
        name: type.name,
        description: type.description || `One of: ${type.implementations.join(', ')}.`,
        fields: () => propertyFields(types, type),
        resolveType: (node: number, context: GraphContext) => rowsOf(context).typeOf(node),
      }),
  );
}

function nodeObject(types: TypeRegistry, type: NodeType): GraphQLObjectType {
  return types.once(
    type.name,
    () =>
      new GraphQLObjectType<number, GraphContext>({
        name: type.name,
        description: type.description || `${type.name}, a type of node.`,
        interfaces: () => [
          ...type.interfaces.map((it) => nodeInterface(types, typeNamed(types.ontology, it) as InterfaceType)),
          ...types.ownInterfaces,
        ],
        fields: () => ({
          ...propertyFields(types, type),
          ...Object.assign({}, ...Array.from(type.relations.values(), (it) => relationFields(types, type, it))),
        }),
      }),
  );
}

type NodeFields = GraphQLFieldConfigMap<number, GraphContext>;

function propertyFields(types: TypeRegistry, type: NodeType | InterfaceType): NodeFields {
  const fields: NodeFields = {};
  for (const property of type.properties.values()) {
    const { name, description, list, required } = property;
    const missing = list && required ? [] : undefined;
    fields[name] = {
      type: propertyType(types, property),
      description: description || `The \`${name}\` of the ${type.name}.`,
      resolve: (node, _, context) => rowsOf(context).nodeProperty(node, name) ?? missing,
      // Whoever asks, and whatever the view, it never changes: the compiled form keeps its text by the node's number.
      extensions: { ownedBy: 'node' },
    };
  }
  return fields;
}

function relationFields(types: TypeRegistry, owner: NodeType, relation: Relation): NodeFields {
  const { field, edgeType, target } = relation;
  const description = relation.description || `Along \`${edgeType}\`.`;
  const list: NodeFields = {
    [field]: {
      type: new GraphQLNonNull(nonNullList(nodeOutputType(types, target))),
      description,
      args: listArguments(types, typeNamed(types.ontology, target)),
      resolve: resolveNeighbours(owner, relation),
    },
  };
  if (relation.isDeclared) return list;
  const edges = relationConnectionType(types, owner, relation, nodeOutputType);
  return {
    ...list,
    [connectionField(field)]: {
      type: new GraphQLNonNull(edges),
      description: `${description} As pages of edges, with what each edge carries.`,
      args: connectionArguments(
        'edge',
        connectionWhere(types, owner, relation),
        connectionSort(types, owner, relation),
      ),
      resolve: resolveEdges(owner, relation),
    },
  };
}

type Arguments = NonNullable<GraphQLFieldConfig<unknown, GraphContext>['args']>;

const sortArgument = (sort: ReturnType<typeof sortInput>): Arguments =>
  sort === undefined
    ? {}
    : {
        sort: {
          type: nonNullList(sort),
          description: 'By what to sort: by the first, then the second. Ties are broken by id.',
        },
      };

/** The arguments of a list of nodes. */
export function listArguments(types: TypeRegistry, type: NodeType | InterfaceType): Arguments {
  return {
    where: { type: whereInput(types, type), description: 'Which to keep; all without it.' },
    limit: { type: GraphQLInt, description: 'The most to return.' },
    offset: { type: GraphQLInt, description: 'The number to skip first.' },
    ...sortArgument(sortInput(types, type)),
  };
}

/** The arguments of a connection, whose rows are nodes or edges. */
export function connectionArguments(
  row: 'node' | 'edge',
  where: ReturnType<typeof whereInput>,
  sort: ReturnType<typeof sortInput>,
): Arguments {
  return {
    where: { type: where, description: `Which ${row}s to keep; all without it.` },
    first: { type: GraphQLInt, description: 'The most to return.' },
    after: { type: GraphQLString, description: `The cursor of the ${row} to go on behind.` },
    ...sortArgument(sort),
  };
}

/** Arguments as GraphQL coerced them. */
export interface ListArguments extends Selection<NodeSort> {
  readonly limit?: number | null;
  readonly offset?: number | null;
}

export interface ConnectionArguments<Sort> extends Selection<Sort> {
  readonly first?: number | null;
  readonly after?: string | null;
}

type Resolver<Asked> = GraphQLFieldResolver<number, GraphContext, Asked>;

/** `coLaunched(where, limit, offset, sort)`: the distinct nodes at the other ends. */
function resolveNeighbours(owner: NodeType, relation: Relation): Resolver<ListArguments> {
  return (node, asked, context, info) => {
    const operation = operationOf(context, info);
    const { neighbours, page } = operation.plan(info, () => ({
      neighbours: operation.rows.neighboursOf(owner, relation, asked),
      page: listPage(asked.limit, asked.offset, operation.limits.maxPageSize),
    }));
    const nodes = neighbours(node, page);
    operation.spend(relation.field, nodes.length);
    return nodes;
  };
}

/** `coLaunchedConnection(where, first, after, sort)`: the edges, with what they carry. */
function resolveEdges(owner: NodeType, relation: Relation): Resolver<ConnectionArguments<EdgeSort>> {
  return (node, asked, context, info) => {
    const operation = operationOf(context, info);
    const { edges, page } = operation.plan(info, () => ({
      edges: operation.rows.edgesOf(owner, relation, asked),
      page: connectionPage(asked.first, asked.after, operation.limits.maxPageSize),
    }));
    return new Connection(relation.field, edges(node), page, operation);
  };
}
