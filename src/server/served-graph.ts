/**
 * A graph as the server sees it: a schema, a way to execute what is asked under it, and a few numbers.
 *
 * The server asks its holder anew for each request and never keeps the answer, so that a reload is one assignment:
 * requests under way finish on the graph they began with, the next one gets the new graph.
 */
import type { DocumentNode, ExecutionResult, GraphQLSchema, ValidationRule } from 'graphql';
import type { AnswerText } from '../graphql/query-engine.ts';
import type { GraphView } from '../views/graph-view.ts';

export interface ServedGraph {
  readonly schema: GraphQLSchema;
  /**
   * Answers an operation that was checked against the schema and the rules below. An error that the caller may read has
   * a code; an answer without data was refused before anything was executed; a text is a whole answer without errors.
   */
  execute(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>> | undefined,
    operationName: string | undefined,
  ): ExecutionResult | AnswerText | Promise<ExecutionResult>;
  /** What an operation may ask beside what GraphQL itself demands: depth, aliases. */
  readonly validationRules: readonly ValidationRule[];
  /** What exports write; without it there are none. */
  readonly view?: GraphView;
  /** What `/ready` says. */
  readonly summary: GraphSummary;
}

export interface GraphSummary {
  readonly nodes: number;
  readonly edges: number;
  /** When this graph was read, as an ISO time: tells one reload from another. */
  readonly loadedAt: string;
}

/** Where the server finds the graph of the moment. */
export interface GraphHolder {
  current(): ServedGraph;
}

/** A holder whose graph can be replaced between two requests. */
export interface ReplaceableGraph extends GraphHolder {
  replace(next: ServedGraph): void;
}

export function holdGraph(first: ServedGraph): ReplaceableGraph {
  let held = first;
  return {
    current: () => held,
    replace: (next) => {
      held = next;
    },
  };
}
