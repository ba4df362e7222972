/**
 * From files to a graph that can be served; again on each reload.
 */
import { buildGraphSchema } from '../graphql/build-schema.ts';
import type { QueryLimits } from '../graphql/limits.ts';
import { type FolderOptions, openGraph } from '../open-graph.ts';
import type { ServedGraph } from './served-graph.ts';

/** @throws KnowledgeError `graph-has-problems` with every problem of the files */
export function loadServedGraph(files: FolderOptions, limits: QueryLimits): ServedGraph {
  const { ontology, view } = openGraph(files);
  return {
    schema: buildGraphSchema(ontology),
    context: () => ({ view, limits }),
    validationRules: [],
    summary: { nodes: view.nodeCount, edges: view.edgeCount, loadedAt: new Date().toISOString() },
  };
}
