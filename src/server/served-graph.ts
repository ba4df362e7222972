/**
 * A graph as the server sees it: a schema, what its resolvers read, and a few numbers.
 *
 * The server asks its holder anew for each request and never keeps the answer, so that a reload is one assignment:
 * requests under way finish on the graph they began with, the next one gets the new graph.
 */
import type { GraphQLSchema, ValidationRule } from 'graphql';

export interface ServedGraph {
  readonly schema: GraphQLSchema;
  /** What resolvers get as their third argument; called once a request. */
  context(): object;
  /** Limits on what an operation may ask: depth, cost, page size. */
  readonly validationRules: readonly ValidationRule[];
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
