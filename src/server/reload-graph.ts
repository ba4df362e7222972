/**
 * Reads the graph again when its files change, and keeps serving the old one while the new one has problems.
 */
import { printFailure } from './problems.ts';
import { type ReplaceableGraph, type ServedGraph, summaryOf } from './served-graph.ts';
import { type FileWatch, watchFiles } from './watch-files.ts';

export interface ReloadOptions {
  readonly graph: ReplaceableGraph;
  /** Files and folders the graph is made of. */
  readonly paths: readonly string[];
  readonly load: () => Promise<ServedGraph>;
  readonly print: (text: string) => void;
}

export function reloadOnChange({ graph, paths, load, print }: ReloadOptions): FileWatch {
  let loading = false;
  let again = false;

  const reload = async (): Promise<void> => {
    // One load at a time; a change during a load asks for exactly one more.
    if (loading) {
      again = true;
      return;
    }
    loading = true;
    do {
      again = false;
      try {
        const next = await load();
        graph.replace(next);
        const { nodes, edges } = summaryOf(next);
        print(`Reloaded: ${nodes} nodes, ${edges} edges.`);
      } catch (error) {
        print(`${printFailure(error)}\nStill serving the graph of ${summaryOf(graph.current()).loadedAt}.`);
      }
    } while (again);
    loading = false;
  };

  return watchFiles(paths, () => void reload());
}
