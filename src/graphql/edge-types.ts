/**
 * The object types of edges: what an edge carries, an edge in a connection, and the connection itself.
 *
 * The value behind an edge is a row of the page it stands on; its properties are read from the edge table.
 */
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
} from 'graphql';
import type { EdgePropertyType, NodeType, Relation } from '../ontology/ontology.ts';
import { edgeAggregateType } from './aggregate-types.ts';
import type { EdgeConnection, EdgeRow } from './edge-connection.ts';
import { valueType } from './filter-inputs.ts';
import { relationNames } from './names.ts';
import type { GraphContext } from './operation.ts';
import { ownProperty } from './own-property.ts';
import { pageInfoType } from './page-info.ts';
import { connectionSort } from './sort-inputs.ts';
import type { TypeRegistry } from './type-registry.ts';
import { connectionWhere } from './where-inputs.ts';

/** The output type of what edges carry. */
function edgePropertiesType(types: TypeRegistry, type: EdgePropertyType): GraphQLObjectType {
  return types.once(
    type.name,
    `the edge property type ${type.name}`,
    () =>
      new GraphQLObjectType<EdgeRow, GraphContext>({
        name: type.name,
        description: type.description || 'What an edge carries.',
        fields: () => edgePropertyFields(types, type),
      }),
  );
}

function edgePropertyFields(types: TypeRegistry, type: EdgePropertyType): GraphQLFieldConfigMap<EdgeRow, GraphContext> {
  const fields: GraphQLFieldConfigMap<EdgeRow, GraphContext> = {};
  for (const { name, kind, list, required, description } of type.properties.values()) {
    const value = valueType(types, kind);
    const inner = list ? new GraphQLList(new GraphQLNonNull(value)) : value;
    const missing = list && required ? [] : undefined;
    fields[name] = {
      type: required ? new GraphQLNonNull(inner) : inner,
      description: description || `The \`${name}\` of the edge.`,
      resolve: ({ edge }, _, { view }) => view.graph.edges.property(edge, name) ?? missing,
      extensions: ownProperty('edge'),
    };
  }
  return fields;
}

/** Gives the output type of a node type or an interface; handed in, since nodes and edges refer to each other. */
export type NodeTypeOf = (types: TypeRegistry, name: string) => GraphQLOutputType;

/** The connection of a relation. */
export function connectionType(
  types: TypeRegistry,
  owner: NodeType,
  relation: Relation,
  nodeTypeOf: NodeTypeOf,
): GraphQLObjectType {
  const name = relationNames.connection(owner.name, relation);
  return types.once(
    name,
    `the connection of ${owner.name}.${relation.field}`,
    () =>
      new GraphQLObjectType<EdgeConnection, GraphContext>({
        name,
        description: `A page of the edges of \`${relation.field}\`.`,
        fields: () => ({
          edges: {
            type: new GraphQLNonNull(
              new GraphQLList(new GraphQLNonNull(relationshipType(types, owner, relation, nodeTypeOf))),
            ),
            description: 'The edges of this page, parallel ones too.',
            resolve: (connection) => connection.rows(),
          },
          totalCount: {
            type: new GraphQLNonNull(GraphQLInt),
            description: 'How many edges there are on all pages.',
            resolve: (connection) => connection.totalCount(),
          },
          pageInfo: {
            type: new GraphQLNonNull(pageInfoType(types)),
            description: 'Where this page stands among all.',
          },
          aggregate: {
            type: new GraphQLNonNull(edgeAggregateType(types, owner, relation)),
            description: 'Numbers about all pages together.',
            resolve: (connection) => connection,
          },
        }),
      }),
  );
}

function relationshipType(
  types: TypeRegistry,
  owner: NodeType,
  relation: Relation,
  nodeTypeOf: NodeTypeOf,
): GraphQLObjectType {
  const name = relationNames.relationship(owner.name, relation);
  const carried = types.ontology.edgePropertyTypes.get(relation.properties ?? '');
  return types.once(
    name,
    `an edge of ${owner.name}.${relation.field}`,
    () =>
      new GraphQLObjectType<EdgeRow, GraphContext>({
        name,
        description: `An edge of \`${relation.field}\`.`,
        fields: () => ({
          cursor: {
            type: new GraphQLNonNull(GraphQLString),
            description: 'The place of the edge: pass it as `after` to go on behind it.',
          },
          node: {
            type: new GraphQLNonNull(nodeTypeOf(types, relation.target)),
            description: 'The node at the other end.',
          },
          ...(carried && {
            properties: {
              type: new GraphQLNonNull(edgePropertiesType(types, carried)),
              description: 'What the edge carries.',
              resolve: (row: EdgeRow) => row,
            },
          }),
        }),
      }),
  );
}

type Arguments = NonNullable<GraphQLFieldConfig<unknown, GraphContext>['args']>;

/** The arguments of a relation's connection. */
export function connectionArguments(types: TypeRegistry, owner: NodeType, relation: Relation): Arguments {
  const sort = connectionSort(types, owner, relation);
  return {
    where: { type: connectionWhere(types, owner, relation), description: 'Which edges to keep; all without it.' },
    first: { type: GraphQLInt, description: 'The most to return.' },
    after: { type: GraphQLString, description: 'The cursor of the edge to go on behind.' },
    ...(sort && {
      sort: {
        type: new GraphQLList(new GraphQLNonNull(sort)),
        description: 'By what to sort: by the first, then the second. Ties are broken by id.',
      },
    }),
  };
}
