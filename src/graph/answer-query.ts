/**
 * A query answered in process, by the engine of the graph: what may be asked, and what the answer is. This file is loaded
 * with the first query; to name its types loads nothing.
 */

import type { DocumentNode, GraphQLError } from 'graphql';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { Executor, FailedAnswer, WrittenAnswer } from '../graphql/answer.ts';
import { engineOf } from '../graphql/query-engine.ts';
import { timelessOf } from '../store/knowledge-graph.ts';
import type { GraphView } from '../views/graph-view.ts';

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

export interface QueryOptions {
  /** Which of several operations is asked. */
  readonly operationName?: string | undefined;
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

export function answerQuery<Data, Variables>(
  view: GraphView,
  document: QueryDocument<Data, Variables>,
  variables: Variables | undefined,
  about: DatasetAbout | undefined,
  { operationName }: QueryOptions,
): QueryAnswer<Data> {
  const request = { variables: variables as Readonly<Record<string, unknown>> | undefined, operationName };
  return readAnswer(engineOf(timelessOf(view.graph)).ask({ view, about }, document as string | DocumentNode, request));
}

/** An engine's answer as programs get it. */
export const readAnswer = <Data>(answer: WrittenAnswer | FailedAnswer): QueryAnswer<Data> => new ReadAnswer(answer);

/** An answer with its data as an object of its own, for whoever asked to do with as they like. */
class ReadAnswer<Data> implements QueryAnswer<Data> {
  readonly errors?: readonly GraphQLError[];
  readonly data?: Data | null;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly #executor: Executor;

  constructor(answer: WrittenAnswer | FailedAnswer) {
    this.#executor = answer.executor;
    if ('json' in answer) this.data = JSON.parse(answer.json);
    else {
      this.errors = answer.errors;
      if (answer.data !== undefined) this.data = answer.data as Data | null;
    }
    if (answer.extensions) this.extensions = answer.extensions;
  }

  get executor(): Executor {
    return this.#executor;
  }
}
