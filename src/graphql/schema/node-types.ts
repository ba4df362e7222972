/**
 * The object types of nodes, the interfaces and the unions: properties, and for each relation a list, or the one node that
 * it leads to, and a connection.
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
  GraphQLUnionType,
} from 'graphql';
import {
  type InterfaceType,
  type NodeType,
  type PageLimit,
  type Relation,
  type RelationField,
  typeNamed,
} from '../../ontology/ontology.ts';
import { connectionField } from '../names.ts';
import { type GraphContext, operationOf, rowsOf } from '../operation.ts';
import { connectionPage, listPage } from '../page.ts';
import type { EdgeSort, NodeSort, Selection } from '../rows/graph-rows.ts';
import { relationConnectionType } from './connection-types.ts';
import { Connection } from './connections.ts';
import { connectionWhere, whereInput } from './filter-inputs.ts';
import { propertyType } from './property-inputs.ts';
import { isUnion, type RelationPages, relationPages } from './relation-pages.ts';
import { connectionSort, sortInput } from './sort-inputs.ts';
import { nonNullList, type TypeRegistry } from './type-registry.ts';

/** The output type of a node type, an interface or a union. */
export function nodeOutputType(types: TypeRegistry, name: string): NodeOutputType {
  const type = typeNamed(types.ontology, name);
  if ('relations' in type) return nodeObject(types, type);
  return isUnion(type) ? nodeUnion(types, type) : nodeInterface(types, type);
}

type NodeOutputType = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType;

const resolveType = (node: number, context: GraphContext): string => rowsOf(context).typeOf(node);

const nodeUnion = (types: TypeRegistry, { name, description, implementations }: InterfaceType): GraphQLUnionType =>
  types.once(
    name,
    () =>
      new GraphQLUnionType({
        name,
        description: description || `One of: ${implementations.join(', ')}.`,
        types: () => implementations.map((it) => nodeObject(types, typeNamed(types.ontology, it) as NodeType)),
        resolveType,
      }),
  );

function nodeInterface(types: TypeRegistry, type: InterfaceType): GraphQLInterfaceType {
  return types.once(
    type.name,
    () =>
      new GraphQLInterfaceType({
        name: type.name,
        description: type.description || `One of: ${type.implementations.join(', ')}.`,
        fields: () => ({
          ...propertyFields(types, type),
          ...Object.assign({}, ...Array.from(type.declared.values(), (it) => relationFields(types, type, it))),
        }),
        resolveType,
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
    const missing = property.otherwise ?? (list && required ? [] : undefined);
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

function relationFields(
  types: TypeRegistry,
  owner: NodeType | InterfaceType,
  relation: Relation | RelationField,
): NodeFields {
  const { field, target, single } = relation;
  const description =
    relation.description ||
    ('edgeType' in relation ? `Along \`${relation.edgeType}\`.` : 'Along edges that each type says for itself.');
  const pages = relationPages(types.ontology, owner, relation);
  const node = nodeOutputType(types, target);
  const edges = {
    type: new GraphQLNonNull(relationConnectionType(types, pages, nodeOutputType)),
    description: `${description} As pages of edges, with what each edge carries.`,
    args: single ? {} : edgeArguments(types, pages),
    // An interface is never asked itself: the type of the node is.
    ...('edgeType' in relation && {
      resolve: resolveEdges(owner as NodeType, relation, single ? undefined : pages.target.limit),
    }),
  };
  const nodes = single
    ? { type: node, ...('edgeType' in relation && { resolve: resolveOne(owner as NodeType, relation) }) }
    : {
        type: new GraphQLNonNull(nonNullList(node)),
        args: listArguments(types, pages.target),
        ...('edgeType' in relation && { resolve: resolveNeighbours(owner as NodeType, relation, pages.target.limit) }),
      };
  return { [field]: { ...nodes, description }, [connectionField(field)]: edges };
}

const edgeArguments = (types: TypeRegistry, pages: RelationPages): Arguments =>
  connectionArguments('edge', connectionWhere(types, pages), connectionSort(types, pages));

type Arguments = NonNullable<GraphQLFieldConfig<unknown, GraphContext>['args']>;

const sortArgument = (sort: ReturnType<typeof sortInput>): Arguments =>
  sort === undefined
    ? {}
    : {
        sort: {
          type: nonNullList(sort),
          description: 'By the first, then the second; ties are broken by id.',
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
function resolveNeighbours(owner: NodeType, relation: Relation, limit: PageLimit | undefined): Resolver<ListArguments> {
  return (node, asked, context, info) => {
    const operation = operationOf(context, info);
    const { neighbours, page } = operation.plan(info, () => ({
      neighbours: operation.rows.neighboursOf(owner, relation, asked),
      page: listPage(asked, operation.limits.maxPageSize, limit),
    }));
    const nodes = neighbours(node, page);
    operation.spend(relation.field, nodes.length);
    return nodes;
  };
}

/** `publisher`: the one node at the other end; the first where facts speak of several, which a warning tells. */
function resolveOne(owner: NodeType, relation: Relation): Resolver<object> {
  return (node, _, context, info) => {
    const operation = operationOf(context, info);
    const neighbours = operation.plan(info, () => operation.rows.neighboursOf(owner, relation, {}));
    operation.spendRows(1);
    return neighbours(node, { start: 0, size: 1 })[0] ?? null;
  };
}

/** `coLaunchedConnection(where, first, after, sort)`: the edges, with what they carry. */
function resolveEdges(
  owner: NodeType,
  relation: Relation,
  limit: PageLimit | undefined,
): Resolver<ConnectionArguments<EdgeSort>> {
  return (node, asked, context, info) => {
    const operation = operationOf(context, info);
    const { edges, page } = operation.plan(info, () => ({
      edges: operation.rows.edgesOf(owner, relation, asked),
      page: connectionPage(asked, operation.limits.maxPageSize, limit),
    }));
    return new Connection(relation.field, edges(node), page, operation, relation.properties);
  };
}
