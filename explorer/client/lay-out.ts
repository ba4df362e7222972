/**
 * Places for the things of a picture, reckoned in a worker so that the page stays awake; what has a place keeps it.
 */
import type { Thing } from '../ask.ts';
import type { Edge } from '../statements.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}
export type Places = ReadonlyMap<string, Place>;

/** What the worker is told, and answers with places. */
export interface LayoutTask {
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
  readonly before: Places;
  /** Another number gives another arrangement. */
  readonly seed: number;
}

/** Places for all nodes. Nodes of `before` stay where they are. Never answers once `signal` is aborted. */
export function layOut(
  nodes: readonly Thing[],
  edges: readonly Edge[],
  before: Places,
  seed: number,
  signal: AbortSignal,
): Promise<Places> {
  if (nodes.every(({ id }) => before.has(id))) return Promise.resolve(before);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    signal.addEventListener('abort', () => worker.terminate());
    worker.onmessage = ({ data }: MessageEvent<Places>) => {
      worker.terminate();
      // What is not shown at the moment keeps its place too, for when it comes back.
      resolve(new Map([...before, ...data]));
    };
    worker.onerror = (event) => reject(new Error(event.message));
    const task: LayoutTask = {
      nodes: nodes.map((it) => it.id),
      edges: edges.map((it) => [it.from.id, it.to.id]),
      before,
      seed,
    };
    worker.postMessage(task);
  });
}
