/**
 * The object types of nodes, and the interfaces: properties, and for each relation a list and a connection.
 *
 * The value behind a node is its number. Resolvers are synchronous and read the typed arrays of the operation's view.
 */
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { InterfaceType, NodeType, Property, Relation } from '../ontology/ontology.ts';
import { connectionArguments, connectionType } from './edge-types.ts';
import { valueType } from './filter-inputs.ts';
import { connectionField } from './names.ts';
import type { GraphContext } from './operation.ts';
import { ownProperty } from './own-property.ts';
import { resolveEdgeConnection, resolveNeighbours } from './resolve-relations.ts';
import { sortInput } from './sort-inputs.ts';
import type { TypeRegistry } from './type-registry.ts';
import { targetOf, whereInput } from './where-inputs.ts';

/** The output type of a node type or an interface. */
export function nodeOutputType(types: TypeRegistry, name: string): GraphQLObjectType | GraphQLInterfaceType {
  const type = targetOf(types, name);
  return 'relations' in type ? nodeObject(types, type) : nodeInterface(types, type);
}

/** The type of a property's value, a list or required where the ontology says so. */
export function propertyType(types: TypeRegistry, { kind, list, required }: Property): GraphQLOutputType {
  const value = valueType(types, kind);
  const type = list ? new GraphQLList(new GraphQLNonNull(value)) : value;
  return required ? new GraphQLNonNull(type) : type;
}

function nodeInterface(types: TypeRegistry, type: InterfaceType): GraphQLInterfaceType {
  return types.once(
    type.name,
    `the interface ${type.name}`,
    () =>
      new GraphQLInterfaceType({
        name: type.name,
        description: type.description || `One of: ${type.implementations.join(', ')}.`,
        fields: () => propertyFields(types, type),
        resolveType: (node: number, { view }: GraphContext) => view.graph.nodes.typeOf(node),
      }),
  );
}

function nodeObject(types: TypeRegistry, type: NodeType): GraphQLObjectType {
  return types.once(
    type.name,
    `the node type ${type.name}`,
    () =>
      new GraphQLObjectType<number, GraphContext>({
        name: type.name,
        description: type.description || `${type.name}, a type of node.`,
        interfaces: () => [
          ...type.interfaces.map((it) => nodeInterface(types, targetOf(types, it) as InterfaceType)),
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
      resolve: (node, _, { view }) => view.graph.nodes.property(node, name) ?? missing,
      extensions: ownProperty('node'),
    };
  }
  return fields;
}

function relationFields(types: TypeRegistry, owner: NodeType, relation: Relation): NodeFields {
  const { field, edgeType, target } = relation;
  const description = relation.description || `Along \`${edgeType}\`.`;
  const nodes = new GraphQLList(new GraphQLNonNull(nodeOutputType(types, target)));
  return {
    [field]: {
      type: new GraphQLNonNull(nodes),
      description,
      args: listArguments(types, targetOf(types, target)),
      resolve: resolveNeighbours(owner, relation),
    },
    [connectionField(field)]: {
      type: new GraphQLNonNull(connectionType(types, owner, relation, nodeOutputType)),
      description: `${description} As pages of edges, with what each edge carries.`,
      args: connectionArguments(types, owner, relation),
      resolve: resolveEdgeConnection(owner, relation),
    },
  };
}

type Arguments = NonNullable<GraphQLFieldConfig<unknown, GraphContext>['args']>;

/** The arguments of a list of nodes. */
export function listArguments(types: TypeRegistry, type: NodeType | InterfaceType): Arguments {
  const sort = sortInput(types, type);
  return {
    where: { type: whereInput(types, type), description: 'Which to keep; all without it.' },
    limit: { type: GraphQLInt, description: 'The most to return.' },
    offset: { type: GraphQLInt, description: 'How many to skip first.' },
    ...(sort && {
      sort: {
        type: new GraphQLList(new GraphQLNonNull(sort)),
        description: 'By what to sort: by the first, then the second. Ties are broken by id.',
      },
    }),
  };
}
