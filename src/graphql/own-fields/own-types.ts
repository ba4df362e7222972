/**
 * The definitions of `query.graphql` as GraphQL types, with their resolvers.
 *
 * graphql-js could extend a schema by them, but would copy all its two thousand types to do so; here they are made beside
 * the generated ones, and the schema is built once.
 */
import {
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  GraphQLDirective,
  GraphQLEnumType,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  type GraphQLInputType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLType,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  specifiedScalarTypes,
  type TypeNode,
  valueFromAST,
} from 'graphql';
import type { GraphContext } from '../operation.ts';
import { findOwnResolver, pageOf } from './own-resolvers.ts';

type Fields = GraphQLFieldConfigMap<unknown, GraphContext>;

export class OwnTypes {
  readonly #definitions: readonly DefinitionNode[];
  readonly #named: Map<string, GraphQLNamedType>;
  readonly #nameOf: (name: string) => string;

  /** `entity` is what the definitions mean by `Entity`; `nameOf` gives types and root fields their names in the schema. */
  constructor(definitions: readonly DefinitionNode[], entity: GraphQLNamedType, nameOf: (name: string) => string) {
    this.#definitions = definitions;
    this.#nameOf = nameOf;
    this.#named = new Map(specifiedScalarTypes.map((type) => [type.name, type]));
    this.#named.set('Entity', entity);
    for (const definition of definitions) {
      const isEnum = definition.kind === Kind.ENUM_TYPE_DEFINITION;
      if (isEnum) this.#named.set(definition.name.value, enumType(definition, nameOf));
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
        this.#named.set(definition.name.value, this.#objectType(definition));
      }
    }
  }

  /** The object type that is defined under that name. */
  type(name: string): GraphQLObjectType {
    return this.#named.get(name) as GraphQLObjectType;
  }

  /** The root fields. */
  queryFields(): Fields {
    const extensions = this.#definitions.filter((it) => it.kind === Kind.OBJECT_TYPE_EXTENSION);
    const fields = extensions.flatMap((it) => Object.entries(this.#fields('Query', it.fields ?? [])));
    return Object.fromEntries(fields.map(([name, field]) => [this.#nameOf(name), field]));
  }

  directives(): GraphQLDirective[] {
    return this.#definitions
      .filter((it) => it.kind === Kind.DIRECTIVE_DEFINITION)
      .map(
        (it) =>
          new GraphQLDirective({
            name: it.name.value,
            description: it.description?.value,
            locations: it.locations.map(({ value }) => value as GraphQLDirective['locations'][number]),
            args: this.#arguments(it.arguments ?? []),
          }),
      );
  }

  #objectType(definition: ObjectTypeDefinitionNode): GraphQLObjectType {
    const name = definition.name.value;
    return new GraphQLObjectType<unknown, GraphContext>({
      name: this.#nameOf(name),
      description: definition.description?.value,
      fields: () => this.#fields(name, definition.fields ?? []),
    });
  }

  #fields(type: string, nodes: readonly FieldDefinitionNode[]): Fields {
    const entries = nodes.map((node) => {
      const isPage = type !== 'Query' && node.arguments?.some((it) => it.name.value === 'first');
      const resolve = isPage ? pageOf(node.name.value) : findOwnResolver(type, node.name.value);
      return [
        node.name.value,
        {
          type: this.#type(node.type) as GraphQLOutputType,
          description: node.description?.value,
          args: this.#arguments(node.arguments ?? []),
          ...(resolve && { resolve }),
        },
      ];
    });
    return Object.fromEntries(entries);
  }

  #arguments(nodes: readonly InputValueDefinitionNode[]): GraphQLFieldConfigArgumentMap {
    const entries = nodes.map((node) => {
      const type = this.#type(node.type) as GraphQLInputType;
      const defaultValue = valueFromAST(node.defaultValue, type);
      const description = node.description?.value;
      return [node.name.value, { type, description, ...(defaultValue !== undefined && { defaultValue }) }];
    });
    return Object.fromEntries(entries);
  }

  #type(node: TypeNode): GraphQLType {
    if (node.kind === Kind.LIST_TYPE) return new GraphQLList(this.#type(node.type));
    if (node.kind === Kind.NON_NULL_TYPE) {
      return new GraphQLNonNull(this.#type(node.type) as Exclude<GraphQLType, GraphQLNonNull<never>>);
    }
    const type = this.#named.get(node.name.value);
    if (!type) throw new RangeError(`query.graphql speaks of "${node.name.value}", which nothing defines.`);
    return type;
  }
}

function enumType(
  { name, description, values }: EnumTypeDefinitionNode,
  nameOf: (name: string) => string,
): GraphQLEnumType {
  const entries = (values ?? []).map((it) => [it.name.value, { description: it.description?.value }]);
  return new GraphQLEnumType({
    name: nameOf(name.value),
    description: description?.value,
    values: Object.fromEntries(entries),
  });
}
