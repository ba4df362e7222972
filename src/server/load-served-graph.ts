/**
 * From files to a graph that can be served; again on each reload.
 */

import { dataFolder, packageVersion } from '../base/shipped-files.ts';
import { defaultLimits, type QueryLimits } from '../graphql/limits.ts';
import type { DatasetAbout } from '../graphql/operation.ts';
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
  const { view } = await openFolder(files);
  const isShipped = (files.data ?? dataFolder) === dataFolder;
  const engine = new QueryEngine(view, { limits, ...(isShipped && { about: shippedData() }) });
  return {
    schema: engine.schema,
    execute: (document, variables, operationName) => engine.answer(document, variables, operationName),
    validationRules: engine.validationRules,
    summary: { nodes: view.nodeCount, edges: view.edgeCount, loadedAt: new Date().toISOString() },
  };
}

/** What the facts in the package are called; those of others have no name. */
const shippedData = (): DatasetAbout => ({
  name: 'Diplograph',
  version: packageVersion(),
  licence: 'Apache-2.0; parts under CC BY 4.0 and MIT, see graph-data/LICENCES.md',
});
