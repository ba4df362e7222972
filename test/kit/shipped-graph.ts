/**
 * The shipped facts with everything that follows from them, opened once for all tests of a worker that only read.
 */
import type { Schema } from '../../src/generated/shipped-ontology.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openGraph } from '../../src/open-graph.ts';

let opened: Promise<Graph<Schema>> | undefined;

export function shippedGraph(): Promise<Graph<Schema>> {
  return (opened ??= openGraph());
}
