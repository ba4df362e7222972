/**
 * From files to a graph that can be served; again on each reload.
 */

import { defaultLimits, type QueryLimits } from '../graphql/limits.ts';
import { QueryEngine } from '../graphql/query-engine.ts';
import { type FolderOptions, openFolder } from '../opening/open-folder.ts';
import type { ServedGraph } from './served-graph.ts';

/**
 * The graph of these files, or of those the package ships.
 * @throws KnowledgeError `graph-has-problems` with every problem of the files
 */
export async function loadServedGraph(
  files: FolderOptions = {},
  limits: QueryLimits = defaultLimits,
): Promise<ServedGraph> {
  const { view, about } = await openFolder(files);
  const engine = new QueryEngine(view, { limits, ...(about && { about }) });
  return {
    schema: engine.schema,
    execute: (document, variables, operationName) => engine.answer(document, variables, operationName),
    validationRules: engine.validationRules,
    view,
    summary: { nodes: view.nodeCount, edges: view.edgeCount, loadedAt: new Date().toISOString() },
  };
}
