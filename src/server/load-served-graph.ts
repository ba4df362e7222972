/**
 * From files to a graph that can be served; again on each reload.
 */
import { buildGraphSchema } from '../graphql/build-schema.ts';
import { executeDocument } from '../graphql/execute-document.ts';
import { limitRules } from '../graphql/limiting/limit-rules.ts';
import { defaultLimits, type QueryLimits } from '../graphql/limits.ts';
import { type FolderOptions, openGraph } from '../open-graph.ts';
import type { ServedGraph } from './served-graph.ts';

/**
 * The graph of these files, or of those the package ships.
 * @throws KnowledgeError `graph-has-problems` with every problem of the files
 */
export async function loadServedGraph(
  files: FolderOptions = {},
  limits: QueryLimits = defaultLimits,
): Promise<ServedGraph> {
  const { ontology, view } = await openGraph(files);
  const schema = buildGraphSchema(ontology);
  return {
    schema,
    execute: (document, variables, operationName) =>
      executeDocument(schema, { view, limits }, document, variables, operationName),
    validationRules: limitRules(limits),
    summary: { nodes: view.nodeCount, edges: view.edgeCount, loadedAt: new Date().toISOString() },
  };
}
