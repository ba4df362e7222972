/**
 * `PageInfo`: where a page stands among all, as Relay and `@neo4j/graphql` tell it.
 *
 * There is a next page only where `first` was given: without it everything that follows is here.
 */
import { GraphQLBoolean, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import { cursorOf, type Page } from './page.ts';
import type { TypeRegistry } from './type-registry.ts';

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** Of a page with `rowCount` rows; `total` is asked only when it matters. */
export function pageInfo({ start, size }: Page, rowCount: number, total: () => number): PageInfo {
  return {
    hasNextPage: size !== Number.POSITIVE_INFINITY && start + size < total(),
    hasPreviousPage: start > 0,
    startCursor: rowCount === 0 ? null : cursorOf(start),
    endCursor: rowCount === 0 ? null : cursorOf(start + rowCount - 1),
  };
}

export function pageInfoType(types: TypeRegistry): GraphQLObjectType {
  return types.once(
    'PageInfo',
    'where a page stands',
    () =>
      new GraphQLObjectType({
        name: 'PageInfo',
        description: 'Where a page stands among all (Relay).',
        fields: {
          hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean), description: 'Whether more follows this page.' },
          hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean), description: 'Whether something was skipped.' },
          startCursor: { type: GraphQLString, description: 'The cursor of the first edge here.' },
          endCursor: {
            type: GraphQLString,
            description: 'The cursor of the last edge here: pass it as `after` for the next page.',
          },
        },
      }),
  );
}
