/**
 * The types of one schema under construction, each made once and found by name afterwards.
 *
 * Types refer to each other in circles; GraphQL's thunks and this registry let every file ask for a type by name without
 * caring whether it has been made yet. Two types never want one name: the checks of an ontology hold its names against
 * all that are made here (`ontology/checks/api-names`).
 */
import {
  GraphQLEnumType,
  type GraphQLFieldConfigMap,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLNullableType,
  GraphQLObjectType,
} from 'graphql';
import type { Ontology } from '../../ontology/ontology.ts';
import type { GraphContext } from '../operation.ts';

export class TypeRegistry {
  readonly ontology: Ontology;
  /** Interfaces that every node type implements beside those of the ontology. */
  readonly ownInterfaces: readonly GraphQLInterfaceType[];
  /** A type that `query.graphql` defines. */
  readonly own: (name: string) => GraphQLObjectType;
  readonly #types = new Map<string, GraphQLNamedType>();

  constructor(
    ontology: Ontology,
    ownInterfaces: readonly GraphQLInterfaceType[],
    own: (name: string) => GraphQLObjectType,
  ) {
    this.ontology = ontology;
    this.ownInterfaces = ownInterfaces;
    this.own = own;
  }

  /** The type of that name, made at the first call. */
  once<T extends GraphQLNamedType>(name: string, make: () => T): T {
    let type = this.#types.get(name) as T | undefined;
    if (!type) this.#types.set(name, (type = make()));
    return type;
  }

  object<Source>(
    name: string,
    description: string,
    fields: () => GraphQLFieldConfigMap<Source, GraphContext>,
  ): GraphQLObjectType {
    return this.once(name, () => new GraphQLObjectType<Source, GraphContext>({ name, description, fields }));
  }

  input(
    name: string,
    description: string,
    fields: (self: GraphQLInputObjectType) => GraphQLInputFieldConfigMap,
  ): GraphQLInputObjectType {
    return this.once(name, () => {
      const self: GraphQLInputObjectType = new GraphQLInputObjectType({
        name,
        description,
        fields: () => fields(self),
      });
      return self;
    });
  }

  enum(
    name: string,
    description: string,
    values: Iterable<{ readonly name: string; readonly description: string }>,
  ): GraphQLEnumType {
    return this.once(name, () => {
      const entries = Array.from(values, (it) => [it.name, { description: it.description || `${it.name}.` }]);
      return new GraphQLEnumType({ name, description, values: Object.fromEntries(entries) });
    });
  }
}

/** A list none of whose elements is null. */
export const nonNullList = <T extends GraphQLNullableType>(type: T): GraphQLList<GraphQLNonNull<T>> =>
  new GraphQLList(new GraphQLNonNull(type));
