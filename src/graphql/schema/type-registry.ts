/**
 * The types of one schema under construction, each made once and found by name afterwards.
 *
 * Types refer to each other in circles; GraphQL's thunks and this registry let every file ask for a type by name
 * without caring whether it has been made yet.
 */
import type { GraphQLInterfaceType, GraphQLNamedType } from 'graphql';
import type { Ontology } from '../../ontology/ontology.ts';
import { nameTaken } from '../problems.ts';

export class TypeRegistry {
  readonly ontology: Ontology;
  /** Interfaces that every node type implements beside those of the ontology. */
  readonly ownInterfaces: readonly GraphQLInterfaceType[];
  readonly #types = new Map<string, { readonly maker: string; readonly type: GraphQLNamedType }>();

  constructor(ontology: Ontology, ownInterfaces: readonly GraphQLInterfaceType[]) {
    this.ontology = ontology;
    this.ownInterfaces = ownInterfaces;
  }

  /**
   * The type of that name, made at the first call. `maker` says what it is made for: two makers of one name mean that
   * the ontology's names collide with generated ones, and that is refused.
   */
  once<T extends GraphQLNamedType>(name: string, maker: string, make: () => T): T {
    const known = this.#types.get(name);
    if (known) {
      if (known.maker !== maker) throw nameTaken(name, known.maker, maker);
      return known.type as T;
    }
    const type = make();
    this.#types.set(name, { maker, type });
    return type;
  }
}
