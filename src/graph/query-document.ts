/**
 * What a query may be, and what its answer is: types alone, so that naming them loads no GraphQL.
 */
import type { DocumentNode, GraphQLError } from 'graphql';

/**
 * A query as text, or as a document that may know the types of its answer and its variables (`TypedDocumentNode`, as
 * GraphQL Code Generator and others make them).
 */
export type QueryDocument<Data, Variables> = string | (DocumentNode & TypesOfDocument<Data, Variables>);

/** Where documents keep the types of what they ask: `TypedDocumentNode`, and graphql-js's own `TypedQueryDocumentNode`. */
interface TypesOfDocument<Data, Variables> {
  readonly __apiType?: (variables: Variables) => Data;
  readonly __ensureTypesOfVariablesAndResultMatching?: (variables: Variables) => Data;
}

/** An answer as GraphQL servers give it. */
export interface QueryAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLError[];
  /** Hints, and what the query was estimated to cost. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Who made it: the compiled form of the operation, or graphql-js. Not printed with the rest. */
  readonly executor: 'compiled' | 'graphql-js';
}
