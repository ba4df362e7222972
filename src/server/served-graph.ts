/**
 * The graph that a server answers from, and the holder in which a reload replaces it.
 *
 * The server asks its holder anew for each request, so that a reload is one assignment: requests under way finish on the
 * graph they began with, the next one gets the new graph.
 */
import type { DocumentNode } from 'graphql';
import { onceFor } from '../base/once-for.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { FailedAnswer, WrittenAnswer } from '../graphql/answer.ts';
import type { OperationRequest } from '../graphql/query-engine.ts';
import type { GraphView } from '../views/graph-view.ts';

/** What can be served. Any `Graph` is one: opened, imported, edited or narrowed to a part. */
export interface ServedGraph {
  readonly view: GraphView;
  /** What the graph is called, for `dataset`. */
  readonly about?: DatasetAbout | undefined;
  /** What answers where the graph is held elsewhere; `view` is then an empty one under the same ontology. */
  readonly engine?: RemoteEngine | undefined;
}

/** An engine that has the graph and is asked over a network. */
export interface RemoteEngine {
  readonly summary: GraphSummary;
  answer(document: DocumentNode, request: OperationRequest): Promise<WrittenAnswer | FailedAnswer>;
  /** What it holds now. Throws a KnowledgeError where it cannot be asked. */
  check(): Promise<GraphSummary>;
  /** All of what it holds, in memory. Throws a KnowledgeError: `not-on-neo4j` where that is too much. */
  whole(): Promise<GraphView>;
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
  summaryOf(held);
  return {
    current: () => held,
    replace: (next) => {
      held = next;
      summaryOf(held);
    },
  };
}

/** What `/ready` says of a graph. */
export interface GraphSummary {
  readonly nodes: number;
  readonly edges: number;
  /** When the graph was first held or served, as an ISO time: tells one reload from another. */
  readonly loadedAt: string;
}

export const summaryOf: (graph: ServedGraph) => GraphSummary = onceFor(({ view, engine }) => {
  return engine?.summary ?? { nodes: view.nodeCount, edges: view.edgeCount, loadedAt: new Date().toISOString() };
});
