/**
 * What an operation is answered with, and what that took.
 */
import type { ExecutionResult, GraphQLError } from 'graphql';

/** What an answer took. */
export interface Taken {
  /** Whether it was known from before. */
  readonly remembered: boolean;
  /** What the operation was estimated to cost. */
  readonly cost?: number | undefined;
  /** Nodes and edges that were looked at. */
  readonly work: number;
}

export type Executor = 'compiled' | 'graphql-js';
export type Extensions = Readonly<Record<string, unknown>>;

/** An answer without errors, its data as JSON text. */
export interface WrittenAnswer {
  readonly executor: Executor;
  readonly json: string;
  readonly extensions: Extensions;
}

/** An answer with errors, executed by graphql-js; without data when nothing was executed. */
export interface FailedAnswer {
  readonly executor: 'graphql-js';
  readonly errors: readonly GraphQLError[];
  readonly data?: ExecutionResult['data'];
  readonly extensions?: Extensions;
}
