/**
 * The shape of resolvers for what `query.graphql` declares: by type, then by field.
 */
import type { GraphQLFieldResolver } from 'graphql';
import type { GraphContext } from '../operation.ts';

// Sources and arguments have the types that query.graphql declares; TypeScript cannot see that file.
// biome-ignore lint/suspicious/noExplicitAny: one table for resolvers of many types
export type OwnResolver = GraphQLFieldResolver<any, GraphContext, any>;

export type OwnResolvers = Readonly<Record<string, Readonly<Record<string, OwnResolver>>>>;
