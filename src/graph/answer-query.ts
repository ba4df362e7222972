/**
 * A query answered in process, by the engine of the graph. This file is loaded with the first query.
 */
import type { DocumentNode, GraphQLError } from 'graphql';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import { type Executor, engineOf, type FailedAnswer, type WrittenAnswer } from '../graphql/query-engine.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { QueryAnswer, QueryDocument } from './query-document.ts';

export function answerQuery<Data, Variables>(
  view: GraphView,
  document: QueryDocument<Data, Variables>,
  variables: Variables | undefined,
  about: DatasetAbout | undefined,
): QueryAnswer<Data> {
  const request = { variables: variables as Readonly<Record<string, unknown>> | undefined };
  return new ReadAnswer<Data>(engineOf(view.graph).ask({ view, about }, document as string | DocumentNode, request));
}

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
