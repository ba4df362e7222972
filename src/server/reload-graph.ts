/**
 * Reads the graph again, and keeps serving the old one while the new one has problems.
 */
import { printFailure } from './problems.ts';
import { type ReplaceableGraph, type ServedGraph, summaryOf } from './served-graph.ts';

export interface ReloadOptions {
  readonly graph: ReplaceableGraph;
  /** Reads the graph anew; `signal` ends that when it is wanted no more. */
  readonly load: (signal: AbortSignal) => Promise<ServedGraph>;
  readonly print: (text: string) => void;
}

export interface Reloader {
  /** Reads the graph again and puts it in place. One load at a time: what is asked for during one is one more after it. */
  reload(): void;
  /** Ends a load that is under way. */
  close(): void;
}

export function makeReloader({ graph, load, print }: ReloadOptions): Reloader {
  const closed = new AbortController();
  let loading = false;
  let again = false;

  const reload = async (): Promise<void> => {
    again = true;
    if (loading) return;
    loading = true;
    while (again && !closed.signal.aborted) {
      again = false;
      try {
        const next = await load(closed.signal);
        if (closed.signal.aborted) return;
        graph.replace(next);
        const { nodes, edges } = summaryOf(next);
        print(`Reloaded: ${nodes} nodes, ${edges} edges.`);
      } catch (error) {
        if (closed.signal.aborted) return;
        print(`${printFailure(error)}\nStill serving the graph of ${summaryOf(graph.current()).loadedAt}.`);
      }
    }
    loading = false;
  };

  return { reload: () => void reload(), close: () => closed.abort() };
}
