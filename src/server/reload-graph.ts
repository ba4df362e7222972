/**
 * Reads the graph again, and keeps serving the old one while the new one has problems.
 */
import { prepareSearch } from '../search/search-names.ts';
import { printFailure } from './problems.ts';
import { type ReplaceableGraph, type ServedGraph, summaryOf } from './served-graph.ts';

export interface ReloadOptions {
  readonly graph: ReplaceableGraph;
  /** Reads the graph anew; `signal` ends that when it is wanted no more. */
  readonly load: (signal: AbortSignal) => Promise<ServedGraph>;
  /** Gets what an operator likes to know, and what went wrong. */
  readonly note: (text: string) => void;
  readonly problem: (text: string) => void;
  /** Called after each load that came to an end. */
  readonly onLoaded?: (outcome: 'taken' | 'refused', seconds: number) => void;
}

export interface Reloader {
  /** Reads the graph again and puts it in place. One load at a time: what is asked for during one is one more after it. */
  reload(): void;
  /** Ends a load that is under way. */
  close(): void;
}

export function makeReloader({ graph, load, note, problem, onLoaded }: ReloadOptions): Reloader {
  const closed = new AbortController();
  let loading = false;
  let again = false;

  const reload = async (): Promise<void> => {
    again = true;
    if (loading) return;
    loading = true;
    while (again && !closed.signal.aborted) {
      again = false;
      const started = performance.now();
      const tell = (outcome: 'taken' | 'refused'): void => onLoaded?.(outcome, (performance.now() - started) / 1000);
      try {
        const next = await load(closed.signal);
        if (closed.signal.aborted) return;
        // Made now, while the old graph answers, and not by whoever searches first.
        await prepareSearch(next.view.graph);
        if (closed.signal.aborted) return;
        graph.replace(next);
        tell('taken');
        const { nodes, edges } = summaryOf(next);
        note(`Reloaded: ${nodes} nodes, ${edges} edges.`);
      } catch (error) {
        if (closed.signal.aborted) return;
        tell('refused');
        problem(`${printFailure(error)}\nStill serving the graph of ${summaryOf(graph.current()).loadedAt}.`);
      }
    }
    loading = false;
  };

  return { reload: () => void reload(), close: () => closed.abort() };
}
